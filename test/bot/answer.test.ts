import {describe, expect, it} from 'vitest';
import {formatAction} from '../../bot/action.js';
import {entryReply, noneReply, outcomeToReply} from '../../bot/answer.js';
import type {Reply} from '../../bot/message.js';
import {replyToPlain} from '../../bot/plain.js';
import {makeContext} from '../helpers/bot.js';
import {entryId, goodDocument, makeEntry, makeKnowledge, sampleEntries, text} from '../helpers/knowledge.js';

const elsewhere = {
  id: 'libbpf',
  topic: 'Loading programs with libbpf',
  page: {title: 'libbpf', url: 'https://docs.kernel.org/bpf/libbpf/'},
  phrases: [],
};
const note = {
  entry: entryId('q-bugs'),
  author: 'Ada',
  date: '2025-12-06',
  url: 'https://lore.kernel.org/r/x@y',
  text: 'It is different now.',
};
const damagedDocument = {...goodDocument, damage: {reasons: ['Its mail addresses are unknown.']}};

function ask(question: string, knowledge = makeKnowledge(), changes = {}): Reply {
  return outcomeToReply(knowledge.search(question), makeContext(knowledge, changes));
}

const spoken: readonly (readonly [string, Reply, readonly string[]])[] = [
  [
    'an answer, with its notes and its place',
    ask('bugs', makeKnowledge({notes: [note]})),
    [
      'Where do I report bugs?',
      'There is a later statement on this answer: see the note below it.',
      'Yes.',
      'Note, Ada, 2025-12-06: It is different now. https://lore.kernel.org/r/x@y',
      'Source: doc.rst, revision 0123456789ab, https://docs.kernel.org/doc.html#q-bugs',
    ],
  ],
  [
    'how a word was read',
    ask('bugs', makeKnowledge({corrections: [{from: 'bgus', to: 'bugs'}]})),
    [
      'Read "bgus" as "bugs".',
      'Where do I report bugs?',
      'Yes.',
      'Source: doc.rst, revision 0123456789ab, https://docs.kernel.org/doc.html#q-bugs',
    ],
  ],
  [
    'a choice',
    ask('patches', makeKnowledge({elsewhere})),
    [
      'Which of these do you mean?\n1. Which list takes patches?\n2. Which tree takes patches?',
      'Loading programs with libbpf: see libbpf (https://docs.kernel.org/bpf/libbpf/).',
    ],
  ],
  [
    'that it does not know',
    ask('weather', makeKnowledge({elsewhere})),
    [
      'The HOWTO does not cover that.',
      'Loading programs with libbpf: see libbpf (https://docs.kernel.org/bpf/libbpf/).',
      'Next step: search the archive of the BPF mailing list at https://lore.kernel.org/bpf/, then ask on the list: bpf@vger.kernel.org.',
    ],
  ],
  [
    'an entry without an answer',
    entryReply(makeEntry({id: 'q-x', question: 'Why?', answer: []}), 1, makeContext()),
    [
      'Why?',
      'The document has no answer to this question.',
      'Source: doc.rst, revision 0123456789ab, https://docs.kernel.org/doc.html#q-x',
    ],
  ],
  [
    'a damaged copy, with one warning and dead links',
    entryReply(
      makeEntry({
        id: 'q-x',
        question: 'Whewe?',
        answer: [
          {
            type: 'paragraph',
            children: [
              {type: 'text', value: 'bpf@vgew.kewnew.owg ow https://gitwab.com/x, '},
              {type: 'link', url: 'https://docs.kernel.org/bpf/', children: [{type: 'text', value: 'docs'}]},
            ],
          },
        ],
      }),
      1,
      makeContext(makeKnowledge({documents: [damagedDocument]})),
    ),
    [
      'Whewe?',
      'Warning: This copy of the document is damaged. Its addresses may be wrong and belong to strangers: links are shown as dead text; do not write to them, open them or run commands with them.',
      'bpf@vgew.kewnew.owg ow https://gitwab.com/x, docs (https://docs.kernel.org/bpf/)',
      'Source: doc.rst, revision 0123456789ab, https://docs.kernel.org/doc.html#q-x',
    ],
  ],
];

