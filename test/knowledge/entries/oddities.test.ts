/**
 * Small documents, each named for what is odd about it.
 */
import {readFileSync} from 'node:fs';
import type {Nodes} from 'mdast';
import {describe, expect, it} from 'vitest';
import {entriesOf, type Extracted} from '../../../knowledge/entries/index.js';
import {parseDocument} from '../../../knowledge/parse/index.js';

async function read(name: string): Promise<Extracted> {
  const text = readFileSync(new URL(`../../fixtures/entries/${name}`, import.meta.url), 'utf8');
  return entriesOf(await parseDocument(name, text), {name});
}

function textOf(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(textOf).join(node.type === 'root' ? ' | ' : '') : '';
}

type Row = readonly [id: string, section: string, question: string, answer: string];

const documents: readonly (readonly [string, readonly Row[]])[] = [
  [
    'several-questions-one-answer.rst',
    [['q-may-i-use-tabs-may-i-use-spaces', '', 'May I use tabs? May I use spaces?', 'Do as the file does.']],
  ],
  [
    'both-marks-in-one-paragraph.rst',
    [
      ['q-where-does-a-fix-go', '', 'Where does a fix go?', 'Into the tree for fixes.'],
      ['q-and-a-feature', '', 'And a feature?', 'Into the other one.'],
    ],
  ],
  [
    'two-answers-parted-by-or.rst',
    [['q-when-may-i-ask-again', '', 'When may I ask again?', 'After a week. | OR | After two, if there is a holiday.']],
  ],
  [
    'question-as-definition-term.txt',
    [
      [
        'q-which-list-is-the-right-one-for-a-patch-that-touches-two-subsystems',
        '',
        'Which list is the right one for a patch that touches two subsystems?',
        'Both lists. Send one mail to both. | Say so in the cover letter.',
      ],
    ],
  ],
  [
    'topic-between-questions.rst',
    [
      ['q-first-question', '', 'First question?', 'First answer.'],
      ['q-second-question', 'Testing', 'Second question?', 'Second answer.'],
    ],
  ],
  [
    'subheading-in-an-answer.rst',
    [
      ['q-how-do-i-start', '', 'How do I start?', 'In two steps. | Step one | Clone the tree.'],
      ['q-how-do-i-stop', '', 'How do I stop?', 'You do not.'],
    ],
  ],
  [
    'bold-and-numbered-marks.rst',
    [
      ['q-is-bold-read', '', 'Is bold read?', 'It is.'],
      ['q-are-numbers-read', '', 'Are numbers read?', 'They are.'],
      ['q-are-words-read', '', 'Are words read?', 'They are, too.'],
    ],
  ],
  [
    'marks-in-code.rst',
    [
      [
        'q-what-does-the-log-look-like',
        '',
        'What does the log look like?',
        'Like this: | Q: not a question\nA: not an answer\nhttps://not.a.link/',
      ],
    ],
  ],
  [
    'no-marks.rst',
    [
      ['sending', '', 'Sending', 'Send it.'],
      ['deeper', 'Empty section', 'Deeper', 'Has text.'],
    ],
  ],
  [
    'question-runs-on.rst',
    [
      [
        'q-my-fix-is-needed-in-stable-as-well',
        '',
        'My fix is needed in stable as well. Whom do I ask?',
        'The maintainers.',
      ],
      [
        'q-topic-without-a-question-mark',
        '',
        'Who reads the queue_ of https://example.org/ and when?',
        'Nobody marked this answer.',
      ],
    ],
  ],
  ['closing-words.rst', [['q-where-is-the-code', '', 'Where is the code?', 'In tests.']]],
  ['unanswered.rst', [['q-somebody-knows', '', 'Somebody knows?', 'Yes.']]],
  [
    'pinned-anchors.rst',
    [
      ['q-old-words', '', 'New words?', 'The old address still works.'],
      ['id1', '', 'New words?', 'Twice the same heading.'],
    ],
  ],
  ['markdown.md', [['q-does-markdown-work', '', 'Does Markdown work?', 'It does, with links and code. | git log']]],
];

describe('entries of odd documents', () => {
  it.each(documents)('%s', async (name, rows) => {
    const {entries} = await read(name);
    expect(entries.map((entry) => [entry.id, entry.section.join(' > '), entry.question, textOf(entry.answer)])).toEqual(
      rows,
    );
  });

  it('says which question has no answer', async () => {
    const {problems} = await read('unanswered.rst');
    expect(problems).toEqual([{line: 4, column: 1, met: 'the question "Nobody knows?"', hoped: 'an answer below it'}]);
  });

  it('lists links of the question and of the answer, but none of code', async () => {
    const {entries} = await read('question-runs-on.rst');
    expect(entries[1]?.links.map(({url}) => url)).toEqual(['https://example.org/']);
    const code = await read('marks-in-code.rst');
    expect(code.entries[0]?.links).toEqual([]);
    expect(code.entries[0]?.code).toEqual(['Q: not a question\nA: not an answer\nhttps://not.a.link/']);
  });

  it('keeps the place of an entry in its document', async () => {
    const {entries} = await read('topic-between-questions.rst');
    expect(entries.map(({origin}) => origin)).toEqual([
      {document: 'topic-between-questions.rst', line: 4},
      {document: 'topic-between-questions.rst', line: 11},
    ]);
  });
});
