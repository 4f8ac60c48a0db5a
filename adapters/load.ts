/**
 * Load the documents to answer from, and tell the operator about those that cannot be used.
 */
import type {Knowledge, SourceError, SourceSpec} from '../knowledge/index.js';
import type {Log} from './log.js';

/** @throws SourceError where no source can be used; those that cannot while others can are told to the operator. */
export async function load(sources: readonly SourceSpec[], log: Log): Promise<Knowledge> {
  const {loadKnowledge} = await import('../knowledge/index.js');
  const {knowledge, failures} = await loadKnowledge(sources);
  for (const failure of failures) log.warn(failure.message);
  for (const {name, entryCount, revision} of knowledge.documents) {
    log.info(`${name}, revision ${revision}: ${entryCount} questions.`);
  }
  return knowledge;
}

/** Known by its name, so that the knowledge module is not loaded for it. */
export function isSourceError(error: unknown): error is SourceError {
  return error instanceof Error && error.name === 'SourceError';
}
