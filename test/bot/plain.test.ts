import type {ListItem, PhrasingContent, RootContent} from 'mdast';
import {describe, expect, it} from 'vitest';
import {flowToPlain} from '../../bot/plain.js';
import {parseDocument} from '../../knowledge/parse/index.js';
import {text} from '../helpers/knowledge.js';

function paragraph(...children: PhrasingContent[]): RootContent {
  return {type: 'paragraph', children};
}

function item(...children: ListItem['children']): ListItem {
  return {type: 'listItem', children};
}

function link(url: string, value: string): PhrasingContent {
  return {type: 'link', url, children: [{type: 'text', value}]};
}

const words = (value: string) => ({type: 'text', value}) as const;
const one = text('one') as ListItem['children'][number];
const two = text('two') as ListItem['children'][number];

const trees: readonly (readonly [string, readonly RootContent[], string])[] = [
  ['nothing', [], ''],
  ['two paragraphs', [text('one'), text('two')], 'one\n\ntwo'],
  ['a break of the source as a blank', [text('one\n  two')], 'one two'],
  ['a hard break', [paragraph(words('one'), {type: 'break'}, words('two'))], 'one\ntwo'],
  [
    'faces without marks',
    [paragraph({type: 'strong', children: [words('NOT')]}, words(' '), {type: 'emphasis', children: [words('so')]})],
    'NOT so',
  ],
  ['inline code', [paragraph({type: 'inlineCode', value: '<arch> *.y'})], '<arch> *.y'],
  [
    'a link with its address',
    [paragraph(link('https://a.example/x', 'words'), words('.'))],
    'words (https://a.example/x).',
  ],
  [
    'a link that is its address',
    [paragraph(link('https://a.example/x?state=*', 'https://a.example/x?state=*'))],
    'https://a.example/x?state=*',
  ],
  ['a mail address', [paragraph(link('mailto:bpf@vger.kernel.org', 'bpf@vger.kernel.org'))], 'bpf@vger.kernel.org'],
  ['a link that opens nothing', [paragraph(link('javascript:alert(1)', 'words'))], 'words'],
  [
    'a link in two faces, once',
    [
      paragraph({
        type: 'link',
        url: 'https://a.example/',
        children: [words('a '), {type: 'strong', children: [words('b')]}],
      }),
    ],
    'a b (https://a.example/)',
  ],
  ['code', [{type: 'code', value: 'make\n\n  -j8'}], '    make\n\n      -j8'],
  ['a tight list', [{type: 'list', spread: false, children: [item(one), item(two)]}], '- one\n- two'],
  ['a loose list', [{type: 'list', spread: true, children: [item(one), item(two)]}], '- one\n\n- two'],
  [
    'a list that counts',
    [{type: 'list', ordered: true, start: 9, spread: false, children: [item(one), item(two)]}],
    '9. one\n10. two',
  ],
  [
    'a list in letters',
    [{type: 'list', ordered: true, start: 2, spread: false, data: {numbering: 'upper-alpha'}, children: [item(one)]}],
    'B. one',
  ],
  [
    'tasks',
    [
      {
        type: 'list',
        spread: false,
        children: [
          {...item(one), checked: true},
          {...item(two), checked: false},
        ],
      },
    ],
    '- [x] one\n- [ ] two',
  ],
  [
    'nesting, and code in lists',
    [
      {
        type: 'list',
        spread: false,
        children: [item(one, {type: 'code', value: 'x'}, {type: 'list', spread: false, children: [item(two)]})],
      },
    ],
    '- one\n\n      x\n\n  - two',
  ],
  [
    'definitions',
    [{type: 'list', spread: false, data: {kind: 'definition'}, children: [item(one, two)]}],
    'one\n  two',
  ],
  ['a quote', [{type: 'blockquote', children: [text('one') as never, text('two') as never]}], '  one\n\n  two'],
  [
    'an admonition',
    // The parser puts its title in front.
    (await parseDocument('a.rst', '.. note:: one')).tree.children,
    '  Note\n\n  one',
  ],
  ['an attribution', [{type: 'paragraph', data: {kind: 'attribution'}, children: [words('Somebody')]}], '-- Somebody'],
  ['no comments', [{type: 'html', value: '<!-- x -->'}, text('one')], 'one'],
  ['markup as it is written', [{type: 'html', value: '<b>x</b>'}], '    <b>x</b>'],
  ['an image by its words', [paragraph({type: 'image', url: 'x.png', alt: 'A tree'})], 'A tree'],
  [
    'a footnote',
    [
      paragraph(words('one'), {type: 'footnoteReference', identifier: '1'}),
      {type: 'footnoteDefinition', identifier: '1', children: [text('two') as never]},
    ],
    'one[1]\n\n[1] two',
  ],
  [
    'a table',
    [
      {
        type: 'table',
        children: ['tree:for', 'bpf:fixes'].map((row) => ({
          type: 'tableRow',
          children: row.split(':').map((value) => ({type: 'tableCell', children: [words(value)]})),
        })),
      },
    ],
    'tree | for\nbpf  | fixes',
  ],
];

describe('flowToPlain', () => {
  it.each(trees)('writes %s', (_name, nodes, plain) => expect(flowToPlain(nodes)).toBe(plain));

  it('keeps the text of nesting that no window has room for', () => {
    let node: RootContent = text('deepest');
    for (let depth = 0; depth < 20_000; depth += 1) node = {type: 'blockquote', children: [node as never]};
    expect(flowToPlain([node]).trim()).toBe('deepest');
  });

  it('keeps the text of faces in faces', () => {
    let node: PhrasingContent = words('deepest');
    for (let depth = 0; depth < 20_000; depth += 1) node = {type: 'strong', children: [node]};
    expect(flowToPlain([paragraph(node)])).toBe('deepest');
  });
});
