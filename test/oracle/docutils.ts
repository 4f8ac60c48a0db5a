/** docutils' view of many files, from one python process (dump.py). */
import {spawn} from 'node:child_process';
import {createInterface} from 'node:readline';
import {fileURLToPath} from 'node:url';
import type {Outline} from './outline.js';

export type Dumped =
  {readonly path: string; readonly outline: Outline} | {readonly path: string; readonly failed: string};

const script = fileURLToPath(new URL('dump.py', import.meta.url));

/** Whether python3 with docutils is there; else a sentence that says what is missing. */
export async function docutilsMissing(): Promise<string | undefined> {
  const code = await exitCode(['-c', 'import docutils']);
  if (code === 0) return undefined;
  return code === undefined
    ? 'python3 is not installed; the comparison needs it and its package docutils.'
    : 'python3 has no docutils; install it (Debian: python3-docutils) and run this again.';
}

function exitCode(args: readonly string[]): Promise<number | null | undefined> {
  return new Promise((resolve) => {
    const child = spawn('python3', args, {stdio: 'ignore'});
    child.on('error', () => resolve(undefined));
    child.on('close', (code) => resolve(code));
  });
}

/** Outlines in the order of `paths`, one at a time. */
export async function* dumpAll(paths: readonly string[]): AsyncGenerator<Dumped> {
  const child = spawn('python3', [script], {stdio: ['pipe', 'pipe', 'inherit']});
  child.stdin.end(paths.join('\n'));
  for await (const line of createInterface({input: child.stdout})) yield JSON.parse(line) as Dumped;
}
