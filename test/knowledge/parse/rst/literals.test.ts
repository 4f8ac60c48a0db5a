/** Literal blocks in all their forms, doctest and line blocks. */
import {describe, expect, test} from 'vitest';
import {parseRst} from '../../../../knowledge/parse/index.js';
import {testRows} from '../../../helpers/rst.js';

describe('literal blocks', () => {
  testRows([
    ['at the end of a line', ['text::', '', '  code'], ['p text:', 'code "code"']],
    ['behind a space', ['text ::', '', '  code'], ['p text', 'code "code"']],
    ['alone', ['text', '', '::', '', '  code'], ['p text', 'code "code"']],
    ['on a line of its own in the paragraph', ['text', '::', '', '  code'], ['p text', 'code "code"']],
    [
      'blank lines and deeper lines are kept',
      ['::', '', '    one', '', '      two', '', '    three', '', 'text'],
      ['code "one\\n\\n  two\\n\\nthree"', 'p text'],
    ],
    ['the first line may be the deepest', ['::', '', '    one', '  two'], ['code "  one\\ntwo"']],
    ['markup is text', ['::', '', '  *a* `b`_ \\* .. c::'], ['code "*a* `b`_ \\\\* .. c::"']],
    [
      'in a list',
      ['- text::', '', '    code', '', '- more'],
      ['bullets loose', '  item loose', '    p text:', '    code "code"', '  item', '    p more'],
    ],
    [
      'quoted by a mark',
      ['text::', '', '> one', '>  two', '', 'text'],
      ['p text:', 'code quoted "> one\\n>  two"', 'p text'],
    ],
    ['quoted by a hash', ['text::', '', '# one', '# two'], ['p text:', 'code quoted "# one\\n# two"']],
    ['nothing follows', ['text::', '', 'more'], ['p text:', 'p more'], ['1:1 `::` that announces a literal block']],
    ['nothing follows to the end', ['text::'], ['p text:'], ['1:1 `::` that announces a literal block']],
    ['an escaped colon', ['text:\\:', '', '  quote'], ['p text::', 'quote', '  p quote']],
    ['three colons', ['text:::', '', '  code'], ['p text::', 'code "code"']],
    [
      'without a blank line it is a definition',
      ['term::', '  code', 'text'],
      ['definition', '  item', '    term term::', '    p code', 'p text'],
      ['1:1 a term that ends with `::`'],
    ],
    ['a comment mark in it', ['::', '', '  .. note:: x'], ['code ".. note:: x"']],
  ]);

  test('the position of a block is that of its lines', () => {
    const [, code] = parseRst('a::\n\n  one\n  two\n\nb').tree.children;
    expect(code?.position).toEqual({start: {line: 3, column: 3, offset: 7}, end: {line: 4, column: 6, offset: 16}});
  });
});

describe('doctest blocks', () => {
  testRows([
    ['to the next blank line', ['>>> 1 + 1', '2', '', 'text'], ['code pycon doctest ">>> 1 + 1\\n2"', 'p text']],
    ['two signs only', ['>> one'], ['p >> one']],
  ]);
});

describe('line blocks', () => {
  testRows([
    ['lines', ['| one', '| two'], ['line-block one / two']],
    ['a line that goes on', ['| one', '  more', '| two'], ['line-block one more / two']],
    ['an empty line', ['| one', '|', '| two'], ['line-block one /  / two']],
    ['markup', ['| *one*', '| ``two``'], ['line-block *one* / `two`']],
    ['deeper lines are moved by spaces that do not break', ['| one', '|   two'], ['line-block one / \u00a0\u00a0two']],
    ['a bar in a paragraph is text', ['one', '| two'], ['p one | two']],
    [
      'a substitution at the margin is no line block',
      ['.. |x| replace:: word', '', '|x| here'],
      ['comment |x| replace:: word', 'p word here'],
    ],
  ]);
});
