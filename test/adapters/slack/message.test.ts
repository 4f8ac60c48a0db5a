/** Every block of a reply as Block Kit, the limits of a message, and replies by chance. */
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {replyToSlack} from '../../../adapters/slack/message.js';
import {formatAction} from '../../../bot/action.js';
import {paragraphs, type Action, type Block, type Choice, type Reply} from '../../../bot/message.js';
import {replyToPlain} from '../../../bot/plain.js';
import {entryId} from '../../helpers/knowledge.js';
import {flowTree, hostileText} from '../../helpers/mdast-chance.js';
import {slackErrors} from '../../helpers/slack-check.js';
import {bareWords, slackVisible} from '../../helpers/slack-visible.js';

const show: Action = {type: 'show', entry: entryId('q'), page: 1};
const value = formatAction(show);
const plain = (text: string) => ({type: 'plain_text', text, emoji: false});
const rich = (...elements: unknown[]) => ({type: 'rich_text', elements});
const section = (...elements: unknown[]) => ({type: 'rich_text_section', elements});
const quote = (...elements: unknown[]) => ({type: 'rich_text_quote', elements});
const words = (text: string) => ({type: 'text', text});
const bold = (text: string) => ({type: 'text', text, style: {bold: true}});
const link = (url: string) => ({type: 'link', url, text: url});
const url = 'https://docs.kernel.org/x.html#q';

const blocks: readonly (readonly [string, Block, readonly unknown[]])[] = [
  ['a heading', {type: 'heading', text: 'One <b>?'}, [rich(section(bold('One <b>?')))]],
  ['a heading without text', {type: 'heading', text: ' '}, []],
  ['prose', paragraphs('one', 'two'), [rich(section(words('one\n\ntwo')))]],
  [
    'a note',
    {type: 'note', author: 'Ada', date: '2025-12-06', url, text: 'No.'},
    [rich(quote(bold('Note, Ada, 2025-12-06:'), words(' No. '), link(url)))],
  ],
  [
    'a note of a document',
    {type: 'note', author: 'netdev, v7.1', date: 'v7.1', url: 'javascript:x', text: 'No.'},
    [rich(quote(bold('Note, netdev, v7.1:'), words(' No. javascript:x')))],
  ],
  ['a warning', {type: 'warning', text: 'No.'}, [rich(quote(bold('Warning:'), words(' No.')))]],
  [
    'choices',
    {type: 'choices', prompt: 'Which?', choices: [{label: 'One?', action: show}]},
    [
      rich(section(words('Which?'))),
      {
        type: 'section',
        text: plain('1. One?'),
        accessory: {
          type: 'button',
          action_id: 'act:show:1',
          text: plain('Show'),
          value,
          accessibility_label: 'Show: One?',
        },
      },
    ],
  ],
  [
    'facts',
    {
      type: 'facts',
      rows: [
        {name: 'Page', value: url},
        {name: 'Version', value: '1'},
      ],
    },
    [rich(section(bold('Page'), words('  '), link(url), words('\n'), bold('Version'), words('  1')))],
  ],
  ['an aside', {type: 'aside', text: 'Page 1 of 2.'}, [{type: 'context', elements: [plain('Page 1 of 2.')]}]],
  [
    'a source',
    {type: 'source', document: 'a<b>.rst', revision: '0123', url: 'https://x.org/a?b&c|d#e'},
    [
      {
        type: 'context',
        elements: [
          plain('Source: a<b>.rst, revision 0123,'),
          {type: 'mrkdwn', text: '<https://x.org/a?b&amp;c%7Cd#e>', verbatim: true},
        ],
      },
    ],
  ],
  [
    'a source without an address',
    {type: 'source', document: 'a.rst', revision: '0123'},
    [{type: 'context', elements: [plain('Source: a.rst, revision 0123')]}],
  ],
  [
    'a source with an address that no chat may open',
    {type: 'source', document: 'a.rst', revision: '0123', url: 'javascript:x'},
    [{type: 'context', elements: [plain('Source: a.rst, revision 0123, javascript:x')]}],
  ],
];

function replyOf(parts: Partial<Reply>): Reply {
  return {outcome: 'page', blocks: [], next: [], data: null, ...parts};
}

function choices(count: number): Choice[] {
  return Array.from({length: count}, (_, at) => ({label: `Question ${at + 1}?`, action: show}));
}

