/**
 * The built program as a whole process: from its start to the answer on standard output.
 */
import {spawnSync} from 'node:child_process';
import {existsSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import type {Row} from './table.js';
import {median, timeMs} from './timing.js';

const program = fileURLToPath(new URL('../../dist/adapters/main.js', import.meta.url));
const rounds = 15;

/** Runs of the program and of an empty node take turns, so that a busy moment of the machine meets both. @param mbox A series. */
export function benchStart(mbox: Uint8Array | undefined): Row[] {
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
    benchVerdict(mbox),
  ];
}

/** `check` of a series as somebody runs it. */
function benchVerdict(mbox: Uint8Array | undefined): Row {
  const what = 'start to verdict on a series of 20 patches, whole process';
  if (!mbox) return {what, reason: 'git is not installed'};
  const folder = mkdtempSync(join(tmpdir(), 'verdict-'));
  try {
    const file = join(folder, 'series.mbox');
    writeFileSync(file, mbox);
    const check = [program, 'check', file];
    const {stdout, stderr} = runNode(check);
    if (!/^(?:Ready|Not ready)/u.test(stdout)) return {what, reason: stderr.trim() || 'there was no verdict'};
    const times = Array.from({length: rounds}, () => timeMs(() => runNode(check)));
    return {what, value: median(times), unit: 'ms', goal: {of: 'value', most: 300}};
  } finally {
    rmSync(folder, {recursive: true});
  }
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
