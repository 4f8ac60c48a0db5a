/**
 * Where the HOWTO speaks of what was just said: its question, and in small its place.
 */
import type {Entry, Knowledge, Note} from '../knowledge/index.js';
import {paragraphs, type Block} from './message.js';

/** @param note A later statement that must not be missed. */
export function pointerBlocks({question, origin}: Entry, knowledge: Knowledge, note?: Note): Block[] {
  const revision = knowledge.documents.find(({name}) => name === origin.document)?.revision ?? 'unknown';
  return [
    paragraphs(`In the HOWTO: ${question}`),
    ...(note ? [{type: 'note', author: note.author, date: note.date, url: note.url, text: note.text} as const] : []),
    {type: 'source', document: origin.document, revision, ...(origin.url === undefined ? {} : {url: origin.url})},
  ];
}
