/**
 * Waiting for another program that writes to the same SQLite database.
 *
 * SQLite would wait by itself, but in the thread of the program, which could then answer nobody.
 */
import {setTimeout as pause} from 'node:timers/promises';

const pauseMs = 20;
const attempts = 100;
/** How long a statement waits for another program's write to end. */
export const patienceMs = pauseMs * attempts;

/** @throws What the work throws, once it was locked for as long as that. */
export async function patiently<T>(work: () => T | Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt >= attempts || !isLocked(error)) throw error;
      await pause(pauseMs);
    }
  }
}

function isLocked(error: unknown): boolean {
  return error instanceof Error && /^SQLITE_(?:BUSY|LOCKED)/u.test((error as NodeJS.ErrnoException).code ?? '');
}
