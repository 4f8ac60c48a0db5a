/**
 * What search can find: entries, and the topics that are known to be covered elsewhere.
 *
 * Both compete for a question in the same index; a question that is nearer to a topic elsewhere is not answered here.
 */
import type {Elsewhere, Entry} from '../entry.js';

export interface Topic {
  readonly entry?: Entry;
  readonly elsewhere?: Elsewhere;
  /** Titles: what the topic is about, in few words. */
  readonly titles: readonly string[];
  /** Ways to ask for it. */
  readonly phrases: readonly string[];
  /** The text of the answer; empty for a topic elsewhere. */
  readonly body: string;
}
