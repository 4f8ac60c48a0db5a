/**
 * Say it again where it was perhaps not heard.
 *
 * What is sent has to be safe to send twice: a nonce, a first answer of which Discord takes one, an edit.
 */
import {failureOf} from './failures.js';

/**
 * @param send Sends and throws as discord.js does, which has repeated a 5xx at once already.
 * @param pausesMs Before each repetition.
 * @throws The last error, or the first that no repetition mends.
 */
export async function insist<T>(
  send: () => Promise<T>,
  pausesMs: readonly number[],
  wait: (ms: number) => Promise<unknown>,
): Promise<T> {
  for (const ms of pausesMs) {
    try {
      return await send();
    } catch (error) {
      if (failureOf(error) !== 'passing') throw error;
      await wait(ms);
    }
  }
  return send();
}
