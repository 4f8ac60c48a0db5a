/**
 * Documents become one immutable Knowledge: entries, notes, search.
 */
import type {Entry, EntryId, Note} from './entry.js';
import type {Problem} from './parse/tree.js';
import type {Outcome} from './search/outcome.js';
import type {SourceError, SourceSpec} from './source/source.js';

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
  /** Sources that could not be used, while others could. */
  readonly failures: readonly SourceError[];
}

/**
 * @param sources In the order of preference.
 * @throws SourceError when no source at all could be used.
 */
export function loadKnowledge(sources: readonly SourceSpec[]): Promise<Loaded> {
  return Promise.reject(new Error(`not written yet: ${sources.length} sources`));
}
