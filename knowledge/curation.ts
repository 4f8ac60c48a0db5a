/**
 * Phrases and notes find their entries by anchor.
 *
 * A damaged copy has anchors of its own: `wepowt-bugs` for `report-bugs`. Where no anchor fits exactly, one that differs
 * only by r and l written as w does.
 */
import type {EntryId, Note} from './entry.js';
import type {Phrases} from './source/bundled.js';

/** Anchors with r and l written as w. */
function swapped(anchor: string): string {
  return anchor.replace(/[rl]/g, 'w');
}

export interface Curated {
  phrasesOf(id: EntryId): readonly string[];
  notesOf(id: EntryId): readonly Note[];
}

export function curate(phrases: Phrases, notes: readonly Note[]): Curated {
  // Maps, because a document may have an entry called `constructor`.
  const phrasesBy = new Map(Object.entries(phrases));
  const notesBy = new Map<string, Note[]>();
  for (const note of notes) notesBy.set(note.entry, [...(notesBy.get(note.entry) ?? []), note]);
  const anchors = new Set([...phrasesBy.keys(), ...notesBy.keys()]);
  const bySwap = new Map([...anchors].map((anchor) => [swapped(anchor), anchor]));
  const anchorOf = (id: EntryId): string => (anchors.has(id) ? id : (bySwap.get(swapped(id)) ?? id));
  return {
    phrasesOf: (id) => phrasesBy.get(anchorOf(id)) ?? [],
    notesOf: (id) => notesBy.get(anchorOf(id)) ?? [],
  };
}
