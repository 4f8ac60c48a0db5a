/**
 * A Fixes tag is one line that tools can read: `Fixes: <12 to 40 digits> ("title")`.
 *
 * Whether the hash and the title belong together needs a clone, and is not checked. checkpatch.pl of 6.12 wants exactly 12
 * digits, submitting-patches of 7.2 at least 12.
 * Source: submitting-patches, "Describe your changes"; NIPA, which marks the same faults.
 */
import {answerOnCommits} from './commits.js';
import {exampleFixes, exampleMail, exampleSignOff} from './example.js';
import {fixesCommand, fixesTagsOf, type FixesFault, type FixesTag} from './fixes-tag.js';
import {isOfLinux} from './project.js';
import {kept, type Finding, type Fix, type Rule} from './rule.js';
import {submittingPatches, tool} from './source.js';
import type {PatchMail} from '../mail/message.js';

export const fixesForm: Rule = {
  id: 'fixes-form',
  severity: 'error',
  asks: 'A Fixes tag is one line: Fixes: <12 to 40 digits> ("title").',
  sources: [submittingPatches('7.2'), tool('NIPA')],
  needs: ['description'],
  example: {
    broken: exampleMail({trailers: ['Fixes: commit 0123456 (bpf: Drop what nobody counts)', exampleSignOff]}),
    kept: exampleMail({trailers: [exampleFixes, exampleSignOff]}),
  },
  check: (series) => (isOfLinux(series) ? answerOnCommits(series, findingsOn) : kept),
};

function findingsOn(mail: PatchMail): Finding[] {
  const tags = fixesTagsOf(mail).filter(({faults}) => faults.length > 0);
  return [...tags.slice(0, mostTold).map((tag) => formFinding(mail, tag)), ...placeFindings(mail)];
}

/** Who mends these mends the others too. */
const mostTold = 3;

const words: Readonly<Record<FixesFault, string>> = {
  split: 'it goes on over the next line, but has to be one',
  'commit-word': 'the word "commit" stands before the hash',
  short: 'the hash has less than 12 digits',
  long: 'the hash has more than 40 digits',
  capitals: 'the digits of the hash are written in capitals',
  'no-title': 'the title of the commit is missing behind the hash',
  quoting: 'the title does not stand in ("…") behind the hash',
  more: 'something stands behind the title',
  link: 'it names a link, which belongs to Closes',
  'no-hash': 'it names no hash',
  spelling: 'it has to begin with "Fixes: " in these letters',
};

/** Those that tools read all the same. */
const mild: readonly FixesFault[] = ['spelling'];

function formFinding(mail: PatchMail, {line, faults, hash, url, repaired}: FixesTag): Finding {
  const message = `The Fixes tag is not as tools read it: ${faults.map((fault) => words[fault]).join('; ')}.`;
  const isMild = faults.every((fault) => mild.includes(fault));
  return {...(isMild ? {severity: 'warning' as const} : {}), message, mail, line, fix: fixOf(hash, url, repaired)};
}

function fixOf(hash: string | undefined, url: string | undefined, repaired: string | undefined): Fix {
  if (url !== undefined) return {type: 'line', text: `Closes: ${url}`};
  if (repaired !== undefined) return {type: 'line', text: repaired};
  return {type: 'command', text: fixesCommand(hash?.toLowerCase())};
}

/** Trailers are the last block of lines; git finds none above a blank line. */
function placeFindings(mail: PatchMail): Finding[] {
  const {lines, trailers} = mail.description;
  const lastBlank = lines.findLastIndex(({text}) => text.trim() === '');
  const start = lines[lastBlank + 1]?.line ?? 0;
  const tag = fixesTagsOf(mail).find(({line}) => line.line < start);
  const isFollowed = trailers.some(({line}) => line >= start);
  if (!tag || !isFollowed) return [];
  const message =
    'A blank line parts the Fixes tag from the trailers below. All trailers have to stand together at the end.';
  return [
    {severity: 'warning', message, mail, line: tag.line, fix: {type: 'advice', text: 'Take the blank line out.'}},
  ];
}
