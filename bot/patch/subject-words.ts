/**
 * The words inside the brackets of a subject: `PATCH`, `v2`, `1/3`, tags, and what people glue together of them.
 *
 * A word is bounded before any pattern looks at it, and no pattern repeats over a repetition.
 */

/** What one word of the brackets says; a glued one says several things. */
export interface Word {
  readonly patch?: true;
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

/** @returns Undefined for a tag. */
export function readWord(part: string): Word | undefined {
  if (part.length > wordChars) return undefined;
  if (/^rfc$/iu.test(part)) return {rfc: true};
  if (/^(?:resend|repost)$/iu.test(part)) return {resend: true};
  const mercurial = /^(\d{1,9}) of (\d{1,9})$/iu.exec(part);
  if (mercurial) return {number: [Number(mercurial[1]), Number(mercurial[2])]};
  const {rfc, patch, before, after, index, total} = glued.exec(part)?.groups ?? {};
  if (![rfc, patch, before, after, index].some((found) => found !== undefined)) return undefined;
  const version = before ?? after;
  return {
    ...(rfc === undefined ? {} : {rfc: true}),
    ...(patch === undefined ? {} : {patch: true}),
    ...(version === undefined ? {} : {version: Number(version)}),
    ...(index === undefined ? {} : {number: [Number(index), Number(total)]}),
  };
}

/**
 * Words of a group: parted by blanks, commas and brackets inside; `1 of 2` is one.
 *
 * @param start Where the group's text stands in the subject.
 */
export function partsOf(group: string, start: number): Part[] {
  const words = [...group.matchAll(/[^\s,[\]]+/gu)].map((match) => ({text: match[0], at: start + match.index}));
  const parts: Part[] = [];
  for (let next = 0; next < words.length; next += 1) {
    const [word, of, count] = words.slice(next, next + 3);
    if (!word) break;
    if (of?.text.toLowerCase() === 'of' && count && /^\d{1,9}$/u.test(word.text) && /^\d{1,9}$/u.test(count.text)) {
      parts.push({text: `${word.text} of ${count.text}`, at: word.at});
      next += 2;
    } else parts.push(word);
  }
  return parts;
}
