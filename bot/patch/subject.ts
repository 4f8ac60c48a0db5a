/**
 * The subject of a mail on a kernel list: what kind of mail it heads, which tree, version and part it names.
 *
 * Every order of words and every way of parting them that is met on the lists is read; what is odd about one is for
 * rules to say. Time grows linearly: brackets are walked through once, and no pattern runs over more than one word.
 */
import {treesOfTags} from './tree.js';

export type SubjectKind = 'patch' | 'cover' | 'reply' | 'forward' | 'pull' | 'other';

export interface Subject {
  readonly kind: SubjectKind;
  /** Whether PATCH is written, alone or glued to a version or number. */
  readonly patchWord: boolean;
  /** Everything inside the brackets of the patch, in order. */
  readonly tokens: readonly string[];
  /** Those of them that are no PATCH, RFC, RESEND, version or number. */
  readonly tags: readonly string[];
  /** Brackets that list software or people put in front for other reasons. */
  readonly listTags: readonly string[];
  /** Named by the tags, never guessed from the title; null where none is. */
  readonly tree: string | null;
  readonly branch: string | null;
  /** Where tags name more than one tree. */
  readonly treeCandidates: readonly string[];
  /** From 1, which stands for none written. */
  readonly version: number;
  readonly versionGiven: boolean;
  /** 0 is a cover letter; null where none is written. */
  readonly index: number | null;
  readonly total: number | null;
  readonly rfc: boolean;
  readonly resend: boolean;
  readonly title: string;
}

/** What one word of the brackets says; a glued one says several things. */
interface Word {
  readonly patch?: true;
  readonly rfc?: true;
  readonly resend?: true;
  readonly version?: number;
  readonly number?: readonly [number, number];
}

const replyWords = /^(?:re|aw|sv|antw|odp|vs|回复|答复)$/iu;
const forwardWords = /^(?:fwd?|forwarded|wg|tr|转发)$/iu;
/** Longest word that can open a reply, with a count such as `Re[2]`. */
const replyChars = 16;
const glued =
  /^-?(?:(?<rfc>RFC)-?)?(?:v(?<before>\d{1,4}))?(?<patch>PATCH)?-?(?:v(?<after>\d{1,4}))?(?:(?<index>\d{1,9})\/(?<total>\d{1,9}))?$/iu;

/** @param text On one line, its encoded words decoded. */
export function readSubject(text: string): Subject {
  const {rest: afterReply, isReply, isForward} = takeReplies(text.replace(/\s+/gu, ' ').trim());
  const {groups, rest} = takeBrackets(afterReply);
  const tokens: string[] = [];
  const tags: string[] = [];
  const listTags: string[] = [];
  const words: Word[] = [];
  let isPull = false;
  for (const group of groups) {
    const parts = partsOf(group);
    const read = parts.map(readWord);
    if (/^(?:git|git pull|pull)$/iu.test(parts.filter((_, at) => read[at]?.number === undefined).join(' '))) {
      isPull = true;
      if (group.toLowerCase() === 'git') listTags.push(group);
      else tokens.push(...parts);
      words.push(...read.flatMap((word) => word ?? []));
    } else if (read.some(Boolean) || treesOfTags(parts.filter(isLowerCase)).length > 0) {
      tokens.push(...parts);
      tags.push(...parts.filter((_, at) => !read[at]));
      words.push(...read.flatMap((word) => word ?? []));
    } else listTags.push(group);
  }
  const bare = groups.length === 0 ? takeBareNumber(rest) : undefined;
  const pull = groups.length === 0 ? /^pull[- ]request:? *(?<tree>[\w/-]*)/iu.exec(rest) : null;
  if (bare) tokens.push(bare.number);
  const title = bare?.title ?? rest;
  const trees = treesOfTags(pull ? [pull.groups?.tree ?? ''] : tags);
  const said = [...words, ...(bare ? [bare.word] : [])];
  const version = said.find((word) => word.version !== undefined)?.version ?? versionInTitle(title, pull !== null);
  const [index, total] = said.find((word) => word.number !== undefined)?.number ?? [null, null];
  const isPatch = tokens.length > 0;
  return {
    kind: isReply
      ? 'reply'
      : isForward
        ? 'forward'
        : isPull || pull
          ? 'pull'
          : isPatch
            ? index === 0
              ? 'cover'
              : 'patch'
            : 'other',
    patchWord: said.some(({patch}) => patch),
    tokens,
    tags,
    listTags,
    tree: trees[0]?.tree ?? null,
    branch: trees[0]?.branch ?? null,
    treeCandidates: trees.length > 1 ? trees.map(({tree}) => tree) : [],
    version: version ?? 1,
    versionGiven: version !== undefined,
    index,
    total,
    rfc: said.some(({rfc}) => rfc),
    resend: said.some(({resend}) => resend),
    title,
  };
}

/** `Re:`, `Fwd:` and their kin, however many. */
function takeReplies(text: string): {readonly rest: string; readonly isReply: boolean; readonly isForward: boolean} {
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

/** Leading groups in brackets, each with the brackets inside it. One that is never closed is the title's. */
function takeBrackets(text: string): {readonly groups: readonly string[]; readonly rest: string} {
  const groups: string[] = [];
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
    groups.push(text.slice(from + 1, at));
    from = at + 1;
    while (text[from] === ' ' || text[from] === '\t') from += 1;
  }
  return {groups, rest: text.slice(from).trim()};
}

/** Words of a group: parted by blanks, commas and brackets inside; `1 of 2` is one. */
function partsOf(group: string): string[] {
  const words = group.split(/[\s,[\]]+/u).filter((word) => word !== '');
  const parts: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const [word = '', of = '', count = ''] = words.slice(at, at + 3);
    if (/^\d{1,9}$/u.test(word) && of.toLowerCase() === 'of' && /^\d{1,9}$/u.test(count)) {
      parts.push(`${word} of ${count}`);
      at += 2;
    } else parts.push(word);
  }
  return parts;
}

/** List software writes the name of a list with a capital: `[Bpf]`. */
function isLowerCase(word: string): boolean {
  return word === word.toLowerCase();
}

/** @returns Undefined for a tag. */
function readWord(part: string): Word | undefined {
  if (/^rfc$/iu.test(part)) return {rfc: true};
  if (/^(?:resend|repost)$/iu.test(part)) return {resend: true};
  const mercurial = /^(\d+) of (\d+)$/u.exec(part);
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

/** `1/2: Subject` and `PATCH 1/2: Subject`, without brackets. */
function takeBareNumber(
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

/** `(v2)` anywhere, `v3:` at the beginning, and of a pull request ` v2` at the end. It stays in the title. */
function versionInTitle(title: string, isPull: boolean): number | undefined {
  const found =
    /^v(\d{1,4}):/iu.exec(title) ?? /\(v(\d{1,4})\)/iu.exec(title) ?? (isPull ? / v(\d{1,4})$/iu.exec(title) : null);
  return found ? Number(found[1]) : undefined;
}
