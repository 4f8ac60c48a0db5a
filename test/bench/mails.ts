/**
 * Mails with patches: a series that git made, read next to git, and the memory that the files of the test data take.
 */
import {spawnSync} from 'node:child_process';
import {appendFileSync, existsSync, readdirSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {checkSubmission} from '../../bot/patch/check.js';
import {defaultCaps} from '../../bot/patch/mail/caps.js';
import {unpackFiles} from '../../bot/patch/mail/container.js';
import {readSubmission} from '../../bot/patch/mail/read-mail.js';
import {git, hasGit, newRepository} from '../helpers/git.js';
import {hasShared, shared} from '../helpers/shared.js';
import type {Row} from './table.js';
import {median, timeMs} from './timing.js';

const patches = 20;
const warmUp = 20;
const rounds = 50;
/** Rounds of processes, which take longer. */
const gitRounds = 5;

/**
 * An mbox of a cover letter and some patches, as git format-patch prints them, the cover letter filled in.
 *
 * @returns Undefined where git is not installed.
 */
export function seriesMbox(count: number): Uint8Array | undefined {
  if (!hasGit) return undefined;
  const folder = newRepository();
  try {
    git(folder, ['commit', '-q', '--allow-empty', '-m', 'bpf: Begin']);
    for (let number = 1; number <= count; number++) {
      const lines = Array.from({length: 30}, (_, line) => `\tcount(${number}, ${line});\n`);
      appendFileSync(join(folder, 'drop.c'), `static void drop${number}(void)\n{\n${lines.join('')}}\n\n`);
      git(folder, ['add', 'drop.c']);
      const words = 'Nobody sees how much is dropped, and where.\nCount it, and show the counts.\n\n'.repeat(3);
      git(folder, ['commit', '-q', '-s', '-m', `bpf: Count what is dropped, part ${number}\n\n${words.trim()}`]);
    }
    const prefix = '--subject-prefix=PATCH bpf-next v2';
    const {out} = git(folder, ['format-patch', '--stdout', '--cover-letter', prefix, `HEAD~${count}..HEAD`]);
    const written = out
      .replace('*** SUBJECT HERE ***', 'bpf: Count what is dropped')
      .replace('*** BLURB HERE ***', 'Show what is dropped, and where.');
    return Buffer.from(written);
  } finally {
    rmSync(folder, {recursive: true});
  }
}

export async function benchMails(): Promise<Row[]> {
  return [...(await benchSeries()), ...benchFiles()];
}

/** Warm, in this process; git reads each mail in a process of its own, and most of its time is that process. */
async function benchSeries(): Promise<Row[]> {
  const what = `a series of ${patches} patches and a cover letter`;
  const bytes = seriesMbox(patches);
  if (!bytes) return [{what, reason: 'git is not installed'}];
  const files = [{name: 'series.mbox', bytes}];
  const readMs = await medianMs(() => readSubmission(files));
  const checkMs = await medianMs(async () => checkSubmission(await readSubmission(files)));
  const mails = unpackFiles(files, defaultCaps).mails.map(({text}) => Buffer.from(text, 'latin1'));
  const folder = newRepository();
  const inGit: number[] = [];
  const empty: number[] = [];
  for (let round = 0; round < gitRounds; round++) {
    inGit.push(timeMs(() => mails.map((mail) => git(folder, ['mailinfo', 'msg', 'patch'], mail))));
    empty.push(timeMs(() => mails.map((mail) => git(folder, ['--version'], mail))));
  }
  rmSync(folder, {recursive: true});
  const [gitMs, emptyMs] = [median(inGit), median(empty)];
  const runs = `${mails.length} runs of`;
  return [
    {what: `read ${what}, warm`, value: readMs, unit: 'ms'},
    {what: `check ${what}, warm`, value: checkMs, unit: 'ms', goal: {of: 'value', most: 50}},
    {
      what: `check ${what}, warm`,
      value: checkMs,
      unit: 'ms',
      reference: {name: `${runs} git mailinfo`, value: gitMs},
      goal: {of: 'ratio', most: 1},
    },
    {
      what: `${runs} git mailinfo`,
      value: gitMs,
      unit: 'ms',
      reference: {name: `${runs} git that does nothing`, value: emptyMs},
    },
  ];
}

async function medianMs(run: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = -warmUp; round < rounds; round++) {
    const start = performance.now();
    await run();
    if (round >= 0) times.push(performance.now() - start);
  }
  return median(times);
}

/** Run in a process of its own: prints how long the slowest file took, and by how much the most memory in use grew. */
const weighing = `
  import {readFileSync} from 'node:fs';
  const {readSubmission} = await import(process.argv[1]);
  await readSubmission([{name: 'a', bytes: Buffer.from('Subject: a\\n\\nb\\n')}]);
  const most = () => process.resourceUsage().maxRSS / 1000;
  const before = most();
  let slowestMs = 0;
  for (const path of process.argv.slice(2)) {
    const bytes = readFileSync(path);
    const start = performance.now();
    await readSubmission([{name: path, bytes}]);
    slowestMs = Math.max(slowestMs, performance.now() - start);
    globalThis.gc();
  }
  console.log(JSON.stringify({slowestMs, megabytes: most() - before}));
`;

function benchFiles(): Row[] {
  const reader = fileURLToPath(new URL('../../dist/bot/patch/mail/read-mail.js', import.meta.url));
  const what = 'the files of the test data, read';
  if (!hasShared) return [{what, reason: 'the test data is not here'}];
  if (!existsSync(reader)) return [{what, reason: 'dist/bot/patch/mail is absent'}];
  const paths = ['mbox', 'patch', 'unlabelled/mbox', 'unlabelled/patch'].flatMap((folder) =>
    readdirSync(shared(`patches/${folder}`)).map((name) => shared(`patches/${folder}/${name}`)),
  );
  const args = ['--expose-gc', '--input-type=module', '-e', weighing, reader, ...paths];
  const {status, stdout, stderr} = spawnSync(process.execPath, args, {encoding: 'utf8'});
  if (status !== 0) return [{what, reason: stderr.trim().split('\n').at(-1) ?? 'it failed'}];
  const {slowestMs, megabytes} = JSON.parse(stdout) as {readonly slowestMs: number; readonly megabytes: number};
  return [
    {
      what: `read the slowest of ${paths.length} files, cold`,
      value: slowestMs,
      unit: 'ms',
      goal: {of: 'value', most: 1000},
    },
    // All together stay below what one alone may take.
    {
      what: `memory for ${paths.length} files, above that at start`,
      value: megabytes,
      unit: 'MB',
      goal: {of: 'value', most: 50},
    },
  ];
}
