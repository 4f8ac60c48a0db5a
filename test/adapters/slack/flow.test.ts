/** Every node of running text as rich text, and trees by chance: the same words as plain text. */
import type {List, ListItem, PhrasingContent, RootContent} from 'mdast';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {flowToRich} from '../../../adapters/slack/flow.js';
import {replyToSlack} from '../../../adapters/slack/message.js';
import type {Reply} from '../../../bot/message.js';
import {flowToPlain, replyToPlain} from '../../../bot/plain.js';
import {text} from '../../helpers/knowledge.js';
import {flowTree} from '../../helpers/mdast-chance.js';
import {slackErrors} from '../../helpers/slack-check.js';
import {bareWords, slackVisible} from '../../helpers/slack-visible.js';

type Content = ListItem['children'][number];

const words = (value: string) => ({type: 'text', value}) as const;
const paragraph = (...children: PhrasingContent[]): RootContent => ({type: 'paragraph', children});
const item = (...children: RootContent[]): ListItem => ({type: 'listItem', children: children as Content[]});
const list = (parts: Partial<List>, ...children: ListItem[]): RootContent => ({type: 'list', children, ...parts});
const code: RootContent = {type: 'code', value: 'git am\n  x'};
const link = (url: string, value: string): PhrasingContent => ({type: 'link', url, children: [words(value)]});
const quote = (...children: RootContent[]): RootContent => ({type: 'blockquote', children: children as Content[]});

/** What a tree becomes, one line for each element: its kind and its text, faces as in Markdown. */
const rows: readonly (readonly [string, readonly RootContent[], readonly string[]])[] = [
  ['nothing', [], []],
  ['blanks', [text('  ')], []],
  ['paragraphs', [text('one'), text('two')], ['section one¶¶two']],
  ['a heading', [{type: 'heading', depth: 2, children: [words('one')]}, text('two')], ['section *one*¶¶two']],
  [
    'faces',
    [
      paragraph(
        {type: 'strong', children: [words('a')]},
        {type: 'emphasis', children: [words('b')]},
        {type: 'inlineCode', value: 'c'},
      ),
    ],
    ['section *a*_b_`c`'],
  ],
  ['a hard break', [paragraph(words('a'), {type: 'break'}, words('b'))], ['section a¶b']],
  [
    'a link',
    [paragraph(link('https://lore.kernel.org/bpf/', 'the list'))],
    ['section [the list](https://lore.kernel.org/bpf/)'],
  ],
  ['a mail address', [paragraph(link('mailto:a@b.org', 'a@b.org'))], ['section [a@b.org](mailto:a@b.org)']],
  ['a link that no chat may open', [paragraph(link('javascript:alert(1)', 'press'))], ['section press']],
  [
    'a link that poses as another',
    [paragraph(link('https://evil.example/', 'https://kernel.org/'))],
    ['section https://kernel.org/ ([https://evil.example/](https://evil.example/))'],
  ],
  [
    'an address without its scheme',
    [paragraph(link('https://kernel.org/', 'kernel.org'))],
    ['section [kernel.org](https://kernel.org/)'],
  ],
  [
    'an image',
    [paragraph({type: 'image', url: 'https://x.org/a.png', alt: 'a map'})],
    ['section [a map](https://x.org/a.png)'],
  ],
  ['code', [text('a'), code, text('b')], ['section a', 'preformatted git am¶  x', 'section b']],
  ['code without a line', [{type: 'code', value: ''}], []],
  ['markup', [{type: 'html', value: '<b>a</b>'}], ['preformatted <b>a</b>']],
  ['a comment', [{type: 'html', value: '<!-- a -->'}], []],
  ['a rule', [text('a'), {type: 'thematicBreak'}, text('b')], ['section a¶¶---¶¶b']],
  ['bullets', [list({}, item(text('a')), item(text('b'), text('c')))], ['bullet 0 a | b¶c']],
  ['numbers', [list({ordered: true, start: 1}, item(text('a')), item(text('b')))], ['ordered 0 a | b']],
  ['text below bullets', [list({}, item(text('a'))), text('b')], ['bullet 0 a', 'section ¶b']],
  ['two quotes', [quote(text('a')), quote(text('b'), quote(text('c')))], ['quote a', 'quote b', 'quote c']],
  ['numbers from three', [list({ordered: true, start: 3}, item(text('a')), item(text('b')))], ['section 3. a¶4. b']],
  [
    'numbers around code',
    [list({ordered: true, start: 1}, item(text('a'), code), item(text('b')))],
    ['section 1. a', 'preformatted git am¶  x', 'section 2. b'],
  ],
  [
    'numbers before code',
    [list({ordered: true, start: 1}, item(text('a')), item(text('b'), code))],
    ['ordered 0 a | b', 'preformatted git am¶  x'],
  ],
  [
    'letters, which Slack does not count with at this level',
    [list({ordered: true, start: 1, data: {numbering: 'upper-alpha'}}, item(text('a')))],
    ['section A. a'],
  ],
  [
    'letters, at a level where Slack does',
    [list({}, item(text('a'), list({ordered: true, data: {numbering: 'lower-alpha'}}, item(text('b')))))],
    ['bullet 0 a', 'ordered 1 b'],
  ],
  [
    'numbers, at a level where Slack has letters',
    [list({}, item(text('a'), list({ordered: true}, item(text('b')))))],
    ['bullet 0 a', 'bullet 1 1. b'],
  ],
  [
    'boxes',
    [list({}, {...item(text('a')), checked: true}, {...item(text('b')), checked: false})],
    ['bullet 0 [x] a | [ ] b'],
  ],
  ['an item that is code', [list({}, item(code))], ['bullet 0  ', 'preformatted git am¶  x']],
  ['an item without anything', [list({ordered: true}, item(), item(text('b')))], ['section 2. b']],
  [
    'two lists one after the other',
    [list({ordered: true}, item(text('a'))), list({ordered: true}, item(text('b')))],
    ['ordered 0 a', 'ordered 0 b'],
  ],
  [
    'a list that goes on after a deeper one',
    [list({}, item(text('a'), list({}, item(text('b')))), item(text('c')))],
    ['bullet 0 a', 'bullet 1 b', 'bullet 0 c'],
  ],
  [
    'terms',
    [
      list(
        {data: {kind: 'definition'}},
        item({type: 'paragraph', data: {kind: 'term'}, children: [words('a')]}, text('b'), text('c')),
        item({type: 'paragraph', data: {kind: 'term'}, children: [words('d')]}, code),
      ),
    ],
    ['section *a*¶b¶¶c¶*d*', 'preformatted git am¶  x'],
  ],
  ['a quote', [text('a'), quote(text('b'), text('c')), text('d')], ['section a', 'quote b¶¶c', 'section d']],
  [
    'a quote in a list, and code and a list in a quote',
    [list({}, item(text('a'), quote(text('b'), code, list({}, item(text('c')))))), item(text('d'))],
    ['bullet 0 a', 'quote b', 'preformatted| git am¶  x', 'bullet| 1 c', 'bullet 0 d'],
  ],
  [
    'a note',
    [{...quote(text('a')), data: {kind: 'admonition', name: 'note'}} as RootContent, text('b')],
    ['quote a', 'section b'],
  ],
  [
    'who said it',
    [quote(text('a'), {type: 'paragraph', data: {kind: 'attribution'}, children: [words('b')]})],
    ['quote a¶¶-- b'],
  ],
  [
    'a footnote',
    [
      paragraph(words('a'), {type: 'footnoteReference', identifier: '1'}),
      {type: 'footnoteDefinition', identifier: '1', children: [text('b') as Content]},
    ],
    ['section a[1]¶¶[1] b'],
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
    ['preformatted tree | for¶bpf  | fixes'],
  ],
  ['what controls a terminal or turns a line', [text('a\u001b[31mb\u202ec')], ['section ab<U+202E>c']],
  [
    'what pings elsewhere',
    [text('<!channel> <@U1> @everyone :smile: *a* `b`')],
    ['section <\u2060!channel> <\u2060@U1> @everyone :smile: *a* `b`'],
  ],
];