describe('replyToSlack', () => {
  it.each(blocks)('lays out %s', (_name, block, laid) =>
    expect(replyToSlack(replyOf({blocks: [block]})).blocks).toEqual(laid),
  );

  it.each(blocks)('shows the words of plain text for %s', (_name, block) => {
    const reply = replyOf({blocks: [block]});
    expect(bareWords(decodeURIComponent(slackVisible(replyToSlack(reply))))).toBe(bareWords(replyToPlain(reply)));
  });

  it('lays out what to do next as buttons', () => {
    const next: Choice[] = [
      {label: 'Next page', action: {...show, page: 2}},
      {label: 'Share here', action: {type: 'share', entry: entryId('q'), page: 1}},
    ];
    expect(replyToSlack(replyOf({next})).blocks).toEqual([
      {
        type: 'actions',
        elements: [
          {type: 'button', action_id: 'act:show:1', text: plain('Next page'), value: formatAction({...show, page: 2})},
          {
            type: 'button',
            action_id: 'act:share:2',
            text: plain('Share here'),
            value: formatAction({...show, type: 'share'}),
          },
        ],
      },
    ]);
  });

  it('lays out whether it helped in the form of Slack', () => {
    const rate = (helpful: boolean): Action => ({type: 'rate', entry: entryId('q'), helpful});
    const next = [
      {label: 'Helpful', action: rate(true)},
      {label: 'Related questions', action: {type: 'related', entry: entryId('q')} as const},
      {label: 'Not helpful', action: rate(false)},
    ];
    const laid = replyToSlack(replyOf({next}));
    expect(slackErrors({...laid, text: 'any'})).toEqual([]);
    expect(laid.blocks.map(({type}) => type)).toEqual(['actions', 'context_actions']);
    expect(laid.blocks[1]).toEqual({
      type: 'context_actions',
      elements: [
        {
          type: 'feedback_buttons',
          action_id: 'act:rate:1',
          positive_button: {text: plain('Helpful'), accessibility_label: 'Helpful', value: formatAction(rate(true))},
          negative_button: {
            text: plain('Not helpful'),
            accessibility_label: 'Not helpful',
            value: formatAction(rate(false)),
          },
        },
      ],
    });
  });

  it.each([
    [12, 13, 0],
    [13, 2, 1],
    [100, 2, 1],
    [101, 2, 2],
    [350, 2, 4],
  ])('keeps %i choices within the blocks of a message', (count, blockCount, menus) => {
    const reply = replyOf({blocks: [{type: 'choices', prompt: 'Which?', choices: choices(count)}]});
    const message = replyToSlack(reply);
    const last = message.blocks.at(-1);
    expect(message.blocks.length).toBe(blockCount + (menus > 0 ? 1 : 0));
    expect(last?.type === 'actions' ? last.elements.length : 0).toBe(menus);
    expect(slackErrors(message)).toEqual([]);
    expect(bareWords(slackVisible(message))).toBe(bareWords(replyToPlain(reply)));
  });

  it('shows a label whole that no button holds', () => {
    const label = 'why '.repeat(2000).trim();
    const reply = replyOf({blocks: [{type: 'choices', prompt: 'Which?', choices: [{label, action: show}]}]});
    const message = replyToSlack({...reply, next: [{label, action: show}]});
    expect(slackErrors(message)).toEqual([]);
    expect(bareWords(slackVisible(message))).toBe(`Which? 1. ${label} ${label}`);
  });

  it('keeps hundreds of blocks within a message', () => {
    const small: Block = {type: 'aside', text: 'small'};
    const reply = replyOf({
      blocks: Array.from({length: 100}, () => [small, paragraphs('one'), blocks[8]?.[1] ?? small]).flat(),
    });
    const message = replyToSlack(reply);
    expect(message.blocks.map(({type}) => type)).toEqual(['rich_text']);
    expect(bareWords(slackVisible(message))).toBe(bareWords(replyToPlain(reply)));
  });

  it.each([
    ['a ping', '<!channel> <@U1> @everyone', '&lt;!channel&gt; &lt;@U1&gt; @\u2060everyone'],
    ['an ampersand', 'a &lt; b', 'a &amp;lt; b'],
  ])('escapes %s in the plain text', (_name, text, escaped) =>
    expect(replyToSlack(replyOf({blocks: [paragraphs(text)]})).text).toBe(escaped),
  );

  it.each([
    ['lines', 'one & two\n'],
    ['one line', '&'],
    ['wide characters', '\u{1f600}&'],
  ])('says where the rest of a long plain text is: %s', (_name, part) => {
    const block: Block = {type: 'prose', children: [{type: 'code', value: part.repeat(5000).trim()}]};
    const {text} = replyToSlack(replyOf({blocks: [block]}));
    expect(Buffer.byteLength(text)).toBeGreaterThan(3900);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(4000);
    expect(text).toMatch(/(?:two|&amp;|\u{1f600})\n\nThe rest is in the message itself\.$/u);
  });

  it('loses nothing of any reply, pings nobody, and Slack takes it', () => {
    const action = fc.constantFrom<Action>(
      show,
      {type: 'browse'},
      {type: 'other', nearest: []},
      {type: 'related', entry: entryId('q')},
      {type: 'rate', entry: entryId('q'), helpful: true},
      {type: 'rate', entry: entryId('q'), helpful: false},
      {type: 'remove', asker: 'U1'},
    );
    const label = fc.oneof(hostileText, fc.string({maxLength: 200}));
    const choice = fc.record({label, action});
    const address = fc.constantFrom(url, 'javascript:alert(1)', 'http://a.b/<!channel>');
    const block = fc.oneof(
      label.map((text): Block => ({type: 'heading', text})),
      fc.array(flowTree, {maxLength: 3}).map((children): Block => ({type: 'prose', children})),
      fc
        .record({author: label, date: label, url: address, text: label})
        .map((note): Block => ({type: 'note', ...note})),
      label.map((text): Block => ({type: 'warning', text})),
      label.map((text): Block => ({type: 'aside', text})),
      fc
        .record({prompt: label, choices: fc.array(choice, {maxLength: 20})})
        .map((parts): Block => ({type: 'choices', ...parts})),
      fc.array(fc.record({name: label, value: label}), {maxLength: 5}).map((rows): Block => ({type: 'facts', rows})),
      fc
        .record({document: label, revision: label, url: fc.constantFrom(url, 'javascript:alert(1)')})
        .map((source): Block => ({type: 'source', ...source})),
    );
    fc.assert(
      fc.property(fc.array(block, {maxLength: 12}), fc.array(choice, {maxLength: 30}), (laid, next) => {
        const reply = replyOf({blocks: [paragraphs('Begins.'), ...laid]});
        const message = replyToSlack({...reply, next});
        expect(slackErrors(message)).toEqual([]);
        const shown = slackVisible(replyToSlack(reply));
        expect(bareWords(shown)).toBe(bareWords(replyToPlain(reply)));
      }),
      {numRuns: 300},
    );
  });
});
