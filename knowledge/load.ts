/**
 * Load a knowledge base once: the prepared one where only the bundled HOWTO is asked for, else from its sources.
 */
import type {Loaded} from './knowledge.js';
import {restoreBundled} from './prepared.js';
import type {SourceSpec} from './source/source.js';
import type {Fetch} from './source/url.js';

/**
 * @param specs In the order of preference; where two documents have an entry of one id, the first stands.
 * @param fetchUrl For sources that are addresses.
 * @throws SourceError when no source at all could be used: the first one's.
 */
export async function loadKnowledge(specs: readonly SourceSpec[], fetchUrl: Fetch = fetch): Promise<Loaded> {
  if (specs.length === 1 && specs[0]?.type === 'bundled') {
    const knowledge = await restoreBundled();
    if (knowledge) return {knowledge, failures: []};
  }
  // Parsing and indexing are loaded only when there is something to parse.
  const {Library} = await import('./library.js');
  return new Library(specs, fetchUrl).load();
}
