/**
 * The pieces of a subject, cut apart: reply words, groups in brackets, and what of the title counts.
 */
import type {Part, Word} from './subject-words.js';

const replyWords = /^(?:re|aw|sv|antw|odp|vs|回复|答复)$/iu;
const forwardWords = /^(?:fwd?|forwarded|wg|tr|转发)$/iu;
/** Longest word that can open a reply, with a count such as `Re[2]`. */
const replyChars = 16;

/** `Re:`, `Fwd:` and their kin, however many. */
export function takeReplies(text: string): {
  readonly rest: string;
  readonly isReply: boolean;
  readonly isForward: boolean;
} {
  let rest = text;
  let isReply = false;
  let isForward = false;
  for (;;) {
    const colon = rest.slice(0, replyChars).search(/[:：]/u);
    if (colon < 1) break;
    const word = rest
      .slice(0, colon)
      .replace(/\[\d+\]$/u, '')
      .trim();
    if (replyWords.test(word)) isReply = true;
    else if (forwardWords.test(word)) isForward = true;
    else break;
    rest = rest.slice(colon + 1).trimStart();
  }
  return {rest, isReply, isForward};
}

/**
 * Leading groups in brackets, each with the brackets inside it. One that is never closed is the title's.
 *
 * @param start Where the text stands in the subject.
 */
export function takeBrackets(text: string, start: number): {readonly groups: readonly Part[]; readonly rest: string} {
  const groups: Part[] = [];
  let from = 0;
  while (text[from] === '[') {
    let depth = 0;
    let at = from;
    for (; at < text.length; at += 1) {
      if (text[at] === '[') depth += 1;
      else if (text[at] === ']') depth -= 1;
      if (depth === 0) break;
    }
    if (depth > 0) break;
    groups.push({text: text.slice(from + 1, at), at: start + from + 1});
    from = at + 1;
    while (text[from] === ' ') from += 1;
  }
  return {groups, rest: text.slice(from)};
}

/** `1/2: Subject` and `PATCH 1/2: Subject`, without brackets. */
export function takeBareNumber(
  text: string,
): {readonly word: Word; readonly number: string; readonly title: string} | undefined {
  const found = /^(PATCH +)?(\d{1,4})\/(\d{1,4}): */iu.exec(text);
  if (!found) return undefined;
  const [whole, patch, index, total] = found;
  return {
    word: {...(patch === undefined ? {} : {patch: true}), number: [Number(index), Number(total)]},
    number: `${index ?? ''}/${total ?? ''}`,
    title: text.slice(whole.length),
  };
}

interface TitleVersion {
  readonly version: number;
  readonly text: string;
  /** Offset in the title. */
  readonly at: number;
  readonly form?: 'version-in-title' | 'version-before-title';
}

/** `(v2)` anywhere, `v3:` at the beginning, and of a pull request ` v2` at the end. It stays in the title. */
export function versionInTitle(title: string, isPull: boolean): TitleVersion | undefined {
  const before = /^v(\d{1,4}):/iu.exec(title);
  if (before) return {version: Number(before[1]), text: before[0], at: 0, form: 'version-before-title'};
  const inside = /\(v(\d{1,4})\)/iu.exec(title);
  if (inside) return {version: Number(inside[1]), text: inside[0], at: inside.index, form: 'version-in-title'};
  const last = isPull ? / v(\d{1,4})$/iu.exec(title) : null;
  return last ? {version: Number(last[1]), text: last[0].trim(), at: last.index + 1} : undefined;
}