describe('flowToRich', () => {
  it.each(rows)('lays out %s', (_name, nodes, lines) => expect(flowToRich(nodes).map(elementLine)).toEqual(lines));

  it.each(rows)('says the words of plain text for %s', (_name, nodes) => {
    const elements = flowToRich(nodes);
    const shown = slackVisible({blocks: [{type: 'rich_text', elements}]});
    expect(bareWords(shown)).toBe(bareWords(flowToPlain(nodes)));
  });

  it('loses nothing of any tree, and Slack takes it', () => {
    fc.assert(
      fc.property(fc.array(flowTree, {maxLength: 5}), (children) => {
        const reply = replyOf(children);
        const message = replyToSlack(reply);
        expect(bareWords(slackVisible(message))).toBe(bareWords(replyToPlain(reply)));
        expect(slackErrors({...message, text: 'any'})).toEqual([]);
      }),
      {numRuns: 500},
    );
  });

  it('keeps the text of nesting that no window has room for', () => {
    let node = text('deepest');
    for (let depth = 0; depth < 20_000; depth += 1) node = quote(node);
    expect(flowToRich([node]).map(elementLine)).toEqual(['quote deepest']);
  });
});

function replyOf(children: readonly RootContent[]): Reply {
  return {outcome: 'answer', blocks: [{type: 'prose', children}], next: [], data: null};
}

type Element = ReturnType<typeof flowToRich>[number];

function elementLine(element: Element): string {
  const name = element.type.replace('rich_text_', '');
  const border = element.type !== 'rich_text_section' && element.border === 1 ? '|' : '';
  if (element.type !== 'rich_text_list') return `${name}${border} ${inline(element.elements)}`;
  const items = element.elements.map(({elements}) => inline(elements)).join(' | ');
  return `${element.style}${border} ${element.indent ?? 0} ${items}`;
}

function inline(elements: Extract<Element, {type: 'rich_text_section'}>['elements']): string {
  return elements
    .map((element) => {
      if (element.type !== 'text' && element.type !== 'link') return element.type;
      const {bold, italic, code: isCode} = element.style ?? {};
      const sign = bold ? '*' : italic ? '_' : isCode ? '`' : '';
      const shown = `${sign}${element.text ?? ''}${sign}`.replaceAll('\n', '¶');
      return element.type === 'link' ? `[${shown}](${element.url})` : shown;
    })
    .join('');
}
