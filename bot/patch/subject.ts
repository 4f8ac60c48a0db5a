/**
 * The subject of a mail on a kernel list: what kind of mail it heads, which tree, version and part it names.
 *
 * Every order of words and every way of parting them that is met on the lists is read; what is odd about one stands in
 * `forms`, for rules to name. Time grows linearly: brackets are walked through once, and no pattern runs over more than
 * one word.
 */
import {decodeHeader} from './mail/encoded-words.js';
import {formsAround, formsOfGroup, formsOfParts, formsOfTitle, type OddForm} from './subject-forms.js';
import type {Group} from './subject-groups.js';
import {takeBareWords, takeNumberBehind, takeOpening, versionInTitle, type BareWords} from './subject-pieces.js';
import {readWord, type Word} from './subject-words.js';
import {treesOfTags} from './tree-tags.js';

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
  /** In the order of their places. */
  readonly forms: readonly OddForm[];
}

/** @param raw A header's value as it stands in a mail: folds and encoded words kept. Plain text reads the same. */
export function readRawSubject(raw: string): Subject {
  return readSubject(decodeSubject(raw));
}

/**
 * A header's value on one line, its encoded words decoded once.
 *
 * @param raw Text; characters beyond ASCII stand for themselves.
 */
export function decodeSubject(raw: string): string {
  const unfolded = raw.replace(/\r?\n(?=[ \t])/gu, '');
  // The decoder takes bytes, one character each.
  return decodeHeader(Buffer.from(unfolded, 'utf8').toString('latin1')).text;
}

/** @param text On one line, its encoded words decoded. */
export function readSubject(text: string): Subject {
  const line = text.replace(/\s+/gu, ' ').trim();
  const {rest, isReply, isForward, groups, resend} = takeOpening(line);
  const titleAt = line.length - rest.length;
  // `[GIT] Networking`: the word is a list's, and the mail asks to pull.
  const isOwn = ({type, text: group}: Group) => type !== 'list' && !/^git$/iu.test(group);
  const own = groups.filter(isOwn);
  const inside = own.flatMap(({words}) => words.flatMap((word) => word ?? []));
  const behind = bareWordsOf(rest, titleAt, groups, inside);
  const title = behind?.rest ?? rest;
  const pull = groups.length === 0 ? pullTitle.exec(title) : null;
  const parts = [...own.flatMap((group) => group.parts), ...(behind?.parts ?? [])];
  const words = [...inside, ...(behind?.words ?? [])];
  const tags = [
    ...own.filter(({type}) => type === 'patch').flatMap((group) => group.parts.filter((_, at) => !group.words[at])),
    ...(behind?.parts ?? []).filter((part) => readWord(part.text) === undefined),
  ].map((part) => part.text);
  const tokens = parts.map((part) => part.text);
  const trees = treesOfTags(pull ? [pull.groups?.net ?? pull.groups?.tree ?? ''] : tags);
  const inTitle = versionInTitle(title, pull !== null);
  const version = words.find((word) => word.version !== undefined)?.version ?? inTitle?.version;
  const [index, total] = words.find((word) => word.number !== undefined)?.number ?? [null, null];
  return {
    kind: kindOf({
      isReply,
      isForward,
      isPull: pull !== null || groups.some(({type}) => type === 'pull'),
      isPatch: tokens.length > 0,
      isSet: index === null && words.some(({set}) => set),
      index,
    }),
    patchWord: words.some(({patch}) => patch),
    tokens,
    tags,
    listTags: groups.filter((group) => !isOwn(group)).map((group) => group.text),
    tree: trees[0]?.tree ?? null,
    branch: trees[0]?.branch ?? null,
    treeCandidates: trees.length > 1 ? trees.map(({tree}) => tree) : [],
    version: version ?? 1,
    versionGiven: version !== undefined,
    index,
    total,
    rfc: words.some(({rfc}) => rfc),
    resend: resend !== undefined || words.some((word) => word.resend),
    title,
    forms: [
      ...own.filter(({type}) => type === 'patch').flatMap((group) => formsOfGroup(group.text, group.at)),
      ...formsOfParts(own.flatMap((group) => group.parts)),
      ...formsAround({resend, behind, hasBrackets: groups.length > 0}),
      ...(tokens.length > 0 ? formsOfTitle(title, line.length - title.length, inTitle) : []),
    ].sort((one, other) => one.at - other.at),
  };
}

/** `pull-request: bpf 2024-02-03`, `pull request (net): x`, `GIT PULL: x`. */
const pullTitle = /^(?:pull[- ]request|git pull(?=:))(?: \((?<net>[\w/-]{1,32})\))?:? *(?<tree>[\w/-]*)/iu;

function bareWordsOf(
  rest: string,
  at: number,
  groups: readonly Group[],
  inside: readonly Word[],
): BareWords | undefined {
  if (groups.length === 0) return takeBareWords(rest, at);
  const isPatch = groups.some(({type}) => type === 'patch');
  return isPatch && !inside.some(({number}) => number) ? takeNumberBehind(rest, at) : undefined;
}

interface Signs {
  readonly isReply: boolean;
  readonly isForward: boolean;
  readonly isPull: boolean;
  readonly isPatch: boolean;
  readonly isSet: boolean;
  readonly index: number | null;
}

function kindOf({isReply, isForward, isPull, isPatch, isSet, index}: Signs): SubjectKind {
  if (isReply) return 'reply';
  if (isForward) return 'forward';
  if (isPull) return 'pull';
  if (!isPatch) return 'other';
  return index === 0 || isSet ? 'cover' : 'patch';
}
