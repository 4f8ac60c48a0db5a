import {ComponentType} from 'discord.js';
import fc from 'fast-check';
import type {RootContent} from 'mdast';
import {describe, expect, it} from 'vitest';
import {actionTextOf} from '../../../adapters/discord/controls.js';
import {discordPageChars, noticeToDiscord, replyToDiscord} from '../../../adapters/discord/reply.js';
import {formatAction} from '../../../bot/action.js';
import {entryReply} from '../../../bot/answer.js';
import type {Block, Choice, Reply} from '../../../bot/message.js';
import {replyToPlain} from '../../../bot/plain.js';
import {makeContext} from '../../helpers/bot.js';
import {messageErrors} from '../../helpers/discord-contract.js';
import {discordTexts, discordVisible, withoutAddresses} from '../../helpers/discord-visible.js';
import {everyDocument} from '../../helpers/documents.js';
import {hostileText} from '../../helpers/hostile.js';
import {entryId, text} from '../../helpers/knowledge.js';
import {trees} from '../../helpers/mdast.js';
import {sharedNote} from '../../helpers/shared.js';

function reply(blocks: readonly Block[], next: readonly Choice[] = []): Reply {
  return {outcome: 'page', blocks, next, data: null};
}

function choice(label: string): Choice {
  return {label, action: {type: 'show', entry: entryId('q-list'), page: 1}};
}

/** What Discord would refuse in the messages of a reply. */
function errorsOf(given: Reply): string[] {
  return replyToDiscord(given).flatMap(messageErrors);
}

const blocks: readonly (readonly [name: string, block: Block, texts: readonly string[]])[] = [
  ['a heading', {type: 'heading', text: 'What is arch/*/net?'}, ['**What is arch/\\*/net?**']],
  ['prose', {type: 'prose', children: [text('One.'), text('Two.')]}, ['One.\n\nTwo.']],
  [
    'a note',
    {type: 'note', author: 'Ada', date: '2025-12-06', url: 'https://x.org/1', text: 'It *never* was.'},
    ['> **Note, Ada, 2025-12-06:** It \\*never\\* was. <https://x.org/1>'],
  ],
  [
    'a note of a document',
    {type: 'note', author: 'netdev, Linux 7.2', date: '7.2', url: 'javascript:x', text: 'Yes.'},
    ['> **Note, netdev, Linux 7.2:** Yes. javascript:x'],
  ],
  ['a warning', {type: 'warning', text: 'It is damaged.'}, ['**Warning:** It is damaged.']],
  [
    'facts',
    {
      type: 'facts',
      rows: [
        {name: 'ask <question>', value: 'Ask'},
        {name: 'Page', value: 'https://x.org/'},
      ],
    },
    ['**ask \\<question\\>**\u2003Ask\n**Page**\u2003https\\://x.org/'],
  ],
  ['an aside', {type: 'aside', text: 'Page 1 of 2.'}, ['-# Page 1 of 2.']],
  [
    'a source',
    {type: 'source', document: 'bpf_devel_QA.rst', revision: '0123', url: 'https://x.org/#q'},
    ['-# Source: [bpf\\_devel\\_QA.rst, revision 0123](<https://x.org/#q>)'],
  ],
  ['a source without a page', {type: 'source', document: 'a', revision: 'b'}, ['-# Source: a, revision b']],
  [
    'choices',
    {type: 'choices', prompt: 'Which?', choices: [choice('1. *One*'), choice('Two')]},
    ['Which?', '1. 1\\. \\*One\\*', '2. Two'],
  ],
];

describe('a block on Discord', () => {
  it.each(blocks)('is laid out: %s', (_, block, texts) => {
    const [message, ...others] = replyToDiscord(reply([block]));
    expect(discordTexts(message)).toEqual(texts);
    expect(others).toEqual([]);
  });

  it.each(blocks)(`says what plain text says and is what Discord takes: %s${sharedNote}`, (_, block) => {
    const given = reply([block]);
    expect(withoutAddresses(discordVisible(replyToDiscord(given)))).toBe(withoutAddresses(replyToPlain(given)));
    expect(errorsOf(given)).toEqual([]);
  });
});

