import {describe, expect, it} from 'vitest';
import {formatAction} from '../../bot/action.js';
import type {Action} from '../../bot/message.js';
import {replyToPlain} from '../../bot/plain.js';
import {makeBot, request} from '../helpers/bot.js';
import {entryId, goodDocument, makeKnowledge} from '../helpers/knowledge.js';

const heard: readonly (readonly [string, string])[] = [
  ['browse', 'Sections:\n1. Reporting bugs (1 question)\n2. Patches (2 questions)\n3. Patches > Stable (1 question)'],
  ['browse 2', 'Patches:\n1. Which list takes patches?\n2. Which tree takes patches?'],
  ['browse patches', 'Patches:\n1. Which list takes patches?\n2. Which tree takes patches?'],
  ['browse STABLE', 'Patches > Stable:\n1. How does a fix reach stable?'],
  [
    'browse 2.1',
    'Which list takes patches?\n\nYes.\n\nSource: doc.rst, revision 0123456789ab, https://docs.kernel.org/doc.html#q-list',
  ],
  [
    'browse q-tree',
    'Which tree takes patches?\n\nYes.\n\nSource: doc.rst, revision 0123456789ab, https://docs.kernel.org/doc.html#q-tree',
  ],
  [
    'help',
    'Ask how to work with the BPF subsystem of the Linux kernel, in your own words: where do I send my patches? The answers come from the BPF HOWTO, each with a link to its place.\n\n' +
      'ask <question>                        Ask the HOWTO a question in your own words\n' +
      'browse [section]                      Walk through sections and their questions\n' +
      'prefix [tree] [vN] [rfc] [N patches]  Write the subject prefix of your patches and the command for it\n' +
      'check [subject or attached files]     Check a patch, a series or a subject before you send it\n' +
      "window                                Show whether Linux's merge window is open, and the next dates\n" +
      'about                                 Show the version, the source and its revision\n' +
      'help [command]                        Show what this bot can do',
  ],
  ['help about', 'about\n\nShow the version, the source and its revision.'],
  [
    'about',
    'bpf-howto  version 1.2.3\n\nDocument   HOWTO\nSource     doc.rst, 1234 bytes\nRevision   0123456789ab\n' +
      'Page       https://docs.kernel.org/doc.html\nQuestions  3',
  ],
  [
    'ask list',
    'Which list takes patches?\n\nYes.\n\nSource: doc.rst, revision 0123456789ab, https://docs.kernel.org/doc.html#q-list',
  ],
];

const wordless = ['', ' ', '?', '...!?', 'a', '🐝🐝', '\u202e', '\u0000\u001b[2J', '\ud800'];
const sentence = 'There is no question in that. Ask in a few words, for example: where do I send my patches?';

const refused: readonly (readonly [string, string])[] = [
  ['browse 9', 'There is no section 9. They are numbered from 1 to 3.'],
  ['browse 2.7', 'Patches has no question 7. They are numbered from 1 to 2.'],
  ['browse reporting bgus', 'No section is called `reporting bgus`. Did you mean `Reporting bugs`?'],
  ['browse nowhere at all', 'No section is called `nowhere at all`. `browse` lists the sections.'],
  ['help brwose', '`brwose` is not known here. Did you mean `browse`? Usage: `help [command]`.'],
];

const presses: readonly (readonly [Action, string])[] = [
  [{type: 'browse', section: ['Patches', 'Stable']}, 'Patches > Stable:\n1. How does a fix reach stable?'],
  [
    {type: 'related', entry: entryId('q-bugs')},
    'Related to "Where do I report bugs?":\n1. Which list takes patches?\n2. Which tree takes patches?\n3. How does a fix reach stable?',
  ],
  [
    {type: 'other', nearest: [entryId('q-tree'), entryId('q-gone')]},
    'The nearest other questions:\n1. Which tree takes patches?',
  ],
  [
    {type: 'other', nearest: []},
    'The HOWTO does not cover that.\n\nNext step: search the archive of the BPF mailing list at https://lore.kernel.org/bpf/, then ask on the list: bpf@vger.kernel.org.',
  ],
  [
    {type: 'share', entry: entryId('q-bugs'), page: 1},
    'Where do I report bugs?\n\nYes.\n\nSource: doc.rst, revision 0123456789ab, https://docs.kernel.org/doc.html#q-bugs\nShared by Ada.',
  ],
];

describe('the bot', () => {
  it.each(heard)('hears %j', async (text, plain) =>
    expect(replyToPlain(await makeBot().hear(text, request))).toBe(plain),
  );
  it.each(wordless)('asks for words on %j', async (text) => {
    const reply = await makeBot().hear(text, request);
    expect([reply.outcome, replyToPlain(reply)]).toEqual(['none', sentence]);
  });
  it.each(refused)('refuses %j', async (text, message) =>
    expect(makeBot().hear(text, request)).rejects.toThrow(message),
  );
  it.each(presses)('answers the press %o', async (action, plain) =>
    expect(replyToPlain(await makeBot().press(action, request))).toBe(plain),
  );
  it.each([
    {type: 'show', entry: entryId('q-gone'), page: 1},
    {type: 'related', entry: entryId('q-gone')},
    {type: 'browse', section: ['Gone']},
  ] as const)('says that %o is gone', async (action) =>
    expect(makeBot().press(action, request)).rejects.toThrow(/is not in the document any more/u),
  );
  it('shares with everybody in the place', async () => {
    const reply = await makeBot().press(
      {type: 'share', entry: entryId('q-bugs'), page: 1},
      {...request, setting: 'private'},
    );
    expect(reply.next.map(({action}) => formatAction(action).split('.')[0])).toEqual([
      'related',
      'other',
      'remove',
      'helped',
      'failed',
    ]);
  });
  it('tells of damage', async () => {
    const knowledge = makeKnowledge({documents: [{...goodDocument, damage: {reasons: ['Its hosts are unknown.']}}]});
    expect(replyToPlain(await makeBot(knowledge).hear('about', request))).toMatch(
      /Warning: This copy is damaged\. Its hosts are unknown\.$/u,
    );
  });
  it('answers a megabyte', async () =>
    expect((await makeBot().hear('bugs '.repeat(2 ** 18), request)).outcome).toBe('answer'));
});
