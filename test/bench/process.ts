/**
 * The built program as a whole process: from its start to the answer on standard output.
 */
import {spawnSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import type {Row} from './table.js';
import {median, timeMs} from './timing.js';

const program = fileURLToPath(new URL('../../dist/adapters/main.js', import.meta.url));
const rounds = 15;

/** Runs of the program and of an empty node take turns, so that a busy moment of the machine meets both. */
export function benchStart(): Row[] {
  const what = 'start to first answer, whole process';
  if (!existsSync(program)) return [{what, reason: 'dist/adapters/main.js is absent'}];
  const empty = ['-e', '0'];
  const ask = [program, 'ask', 'where do I send my patches'];
  const failure = failureOf(ask);
  if (failure !== undefined) return [{what, reason: failure}];
  const asked: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < rounds; round++) {
    bare.push(timeMs(() => runNode(empty)));
    asked.push(timeMs(() => runNode(ask)));
  }
  const value = median(asked);
  const reference = {name: 'node -e 0', value: median(bare)};
  return [
    {what, value, unit: 'ms', goal: {of: 'value', most: 250}},
    {what, value, unit: 'ms', reference, goal: {of: 'ratio', most: 3}},
  ];
}

function runNode(args: readonly string[]) {
  return spawnSync(process.execPath, args, {stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8'});
}

/** Why a run gave no answer; undefined where it gave one. It also brings the files into the disk cache. */
function failureOf(args: readonly string[]): string | undefined {
  const {status, stdout, stderr} = runNode(args);
  if (status === 0 && stdout.trim() !== '') return undefined;
  return `exit code ${String(status)}, ${stderr.trim().split('\n').at(-1) ?? 'no output'}`;
}
