/**
 * The subject of a mail on a kernel list: what kind of mail it heads, which tree, version and part it names.
 *
 * Every order of words and every way of parting them that is met on the lists is read; what is odd about one stands in
 * `forms`, for rules to name. Time grows linearly: brackets are walked through once, and no pattern runs over more than
 * one word.
 */
import {decodeHeader} from './mail/encoded-words.js';
import {formsOfGroup, formsOfParts, type OddForm} from './subject-forms.js';
import {takeBareNumber, takeBrackets, takeReplies, versionInTitle} from './subject-pieces.js';
import {partsOf, readWord, type Part} from './subject-words.js';
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
  const {rest: afterReply, isReply, isForward} = takeReplies(line);
  const {groups, rest} = takeBrackets(afterReply, line.length - afterReply.length);
  const said: Part[] = [];
  const tokens: string[] = [];
  const tags: string[] = [];
  const listTags: string[] = [];
  const forms: OddForm[] = [];
  let isPull = false;
  for (const {text: group, at} of groups) {
    const parts = partsOf(group, at);
    const texts = parts.map((part) => part.text);
    const read = texts.map(readWord);
    if (/^(?:git|git pull|pull)$/iu.test(texts.filter((_, place) => read[place]?.number === undefined).join(' '))) {
      isPull = true;
      if (group.toLowerCase() === 'git') listTags.push(group);
      else tokens.push(...texts);
    } else if (read.some(Boolean) || treesOfTags(texts.filter(isLowerCase)).length > 0) {
      tokens.push(...texts);
      tags.push(...texts.filter((_, place) => !read[place]));
      forms.push(...formsOfGroup(group, at));
    } else {
      listTags.push(group);
      continue;
    }
    said.push(...parts);
  }
  const titleAt = line.length - rest.length;
  const bare = groups.length === 0 ? takeBareNumber(rest) : undefined;
  const pull = groups.length === 0 ? /^pull[- ]request:? *(?<tree>[\w/-]*)/iu.exec(rest) : null;
  if (bare) {
    tokens.push(bare.number);
    forms.push({form: 'no-brackets', text: bare.number, at: titleAt + rest.indexOf(bare.number)});
  }
  const title = bare?.title ?? rest;
  const trees = treesOfTags(pull ? [pull.groups?.tree ?? ''] : tags);
  const words = [...said.flatMap((part) => readWord(part.text) ?? []), ...(bare ? [bare.word] : [])];
  const inTitle = versionInTitle(title, pull !== null);
  const version = words.find((word) => word.version !== undefined)?.version ?? inTitle?.version;
  const [index, total] = words.find((word) => word.number !== undefined)?.number ?? [null, null];
  if (inTitle?.form && tokens.length > 0) {
    forms.push({form: inTitle.form, text: inTitle.text, at: line.length - title.length + inTitle.at});
  }
  if (tokens.length > 0 && title.startsWith(']')) forms.push({form: 'stray-bracket', text: ']', at: titleAt});
  return {
    kind: kindOf({isReply, isForward, isPull: isPull || pull !== null, isPatch: tokens.length > 0, index}),
    patchWord: words.some(({patch}) => patch),
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
    rfc: words.some(({rfc}) => rfc),
    resend: words.some(({resend}) => resend),
    title,
    forms: [...forms, ...formsOfParts(said)].sort((one, other) => one.at - other.at),
  };
}

interface Signs {
  readonly isReply: boolean;
  readonly isForward: boolean;
  readonly isPull: boolean;
  readonly isPatch: boolean;
  readonly index: number | null;
}

function kindOf({isReply, isForward, isPull, isPatch, index}: Signs): SubjectKind {
  if (isReply) return 'reply';
  if (isForward) return 'forward';
  if (isPull) return 'pull';
  if (!isPatch) return 'other';
  return index === 0 ? 'cover' : 'patch';
}

/** List software writes the name of a list with a capital: `[Bpf]`. */
function isLowerCase(word: string): boolean {
  return word === word.toLowerCase();
}
