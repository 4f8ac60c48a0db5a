/**
 * Lines that are meant for a Fixes tag, read as people write them, and what is wrong with each.
 *
 * Source: submitting-patches, "Describe your changes" and "Using Reported-by:, Tested-by:, … and Fixes:"; what NIPA and
 * checkpatch.pl take for a tag.
 */
import type {Line} from '../mail/line.js';
import type {PatchMail} from '../mail/message.js';

/**
 * - `split`: goes on over the next line. `commit-word`: "commit" before the hash. `short`, `long`: less than 12 or more than
 *   40 digits.
 * - `capitals`: digits A to F. `no-title`: nothing behind the hash. `quoting`: not `("…")`. `more`: words behind it.
 * - `link`: an address. `no-hash`: neither. `spelling`: another case of the name, blanks, or no colon.
 */
export type FixesFault =
  | 'split'
  | 'commit-word'
  | 'short'
  | 'long'
  | 'capitals'
  | 'no-title'
  | 'quoting'
  | 'more'
  | 'link'
  | 'no-hash'
  | 'spelling';

export interface FixesTag {
  readonly line: Line;
  /** As written. */
  readonly hash?: string;
  readonly url?: string;
  readonly faults: readonly FixesFault[];
  /** The whole tag as it should stand, where nothing of it has to be looked up. */
  readonly repaired?: string;
}

const named = /^ ?fixes[ \t]{0,4}:/iu;
/** Without a colon, a hash has to follow: "Fixes a leak" is a sentence. */
const unnamed =
  /^ ?fixes[ \t]{1,4}(?:commit[ \t]{1,4})?(?=[0-9a-f]{0,39}\d)[0-9a-f]{8,40}(?:[ \t]{0,4}\(|[ \t]{0,4}$)/iu;
/** A command that prints the tag. @param hash Of the broken commit; a word that stands for it where it is not known. */
export function fixesCommand(hash = 'HASH'): string {
  return `git log -1 --abbrev=12 --format='Fixes: %h ("%s")' ${hash}`;
}

const fewestDigits = 12;
const mostDigits = 40;

/** @returns Those of the description, in order; no more than the first hundred. */
export function fixesTagsOf({description}: PatchMail): readonly FixesTag[] {
  const {lines} = description;
  const tags: FixesTag[] = [];
  for (let at = 0; at < lines.length && tags.length < mostTags; at++) {
    const line = lines[at];
    if (!line || (!named.test(line.text) && !unnamed.test(line.text))) continue;
    const following = lines.slice(at + 1, at + 1 + mostFolds).map(({text}) => text);
    tags.push(readTag(line, following));
  }
  return tags;
}

const mostTags = 100;
/** More lines are no title any more. */
const mostFolds = 3;

function readTag(line: Line, following: readonly string[]): FixesTag {
  const faults: FixesFault[] = [];
  const name = /^ ?fixes[ \t]{0,4}:?/iu.exec(line.text)?.[0] ?? '';
  let whole = line.text.slice(name.length);
  for (const next of following) {
    if (!goesOn(whole, next)) break;
    whole = `${whole} ${next.trim()}`;
    if (!faults.includes('split')) faults.push('split');
  }
  const value = whole.trim();
  if (name !== 'Fixes:' || !/^ \S/u.test(whole)) faults.push('spelling');
  const url = /^<?(https?:\/\/[^\s<>]{1,300})>?$/u.exec(value)?.[1];
  if (url !== undefined) return {line, url, faults: ['link']};
  const start = /^(commit[ \t:]{1,4})?((?=[a-f]{0,63}\d)[0-9a-f]{5,64})(?![\w-])[ \t]*(.*)$/iu.exec(value);
  if (!start) return {line, faults: ['no-hash']};
  const [, word, hash = '', rest = ''] = start;
  if (word !== undefined) faults.push('commit-word');
  if (hash.length < fewestDigits) faults.push('short');
  if (hash.length > mostDigits) faults.push('long');
  if (/[A-F]/u.test(hash)) faults.push('capitals');
  const {title, faults: of} = readTitle(rest);
  faults.push(...of);
  const canRepair = title !== undefined && !faults.includes('short') && !faults.includes('long');
  const repaired = canRepair ? `Fixes: ${hash.toLowerCase()} ("${title}")` : undefined;
  return {line, hash, faults, ...(repaired === undefined || faults.length === 0 ? {} : {repaired})};
}

/** What is not closed yet goes on over indented lines, and where a title was opened, over any up to the next trailer. */
function goesOn(text: string, next: string): boolean {
  if (/["”'`]\)\s*$/u.test(text) || next.trim() === '' || /^[A-Za-z][\w-]{0,40}:\s/u.test(next)) return false;
  return /^[ \t]/u.test(next) || /\(["“'`]/u.test(text) || /^\(["“'`]/u.test(next);
}

function readTitle(rest: string): {readonly title?: string; readonly faults: readonly FixesFault[]} {
  if (rest === '') return {faults: ['no-title']};
  if (rest.startsWith('("') && rest.endsWith('")') && rest.length > 4) return {title: rest.slice(2, -2), faults: []};
  const end = rest.startsWith('("') ? rest.lastIndexOf('")') : -1;
  if (end > 2) return {title: rest.slice(2, end), faults: ['more']};
  const title = rest
    .replace(/^[:,]?\s{0,4}\(?["“”'`]{0,2}/u, '')
    .replace(/["“”'`]{0,2}\)?[.,]?$/u, '')
    .trim();
  return title === '' ? {faults: ['no-title']} : {title, faults: ['quoting']};
}
