/**
 * How far rules on descriptions agree with checkpatch.pl of 6.12, which was run on the labelled mails.
 *
 * A pair that differs on purpose has its reason here; any other difference misses the goal.
 */
import {existsSync, readFileSync} from 'node:fs';
import {basename, resolve} from 'node:path';
import {checkSubmission} from '../../bot/patch/check.js';
import {readSubmission} from '../../bot/patch/mail/read-mail.js';

interface Fact {
  readonly file: string;
  /** Of the file, from 1. */
  readonly message: number;
  readonly checkpatch_6_12_types?: readonly string[] | null;
}

/** Our rule and its types. A rule that is not here yet agrees where checkpatch.pl is silent. */
const pairs: readonly (readonly [string, readonly string[]])[] = [
  ['sob-missing', ['MISSING_SIGN_OFF', 'NO_AUTHOR_SIGN_OFF']],
  ['body-empty', ['COMMIT_MESSAGE']],
  ['fixes-form', ['BAD_FIXES_TAG']],
  ['fixes-no-tag-oops', ['MISSING_FIXES_TAG']],
  ['stable-addr', ['BAD_STABLE_ADDRESS_STYLE']],
  ['reported-closes', ['BAD_REPORTED_BY_LINK']],
  ['commit-ref', ['GIT_COMMIT_ID']],
  ['changelog-place', ['COMMIT_LOG_VERSIONING']],
  ['line-length', ['COMMIT_LOG_LONG_LINE']],
  ['hash-lines', ['COMMIT_COMMENT_SYMBOL']],
  ['gerrit', ['GERRIT_CHANGE_ID']],
  ['diff-in-log', ['DIFF_IN_COMMIT_MSG']],
  ['mail-mangled', ['CORRUPTED_PATCH']],
  ['mail-crlf', ['DOS_LINE_ENDINGS']],
  ['charset', ['INVALID_UTF8', 'UTF8_BEFORE_PATCH']],
];

/** Why a pair differs. */
const meant: Readonly<Record<string, string>> = {
  'fixes-form': '6.12 takes exactly 12 digits, 7.2 at least 12; ours also warns of a blank line among the trailers',
  'reported-closes': 'ours takes any Closes or Link further down, as several reporters share one',
  'commit-ref': 'ours leaves bare numbers of logs alone, and takes a title over several lines',
  'line-length': 'ours leaves links, logs, code and titles of commits alone, and is said once',
};

/** @param folder Of the labelled mails. @returns Whether all differences are meant; also where there is nothing to measure. */
export async function printCheckpatch(folder: string): Promise<boolean> {
  const path = resolve(folder, 'facts.jsonl');
  if (!existsSync(path)) {
    console.log('\nThe labelled mails are not here (see BPF_HOWTO_SHARED).');
    return true;
  }
  const facts = readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Fact)
    .filter(({checkpatch_6_12_types: types}) => Array.isArray(types));
  const rows = await Promise.all(
    facts.map(async ({file, message, checkpatch_6_12_types: types}) => {
      const bytes = readFileSync(resolve(folder, file));
      const {judged} = checkSubmission(await readSubmission([{name: basename(file), bytes}]));
      const findings = judged.flatMap((each) => each.findings).filter(({mail}) => mail?.number === message);
      return {types: types ?? [], ids: findings.map(({rule}) => rule.id)};
    }),
  );
  console.log(`\n=== rules beside checkpatch.pl of 6.12: ${rows.length} mails`);
  let isMeant = true;
  const silent: string[] = [];
  for (const [id, names] of pairs) {
    const count = (theirs: boolean, ours: boolean): number =>
      rows.filter(({types, ids}) => types.some((type) => names.includes(type)) === theirs && ids.includes(id) === ours)
        .length;
    const [both, onlyTheirs, onlyOurs] = [count(true, true), count(true, false), count(false, true)];
    if (both + onlyTheirs + onlyOurs === 0) {
      silent.push(id);
      continue;
    }
    const reason = onlyTheirs + onlyOurs === 0 ? '' : `  ${meant[id] ?? 'no reason is given'}`;
    if (onlyTheirs + onlyOurs > 0 && !Object.hasOwn(meant, id)) isMeant = false;
    console.log(`${id.padEnd(16)}  both ${both}, only theirs ${onlyTheirs}, only ours ${onlyOurs}${reason}`);
  }
  console.log(`neither speaks    ${silent.join(', ')}`);
  return isMeant;
}
