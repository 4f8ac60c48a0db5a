/**
 * Entries for programs. The shapes are stable; `adapters/terminal/README.md` documents them.
 */
import type {Entry, Knowledge, Note} from '../knowledge/index.js';
import type {Json} from './message.js';
import {flowToPlain} from './plain.js';

/** One element of `entries --json`. `section` is the path of titles as one line, `answer` plain text. */
export function entryToData(entry: Entry): Readonly<Record<string, Json>> {
  return {
    id: entry.id,
    section: entry.section.join(' > '),
    heading: entry.heading,
    question: entry.question,
    url: entry.origin.url ?? null,
    line: entry.origin.line,
    links: entry.links.map(({kind, text, target, url}) => ({kind, text, target, url})),
    code: entry.code,
    answer: flowToPlain(entry.answer.children),
  };
}

/** An entry with what stands beside it in a reply. */
export function answerToData(entry: Entry, knowledge: Knowledge): Json {
  const document = knowledge.documents.find(({name}) => name === entry.origin.document);
  return {
    ...entryToData(entry),
    notes: knowledge.notes(entry.id).map(noteToData),
    document: entry.origin.document,
    revision: document?.revision ?? null,
    damaged: document?.damage !== undefined,
  };
}

function noteToData({author, date, url, text}: Note): Json {
  return {author, date, url, text};
}
