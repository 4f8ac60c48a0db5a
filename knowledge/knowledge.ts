/**
 * One knowledge base: what is known, and the questions that can be put to it. It is swapped whole, never changed.
 */
import type {Elsewhere, Entry, EntryId, Note} from './entry.js';
import type {Problem} from './parse/tree.js';
import type {Search} from './search/index.js';
import type {Outcome} from './search/outcome.js';
import type {SourceError} from './source/source.js';

/** A document of the library. */
export interface DocumentInfo {
  readonly name: string;
  readonly title: string;
  readonly url?: string;
  /** First 12 digits of the SHA-256 of its bytes. */
  readonly revision: string;
  /** Present where the copy is damaged; each reason is a plain sentence. */
  readonly damage?: {readonly reasons: readonly string[]};
  readonly problems: readonly Problem[];
  readonly entryCount: number;
  readonly bytes: number;
}

/** One loaded, immutable knowledge base. */
export interface Knowledge {
  /** In document order, all documents. */
  readonly entries: readonly Entry[];
  readonly documents: readonly DocumentInfo[];
  entry(id: string): Entry | undefined;
  notes(id: EntryId): readonly Note[];
  /** Entries that readers of this one may want next, nearest first. */
  related(id: EntryId, limit: number): readonly Entry[];
  search(question: string): Outcome;
  /** Entries whose question fits what was typed so far, best first. */
  suggest(typed: string, limit: number): readonly Entry[];
}

export interface Loaded {
  readonly knowledge: Knowledge;
  /** Sources that could not be read, while others could; an earlier copy stands in for one where its sentence says so. */
  readonly failures: readonly SourceError[];
}

/** What a knowledge base is made of; plain data beside the search. */
export interface Parts {
  readonly entries: readonly Entry[];
  readonly documents: readonly DocumentInfo[];
  /** Notes by the id of the entry they stand beside. */
  readonly notes: ReadonlyMap<string, readonly Note[]>;
  readonly elsewhere: readonly Elsewhere[];
}

export function knowledgeOf({entries, documents, notes}: Parts, search: Search): Knowledge {
  const byId = new Map(entries.map((entry): [string, Entry] => [entry.id, entry]));
  return {
    entries,
    documents,
    entry: (id) => byId.get(id),
    notes: (id) => notes.get(id) ?? [],
    related: (id, limit) => {
      const own = byId.get(id);
      return own ? search.near(own, limit) : [];
    },
    search: (question) => search.search(question),
    suggest: (typed, limit) => search.suggest(typed, limit),
  };
}
