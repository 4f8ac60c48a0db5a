/** Markdown becomes the same tree as RST. */
import {describe, expect, test} from 'vitest';
import {parseDocument} from '../../../knowledge/parse/index.js';
import {placeErrors} from '../../helpers/places.js';
import {treeLines} from '../../helpers/tree.js';

describe('Markdown', () => {
  test.each([
    [
      'titles have anchors',
      '# One title\n\n## 2. Two\n\n# One title\n',
      ['h1 One title #one-title', 'h2 2. Two #two', 'h1 One title #id1'],
    ],
    [
      'links have kinds',
      '[a](https://a.example/) [b](#one) <a@b.example>\n',
      ['p [a](https://a.example/ embedded) [b](#one internal-section) [a@b.example](mailto:a@b.example mailto)'],
    ],
    [
      'addresses in the text',
      'https://a.example/b and www.a.example\n',
      ['p [https://a.example/b](https://a.example/b url) and [www.a.example](http://www.a.example url)'],
    ],
    [
      'lists, code and tables',
      '- a\n  - b\n\n3. c\n\n```c\nint x;\n```\n\n| a | b |\n| - | - |\n| c | d |\n',
      [
        'bullets',
        '  item',
        '    p a',
        '    bullets',
        '      item',
        '        p b',
        'numbers from 3',
        '  item',
        '    p c',
        'code c "int x;"',
        'table',
        '  row a | b',
        '  row c | d',
      ],
    ],
    [
      'references have their addresses',
      '[a], [b][a] and ![c][a]\n\n[a]: https://a.example/\n',
      [
        'p [a](https://a.example/ named-target), [b](https://a.example/ named-target) and ![c](https://a.example/)',
        'target a -> https://a.example/',
      ],
    ],
    ['quotes', '> one\n\n---\n', ['quote', '  p one', 'rule']],
    ['nothing', '', []],
  ])('%s', async (_, text, tree) => {
    const parsed = await parseDocument('page.md', text);
    expect({tree: treeLines(parsed.tree), problems: parsed.problems, places: placeErrors(parsed.tree, text)}).toEqual({
      tree,
      problems: [],
      places: [],
    });
  });

  test('a long list of paragraphs is read', async () => {
    const {tree} = await parseDocument('page.md', 'a\n\n'.repeat(20_000));
    expect(tree.children.length).toBe(20_000);
  });
});

test.each([
  ['page.md', ['h1 T #t']],
  ['PAGE.MARKDOWN', ['h1 T #t']],
  ['page.rst', ['p # T']],
  ['page', ['p # T']],
])('the name %s tells the language', async (name, tree) => {
  expect(treeLines((await parseDocument(name, '# T\n')).tree)).toEqual(tree);
});