describe('a reply', () => {
  it.each(spoken)('says %s', (_name, reply, blocks) => expect(replyToPlain(reply)).toBe(blocks.join('\n\n')));

  it.each([
    ['private', ['share', 'related', 'other', 'helped', 'failed']],
    ['public', ['related', 'other', 'remove', 'helped', 'failed']],
    ['direct', ['related', 'other', 'helped', 'failed']],
    ['terminal', ['related', 'other']],
  ] as const)('offers what may come next where it is %s', (setting, types) =>
    expect(ask('bugs', makeKnowledge(), {setting}).next.map(({action}) => formatAction(action).split('.')[0])).toEqual(
      types,
    ),
  );

  it('offers a way out of a choice', () =>
    expect(ask('patches').next).toEqual([{label: 'None of these', action: {type: 'other', nearest: []}}]));

  it('offers the nearest questions where it does not know', () => {
    const matches = sampleEntries.map((entry) => ({entry, confidence: 0.1, why: ''}));
    expect(noneReply(matches).next).toEqual([
      {label: 'Show the nearest questions', action: {type: 'other', nearest: ['q-bugs', 'q-list', 'q-tree']}},
    ]);
  });

  it('is the same for programs', () =>
    expect(ask('bugs', makeKnowledge({notes: [note]})).data).toEqual({
      outcome: 'answer',
      answer: {
        id: 'q-bugs',
        section: 'Reporting bugs',
        heading: 'Q: Where do I report bugs?',
        question: 'Where do I report bugs?',
        url: 'https://docs.kernel.org/doc.html#q-bugs',
        line: 7,
        links: [],
        code: [],
        answer: 'Yes.',
        notes: [
          {author: 'Ada', date: '2025-12-06', url: 'https://lore.kernel.org/r/x@y', text: 'It is different now.'},
        ],
        document: 'doc.rst',
        revision: '0123456789ab',
        damaged: false,
      },
      matches: [
        {
          id: 'q-bugs',
          question: 'Where do I report bugs?',
          url: 'https://docs.kernel.org/doc.html#q-bugs',
          confidence: 0.9,
          why: 'words',
        },
      ],
      elsewhere: null,
      corrections: [],
    }));

  it('says before the answer how many later statements there are', () => {
    const entry = makeEntry({id: 'q-bugs', question: 'Why?', answer: [text('one')]});
    const context = makeContext(makeKnowledge({entries: [entry], notes: [note, note]}));
    expect(entryReply(entry, 1, context).blocks[1]).toEqual({
      type: 'aside',
      text: 'There are 2 later statements on this answer: see the notes below it.',
    });
  });

  it('pages a long answer and keeps its notes for the end', () => {
    const entry = makeEntry({id: 'q-bugs', question: 'Why?', answer: [text('one'), text('two')]});
    const context = makeContext(makeKnowledge({entries: [entry], notes: [note]}), {pageChars: 5});
    const [first, second, third] = [1, 2, 3].map((page) => entryReply(entry, page, context));
    expect(first?.blocks.map(({type}) => type)).toEqual(['heading', 'aside', 'prose', 'aside', 'source']);
    expect(first?.blocks[3]).toEqual({type: 'aside', text: 'Page 1 of 2. The last page has a note on this answer.'});
    expect(first?.next).toContainEqual({label: 'Next page', action: {type: 'show', entry: 'q-bugs', page: 2}});
    expect(second?.next).toContainEqual({label: 'Previous page', action: {type: 'show', entry: 'q-bugs', page: 1}});
    expect(second?.blocks.map(({type}) => type)).toEqual(['heading', 'prose', 'note', 'aside', 'source']);
    expect(third).toEqual(second);
  });
});
