/**
 * The words inside the brackets of a subject: `PATCH`, `v2`, `1/3`, tags, and what people glue together of them.
 *
 * A word is bounded before any pattern looks at it, and no pattern repeats over a repetition.
 */

/** What one word of the brackets says; a glued one says several things. */
export interface Word {
  readonly patch?: true;
  /** PATCHSET heads a series without a number. */
  readonly set?: true;
  readonly rfc?: true;
  readonly resend?: true;
  readonly version?: number;
  readonly number?: readonly [number, number];
}

/** A word and its place in the subject. */
export interface Part {
  readonly text: string;
  /** Offset of its first character. */
  readonly at: number;
}

/** Longer words are tags: the longest that says something is `RFC-v9999PATCH-v9999 999999999/999999999`. */
const wordChars = 48;
const glued =
  /^-?(?:(?<rfc>RFC)-?)?(?:v(?<before>\d{1,4}))?(?<patch>PATCH)?-?(?:v(?<after>\d{1,4}))?(?:(?<index>\d{1,9})\/(?<total>\d{1,9}))?$/iu;
/** `1 of 2`, `1of2`, `1 / 2`. */
const spacedNumber = /^(\d{1,9}) ?(?:of|\/) ?(\d{1,9})$/iu;
/** `v 2`, `ver2`, `ver. 2`, `rev2`, `version 2`; and `v2.1`, which is more of v2. No kernel of today is called so. */
const oddVersion = /^(?:(?:v|ver|version|rev)\.? ?(\d{1,4})|v(1|2)\.(?!6$)\d{1,2})$/iu;
const resent = /^re-?(?:sen[dt]|post(?:ed)?)\d?$/iu;

/** @returns Undefined for a tag. */
export function readWord(part: string): Word | undefined {
  if (part.length > wordChars) return undefined;
  const word = bareWord(part);
  if (/^rfc$/iu.test(word)) return {rfc: true};
  if (/^patches$/iu.test(word)) return {patch: true};
  if (/^patchset$/iu.test(word)) return {patch: true, set: true};
  if (resent.test(word)) return {resend: true};
  const number = spacedNumber.exec(word);
  if (number) return {number: [Number(number[1]), Number(number[2])]};
  const odd = oddVersion.exec(word);
  if (odd) return {version: Number(odd[1] ?? odd[2])};
  return readGlued(word) ?? readSlashed(word);
}

/** Without what people put around it: `(v2)`, `#2/7`, `bpf-next:`. */
export function bareWord(part: string): string {
  const inner = part.startsWith('(') && part.endsWith(')') ? part.slice(1, -1) : part;
  return inner.replace(/^#/u, '').replace(/:$/u, '');
}

function readGlued(word: string): Word | undefined {
  const {rfc, patch, before, after, index, total} = glued.exec(word)?.groups ?? {};
  if (![rfc, patch, before, after, index].some((found) => found !== undefined)) return undefined;
  const version = before ?? after;
  return {
    ...(rfc === undefined ? {} : {rfc: true}),
    ...(patch === undefined ? {} : {patch: true}),
    ...(version === undefined ? {} : {version: Number(version)}),
    ...(index === undefined ? {} : {number: [Number(index), Number(total)]}),
  };
}

/** `RFC/PATCH`. */
function readSlashed(word: string): Word | undefined {
  if (!/^[a-z]{3,8}(?:\/[a-z]{3,8}){1,2}$/iu.test(word)) return undefined;
  const read = word.split('/').map(readWord);
  return read.includes(undefined) ? undefined : (Object.assign({}, ...read) as Word);
}

/** Words that blanks part and that are one all the same, by their count. */
const joins: readonly (readonly [number, RegExp])[] = [
  [3, /^\d{1,9} (?:of|\/) \d{1,9}$/iu],
  [2, /^(?:\d{1,9} \/\d{1,9}|\d{1,9}\/ \d{1,9}|(?:v|ver|version|rev)\.? \d{1,4})$/iu],
];

/**
 * Words of a group: parted by blanks, commas and brackets inside; `1 of 2` is one.
 *
 * @param start Where the group's text stands in the subject.
 */
export function partsOf(group: string, start: number): Part[] {
  const words = [...group.matchAll(/[^\s,;[\]]+/gu)].map((match) => ({text: match[0], at: start + match.index}));
  const parts: Part[] = [];
  for (let next = 0; next < words.length;) {
    const few = words.slice(next, next + 3).map(({text}) => text.slice(0, wordChars));
    const count = joins.find(([length, form]) => form.test(few.slice(0, length).join(' ')))?.[0] ?? 1;
    const [word, ...others] = words.slice(next, next + count);
    if (word) parts.push({text: [word.text, ...others.map(({text}) => text)].join(' '), at: word.at});
    next += count;
  }
  return parts;
}
