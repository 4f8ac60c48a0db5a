/**
 * The bundled HOWTO, parsed and indexed once when the program is built, and read back at every start.
 *
 * A start that answers one question spends its time on that question. What is stored is derived from the files in
 * `howto/` alone; where it is absent, as in a checkout that was not built, the files themselves are read.
 */
import {deserialize, serialize} from 'node:v8';
import {knowledgeOf, type Knowledge, type Parts} from './knowledge.js';
import type {IndexState} from './search/index-state.js';
import {Search} from './search/index.js';
import type {Topic} from './search/topic.js';
import {readPrepared, writePrepared} from './source/bundled.js';

export interface Prepared {
  readonly parts: Parts;
  readonly index: IndexState;
}

/** Store the bundled HOWTO beside its files; a step of the build. */
export async function storeBundled(): Promise<void> {
  const {prepareBundled} = await import('./library.js');
  await writePrepared(serialize(await prepareBundled()));
}

/** The stored HOWTO; undefined where none was stored or it cannot be read by this Node. */
export async function restoreBundled(): Promise<Knowledge | undefined> {
  const bytes = await readPrepared();
  if (!bytes) return undefined;
  let prepared: Prepared;
  try {
    prepared = deserialize(bytes) as Prepared;
  } catch {
    // Written by a newer Node than this one: the files say the same.
    return undefined;
  }
  const {parts, index} = prepared;
  const bare = {titles: [], phrases: [], body: ''};
  const topics: Topic[] = [
    ...parts.entries.map((entry) => ({...bare, entry})),
    ...parts.elsewhere.map((elsewhere) => ({...bare, elsewhere})),
  ];
  return knowledgeOf(parts, new Search(topics, undefined, index));
}
