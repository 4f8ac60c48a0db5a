/**
 * A small knowledge base built by hand, for tests of what the bot says. Search finds an entry by a word of its question.
 */
import type {Root, RootContent} from 'mdast';
import type {DocumentInfo, Elsewhere, Entry, EntryId, Knowledge, Match, Note, Outcome} from '../../knowledge/index.js';

export function text(value: string): RootContent {
  return {type: 'paragraph', children: [{type: 'text', value}]};
}

export function entryId(id: string): EntryId {
  return id as EntryId;
}

interface EntryParts {
  readonly id: string;
  readonly question: string;
  readonly section?: readonly string[];
  readonly answer?: readonly RootContent[];
  readonly document?: string;
}

export function makeEntry({
  id,
  question,
  section = ['Patches'],
  answer = [text('Yes.')],
  document = 'doc.rst',
}: EntryParts) {
  const root: Root = {type: 'root', children: [...answer]};
  const entry: Entry = {
    id: entryId(id),
    section,
    heading: `Q: ${question}`,
    question,
    answer: root,
    links: [],
    code: answer.flatMap((node) => (node.type === 'code' ? [node.value] : [])),
    origin: {document, line: 7, url: `https://docs.kernel.org/${document.replace('.rst', '.html')}#${id}`},
  };
  return entry;
}

export const goodDocument: DocumentInfo = {
  name: 'doc.rst',
  title: 'HOWTO',
  url: 'https://docs.kernel.org/doc.html',
  revision: '0123456789ab',
  problems: [],
  entryCount: 3,
  bytes: 1234,
};

export const sampleEntries: readonly Entry[] = [
  makeEntry({id: 'q-bugs', question: 'Where do I report bugs?', section: ['Reporting bugs']}),
  makeEntry({id: 'q-list', question: 'Which list takes patches?'}),
  makeEntry({id: 'q-tree', question: 'Which tree takes patches?'}),
  makeEntry({id: 'q-stable', question: 'How does a fix reach stable?', section: ['Patches', 'Stable']}),
];

interface Parts {
  readonly entries?: readonly Entry[];
  readonly documents?: readonly DocumentInfo[];
  readonly notes?: readonly Note[];
  readonly elsewhere?: Elsewhere;
  readonly corrections?: Outcome['corrections'];
}

/**
 * Searching takes the words of the question: one entry that has one of them is the answer, several are a choice,
 * none is none.
 */
export function makeKnowledge(parts: Parts = {}): Knowledge {
  const {entries = sampleEntries, documents = [goodDocument], notes = [], elsewhere, corrections = []} = parts;
  const matchesOf = (question: string): Match[] => {
    const words = question.toLowerCase().match(/[a-z]{4,}/gu) ?? [];
    return entries
      .filter((entry) => words.some((word) => entry.question.toLowerCase().includes(word)))
      .map((entry, at) => ({entry, confidence: (9 - at) / 10, why: 'words'}));
  };
  return {
    entries,
    documents,
    entry: (id) => entries.find((entry) => entry.id === id),
    notes: (id) => notes.filter(({entry}) => entry === id),
    related: (id, limit) => entries.filter((entry) => entry.id !== id).slice(0, limit),
    search(question) {
      const matches = matchesOf(question);
      const outcome = matches.length === 0 ? 'none' : matches.length === 1 ? 'answer' : 'choices';
      return {outcome, matches, corrections, ...(elsewhere && outcome !== 'answer' ? {elsewhere} : {})};
    },
    suggest: (typed, limit) =>
      entries.filter(({question}) => question.toLowerCase().includes(typed.toLowerCase())).slice(0, limit),
  };
}
