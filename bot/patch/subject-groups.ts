/**
 * The brackets that open a subject: which hold words of a patch, which a request to pull, and which are somebody
 * else's, such as a list's.
 */
import {partsOf, readWord, type Part, type Word} from './subject-words.js';
import {opensPatch} from './tree-tags.js';

export interface Group extends Part {
  readonly type: 'patch' | 'pull' | 'list';
  readonly parts: readonly Part[];
  /** What each part says; undefined for a tag. */
  readonly words: readonly (Word | undefined)[];
}

/** What brackets before say about those behind them. */
export interface Before {
  /** A robot's name, or the branch that it reports on. */
  readonly robot: boolean;
  readonly patch: boolean;
  readonly pull: boolean;
}

export const nothingBefore: Before = {robot: false, patch: false, pull: false};

/** @param bracket Its text, without the signs. */
export function readGroup(bracket: Part, before: Before): Group {
  const parts = partsOf(bracket.text, bracket.at);
  const words = parts.map(({text}) => readWord(text));
  const texts = parts.map(({text}) => text);
  return {...bracket, type: typeOf(texts, words, before), parts, words};
}

export function behind({robot, patch, pull}: Before, {type, text}: Group): Before {
  return {
    robot: robot || /^syzbot\b|:/iu.test(text),
    patch: patch || type === 'patch',
    pull: pull || type === 'pull',
  };
}

function typeOf(texts: readonly string[], words: readonly (Word | undefined)[], before: Before): Group['type'] {
  const isPatch = words.some((word) => word?.patch ?? word?.rfc ?? word?.version !== undefined);
  const tags = texts.filter((_, at) => words[at] === undefined);
  if (!words.some((word) => word?.patch) && /^(?:git|git pull|pull|pull[- ]request)$/iu.test(tags.join(' '))) {
    return 'pull';
  }
  // A robot reports on a branch: `[bpf-next:master 3/7]`.
  if (!isPatch && texts.some((text) => text.includes(':'))) return 'list';
  if (words.some((word) => word !== undefined)) return 'patch';
  if (before.robot) return 'list';
  // `[PATCH][next]`
  if (before.patch && /^next$/iu.test(texts.join(' '))) return 'patch';
  return texts.every((text) => text === text.toLowerCase()) && texts.some(opensPatch) ? 'patch' : 'list';
}
