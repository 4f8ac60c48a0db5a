/**
 * What git and we read from each message of the test data: author, subject, date, files and lines, trailers, words.
 *
 * A field that is read otherwise for a good reason has it in test/fixtures/patch/fact-misses.json, by
 * `file message field`.
 */
import {existsSync, readFileSync} from 'node:fs';
import type {PatchMail} from '../../bot/patch/mail/message.js';
import {readSubmission} from '../../bot/patch/mail/read-mail.js';
import {trailersOf} from '../../bot/patch/rules/trailers-of.js';
import {wordsOf} from '../../bot/patch/rules/words.js';

/** A row of facts.jsonl, as far as it is compared. */
interface Fact {
  readonly file: string;
  readonly message: number;
  readonly numstat: unknown;
  readonly [field: string]: unknown;
}

export interface FactMiss {
  /** `file message field`. */
  readonly key: string;
  readonly git: unknown;
  readonly own: unknown;
}

const fields = {
  author: (mail) => mail.author?.name,
  email: (mail) => mail.author?.email,
  subject: (mail) => mail.commitTitle,
  date: (mail) => mail.date?.text,
  numstat: numstatOf,
  fixes: (mail) => trailersOf(mail, 'fixes').map(({value}) => value),
  signed_off_by: (mail) => trailersOf(mail, 'signed-off-by').map(({value}) => value),
  cc_stable: (mail) =>
    trailersOf(mail, 'cc').flatMap(({value}) => (/stable@(?:vger\.)?kernel\.org/iu.test(value) ? value : [])),
  body_lines: (mail) => wordsOf(mail).length,
} satisfies Readonly<Record<string, (mail: PatchMail) => unknown>>;

/** As `git apply --numstat` prints it: lines added, lines deleted, path. */
export function numstatOf({diff}: PatchMail): string[][] {
  return diff.files.map(({added, deleted, isBinary, path}) =>
    isBinary ? ['-', '-', path] : [String(added), String(deleted), path],
  );
}

export interface FactCounts {
  readonly misses: readonly FactMiss[];
  /** How often each field was compared; numstat only where git reads a diff. */
  readonly compared: ReadonlyMap<string, number>;
}

/** @param path Of a file below the folder of patches. */
export async function compareFacts(path: (name: string) => string): Promise<FactCounts> {
  const facts = readFileSync(path('facts.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Fact);
  const misses: FactMiss[] = [];
  const compared = new Map<string, number>();
  const mails = new Map<string, readonly PatchMail[]>();
  for (const fact of facts) {
    const bytes = readFileSync(path(fact.file));
    const read = mails.get(fact.file) ?? (await readSubmission([{name: fact.file, bytes}])).mails;
    mails.set(fact.file, read);
    const mail = read.find(({number}) => number === fact.message);
    for (const [field, readField] of Object.entries(fields)) {
      if (field === 'numstat' && fact.numstat === null) continue;
      compared.set(field, (compared.get(field) ?? 0) + 1);
      const own = mail && readField(mail);
      if (JSON.stringify(own) === JSON.stringify(fact[field])) continue;
      misses.push({key: `${fact.file} ${fact.message} ${field}`, git: fact[field], own});
    }
  }
  return {misses, compared};
}

/** Why a field is read otherwise, by its key. */
export function reviewedFacts(): Readonly<Record<string, string>> {
  const path = new URL('../fixtures/patch/fact-misses.json', import.meta.url);
  return JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>;
}

/**
 * @param path Of a file below the folder of patches.
 * @returns Whether each miss has a reason; also where there is nothing to measure.
 */
export async function printFacts(path: (name: string) => string): Promise<boolean> {
  if (!existsSync(path('facts.jsonl'))) return true;
  const {misses, compared} = await compareFacts(path);
  const reasons = reviewedFacts();
  console.log(`\n=== what git reads from mails: ${Math.max(...compared.values())}`);
  for (const [field, all] of compared) {
    const right = all - misses.filter(({key}) => key.endsWith(` ${field}`)).length;
    console.log(`${field.padEnd(42)}  ${((100 * right) / all).toFixed(1).padStart(5)} %  (${right} of ${all})`);
  }
  for (const {key, git, own} of misses) {
    const why = reasons[key] ?? 'no reason is given';
    console.log(`${key}  git ${JSON.stringify(git)}, own ${JSON.stringify(own)}\n      ${why}`);
  }
  return misses.every(({key}) => key in reasons);
}
