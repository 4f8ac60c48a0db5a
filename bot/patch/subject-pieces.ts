/**
 * The pieces of a subject, cut apart: reply words, groups in brackets, and what of the title counts.
 */
import {behind, nothingBefore, readGroup, type Group} from './subject-groups.js';
import {partsOf, readWord, type Part, type Word} from './subject-words.js';
import {treeOfTag} from './tree-tags.js';

const replyWords = /^(?:re|aw|antw|sv|vs|odp|r[eé]p|res|rif|ynt|ha|на|отв|ответ|回复|回覆|答复|答覆|返信|답장)$/iu;
const forwardWords = /^(?:fwd?|forwarded|wg|tr|vl|rv|enc|pd|переслано|转发|轉寄|전달)$/iu;
const resendWord = /^(?:re-?send|repost): ?(?=\[)/iu;
/** Longest word that can open a reply, with a count such as `Re[2]`. */
const replyChars = 16;

export interface Replies {
  readonly rest: string;
  readonly isReply: boolean;
  readonly isForward: boolean;
}

/** `Re:`, `Fwd:` and their kin, however many. */
export function takeReplies(text: string): Replies {
  let rest = text;
  let isReply = false;
  let isForward = false;
  for (;;) {
    const colon = rest.slice(0, replyChars).search(/[:：]/u);
    if (colon < 1) break;
    const word = rest
      .slice(0, colon)
      .replace(/(?:\[\d+\]|\^\d+)$/u, '')
      .trim();
    const behind = rest.slice(colon + 1).trimStart();
    // One letter may as well name what the title is about.
    if (replyWords.test(word) || (/^r$/iu.test(word) && behind.startsWith('['))) isReply = true;
    else if (forwardWords.test(word)) isForward = true;
    else break;
    rest = behind;
  }
  return {rest, isReply, isForward};
}

export interface Opening extends Replies {
  readonly groups: readonly Group[];
  /** `RESEND:` before the brackets. */
  readonly resend: Part | undefined;
}

/** Reply words and brackets, as far as they open a subject. Behind the patch's brackets, `Re:` is the title's. */
export function takeOpening(line: string): Opening {
  let {rest, isReply, isForward} = takeReplies(line);
  const groups: Group[] = [];
  let before = nothingBefore;
  let resend: Part | undefined;
  for (;;) {
    const again = resendWord.exec(rest)?.[0] ?? '';
    if (again !== '') resend = {text: again.trim(), at: line.length - rest.length};
    const brackets = takeBrackets(rest.slice(again.length), line.length - rest.length + again.length);
    for (const bracket of brackets.groups) {
      const group = readGroup(bracket, before);
      before = behind(before, group);
      groups.push(group);
    }
    if (brackets.groups.length === 0) break;
    rest = brackets.rest;
    if (before.patch || before.pull) break;
    const replies = takeReplies(rest);
    if (replies.rest === rest) break;
    rest = replies.rest;
    isReply ||= replies.isReply;
    isForward ||= replies.isForward;
  }
  return {rest, isReply, isForward, groups, resend};
}

/**
 * Leading groups in brackets, each with the brackets inside it. One that is never closed is the title's.
 *
 * @param start Where the text stands in the subject.
 */
function takeBrackets(text: string, start: number): {readonly groups: readonly Part[]; readonly rest: string} {
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
    // As git drops them.
    while (text[from] === ' ' || text[from] === ':') from += 1;
  }
  return {groups, rest: text.slice(from)};
}

/** Words of a patch without brackets, or behind them. */
export interface BareWords {
  readonly parts: readonly Part[];
  readonly words: readonly Word[];
  readonly rest: string;
}

/** Longer beginnings of a title are no words of a patch. */
const bareChars = 64;

/** `1/2: Subject`, `PATCH 1/2: Subject`, `PATCH bpf v2 1/2: Subject`. @param start Where the text stands. */
export function takeBareWords(text: string, start: number): BareWords | undefined {
  const colon = text.slice(0, bareChars).indexOf(':');
  if (colon < 1) return undefined;
  const parts = partsOf(text.slice(0, colon), start);
  const read = parts.map(({text: part}) => readWord(part));
  const isRead = parts.every(({text: part}, at) => read[at] !== undefined || treeOfTag(part) !== undefined);
  // `PATCH bpf: fix it` names what it is about, and no tree.
  if (!isRead || read.at(-1) === undefined || !read.some((word) => word?.patch ?? word?.number)) return undefined;
  return {parts, words: read.flatMap((word) => word ?? []), rest: text.slice(colon + 1).trimStart()};
}

/** `[PATCH bpf] 2/7: Subject`, `(2/7) Subject`. @param start Where the text stands. */
export function takeNumberBehind(text: string, start: number): BareWords | undefined {
  const found = /^\(?(\d{1,4})\/(\d{1,4})\)?:? /u.exec(text);
  const [whole = '', index, total] = found ?? [];
  if (Number(index) > Number(total) || whole === '') return undefined;
  return {
    parts: [{text: whole.trim(), at: start}],
    words: [{number: [Number(index), Number(total)]}],
    rest: text.slice(whole.length).trimStart(),
  };
}

export interface TitleVersion {
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
