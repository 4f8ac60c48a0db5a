/**
 * The folder of test data beside the checkout. Tests that need it skip with a word where it is absent.
 */
import {existsSync} from 'node:fs';
import {resolve} from 'node:path';

const folder = resolve(process.env.BPF_HOWTO_SHARED ?? '../shared');

/** Path of a file of the test data. */
export function shared(path: string): string {
  return resolve(folder, path);
}

export const hasShared = existsSync(shared('howto'));

/** What a skipped test says in its name. */
export const sharedNote = hasShared ? '' : ' (skipped: the test data is not here, see BPF_HOWTO_SHARED)';