describe('what can be pressed', () => {
  it('is a button beside each of a few choices', () => {
    const [{components}] = replyToDiscord(reply([{type: 'choices', prompt: 'Which?', choices: [choice('One')]}]));
    expect(components[1]).toMatchObject({type: 9, accessory: {type: 2, label: 'Show 1', style: 2}});
  });

  it('is a menu of at most 25 where there are many', () => {
    const label =
      'A label that is so long that it can not be shown whole in a menu, but must be shown whole above of it';
    const choices = Array.from({length: 30}, () => choice(label));
    const given = reply([{type: 'choices', prompt: 'Sections:', choices}]);
    const [{components}] = replyToDiscord(given);
    expect(components.map(({type}) => type)).toEqual([10, 1, 1]);
    expect(components[1]).toMatchObject({components: [{type: 3, placeholder: '1 to 25'}]});
    expect(components[2]).toMatchObject({
      components: [{options: {length: 5, 0: {label: `26. ${label.slice(0, 95)}\u2026`}}}],
    });
    expect(discordVisible(replyToDiscord(given))).toContain(`30. ${label}`);
    expect(errorsOf(given)).toEqual([]);
  });

  it('is a row of five buttons, with whole labels above where one is too long', () => {
    const label = 'word '.repeat(20).trim();
    const given = reply([], [...Array<string>(6).fill('One'), label].map(choice));
    const [{components}] = replyToDiscord(given);
    expect(components.map((each) => ('components' in each ? each.components.length : each.type))).toEqual([10, 5, 2]);
    expect(discordVisible(replyToDiscord(given))).toBe(label);
    expect(errorsOf(given)).toEqual([]);
  });

  it('asks in a row of its own whether the answer helped', () => {
    const rate = (helpful: boolean): Choice => ({
      label: helpful ? 'Helpful' : 'Not helpful',
      action: {type: 'rate', entry: entryId('q-list'), helpful},
    });
    const [{components}] = replyToDiscord(reply([], [rate(true), rate(false), choice('Next page')]));
    expect(components).toMatchObject([
      {components: [{label: 'Next page'}]},
      {components: [{label: 'Helpful'}, {label: 'Not helpful'}]},
    ]);
  });

  it('carries its action, with an id of its own', () => {
    const given = reply(
      [{type: 'choices', prompt: 'Which?', choices: [choice('One')]}],
      [choice('One'), choice('One')],
    );
    const ids = JSON.stringify(replyToDiscord(given)).match(/(?<="custom_id":")[^"]*/gu) ?? [];
    expect(ids).toHaveLength(3);
    expect(ids.map(actionTextOf)).toEqual(Array(3).fill(formatAction(choice('').action)));
  });
});

describe('a message', () => {
  it('notifies nobody', () => {
    expect(replyToDiscord(reply([]))).toEqual([
      {
        flags: 32768,
        components: [{type: 10, content: 'There is nothing to show.'}],
        allowedMentions: {parse: [], repliedUser: false},
      },
    ]);
  });

  it('of the bot itself shows words in back-ticks as code', () => {
    expect(discordTexts(noticeToDiscord('No `x_y`, @here. Usage: `ask <question>`.')[0])).toEqual([
      'No `x_y`, \\@here. Usage: `ask <question>`.',
    ]);
  });

  it(`is what Discord takes, whatever the reply, and nothing is cut${sharedNote}`, () => {
    const longer = hostileText.chain((part) => fc.nat({max: 400}).map((times) => part.repeat(times)));
    const prose = trees(fc.oneof({weight: 4, arbitrary: hostileText}, longer));
    fc.assert(
      fc.property(prose, fc.array(longer, {maxLength: 8}), (children, labels) => {
        const choices = labels.map(choice);
        const given = reply(
          [
            {type: 'prose', children},
            {type: 'choices', prompt: labels[0] ?? '', choices},
          ],
          choices,
        );
        expect(errorsOf(given)).toEqual([]);
      }),
      {numRuns: 200},
    );
  });

  it('parts what is longer than a message, between lines, sentences and words', () => {
    const lines = Array.from({length: 400}, (_, at) => `int *a${at} = b[${at}];`);
    const children: RootContent[] = [
      {type: 'code', value: lines.join('\n')},
      text('one_two '.repeat(1500)),
      text('*'.repeat(6000)),
    ];
    const messages = replyToDiscord(reply([{type: 'prose', children}], [choice('Next page')]));
    expect(messages.length).toBeGreaterThan(4);
    const words = discordVisible(messages).replace(/\s/gu, '');
    expect(words).toBe([...lines, 'one_two'.repeat(1500), '*'.repeat(6000)].join('').replace(/\s/gu, ''));
    expect(messages.map(({components}) => components.at(-1)?.type === ComponentType.ActionRow)).toEqual([
      ...Array<boolean>(messages.length - 1).fill(false),
      true,
    ]);
  });
});

describe(`every entry of every HOWTO${sharedNote}`, async () => {
  it.each(await everyDocument())('is one message a page: %s', (_, knowledge) => {
    for (const entry of knowledge.entries) {
      for (let page = 1, more = true; more; page += 1) {
        const given = entryReply(
          entry,
          page,
          makeContext(knowledge, {pageChars: discordPageChars, setting: 'private'}),
        );
        expect(replyToDiscord(given)).toHaveLength(1);
        expect(errorsOf(given)).toEqual([]);
        expect(withoutAddresses(discordVisible(replyToDiscord(given)))).toBe(withoutAddresses(replyToPlain(given)));
        more = given.next.some(({label}) => label === 'Next page');
      }
    }
  });
});
