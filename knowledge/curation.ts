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
  const bySwap = new Map<string, string>();
  for (const anchor of [...Object.keys(phrases), ...notes.map(({entry}) => entry)]) bySwap.set(swapped(anchor), anchor);
  const anchorOf = (id: EntryId): string => (id in phrases ? id : (bySwap.get(swapped(id)) ?? id));
  return {
    phrasesOf: (id) => phrases[anchorOf(id)] ?? [],
    notesOf: (id) => notes.filter(({entry}) => entry === anchorOf(id)),
  };
}
