/**
 * What an operator is told where the database cannot be used: what was met, and the way out.
 */

/** `message` is a sentence for the operator; `cause` is the driver's error, unless that one may quote a password. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
}

/**
 * The same verbs, whose errors are sentences.
 *
 * @param sentenceOf What a driver's error means; undefined for an error that is a fault of this program.
 */
export function withSentences<T extends object>(verbs: T, sentenceOf: (error: unknown) => string | undefined): T {
  const told = Object.entries(verbs).map(([name, verb]: [string, (...values: unknown[]) => Promise<unknown>]) => [
    name,
    (...values: unknown[]) => telling(() => verb(...values), sentenceOf),
  ]);
  return Object.fromEntries(told) as T;
}

/** @throws StoreError in place of a driver's error that has a sentence. */
export async function telling<R>(
  work: () => R | Promise<R>,
  sentenceOf: (error: unknown) => string | undefined,
): Promise<R> {
  try {
    return await work();
  } catch (cause) {
    const sentence = cause instanceof StoreError ? undefined : sentenceOf(cause);
    throw sentence === undefined ? cause : new StoreError(sentence, {cause});
  }
}
