/**
 * The trees that subjects name: how they are spelled, which one was meant, and the lists that patches for them go to.
 *
 * Source: BPF HOWTO, "How do I indicate which tree (bpf vs. bpf-next) …?"; netdev's maintainer handbook; the field.
 */
import {nearestWord} from '../nearest-word.js';

/** Trees that a prefix is written for, the usual ones first. */
export const trees = ['bpf', 'bpf-next', 'bpf-next/net', 'net', 'net-next', 'iproute2', 'iproute2-next'] as const;
export type Tree = (typeof trees)[number];

/** A tree by its name, and what a tag names below it, as in `bpf-next/net`. */
export interface NamedTree {
  readonly tree: string;
  readonly branch: string | null;
}

/** Where patches for a tree go. Whoever else scripts/get_maintainer.pl names comes on top. */
export interface Lists {
  readonly to: readonly string[];
  readonly cc: readonly string[];
}

const names = [
  'bpf',
  'bpf-next',
  'net',
  'net-next',
  'iproute2',
  'iproute2-next',
  'dwarves',
  'iwl',
  'iwl-net',
  'iwl-next',
];
/** Trees whose name itself has a slash. */
const slashed = ['perf/core'];
/** `6.1`, `v4.19`, `6.1.y`, `linux-6.6.y`. */
const stable = /^(?:stable|autosel|(?:linux-)?v?\d{1,2}\.\d{1,3}(?:\.(?:y|\d{1,3}))?)$/iu;
/** Words that people write for a tree, without what parts their syllables. */
const alike: Readonly<Record<string, Tree>> = {
  next: 'bpf-next',
  fornext: 'bpf-next',
  bpffornext: 'bpf-next',
  bpfmaster: 'bpf',
  bpfnet: 'bpf-next/net',
  netfornext: 'net-next',
  iproute: 'iproute2',
  iproutenext: 'iproute2-next',
  iproute2netnext: 'iproute2-next',
  iproute2master: 'iproute2',
  ...Object.fromEntries(trees.map((tree) => [tree.replace(/[-/]/gu, ''), tree])),
};
/** Branches that trees have, which prefixes do not name. */
const branch = /\/(?:master|main|head|for-next|for-linus)$/u;
/** Longer words name no tree. */
const treeChars = 32;
/** Trees of other subsystems are called after what they collect: `wireless-next`. */
const othersNext = /^(?!for-)[a-z\d]{1,24}(?:-[a-z\d]{1,16})?-next$/u;

const bpfList = 'bpf@vger.kernel.org';
const netList = 'netdev@vger.kernel.org';

/** @param tag One word of a subject's brackets. */
export function treeOfTag(tag: string): NamedTree | undefined {
  const low = tag.toLowerCase();
  if (names.includes(low) || slashed.includes(low)) return {tree: low, branch: null};
  if (low === '-next' || low === 'linux-next') return {tree: 'linux-next', branch: null};
  if (low === 'pahole') return {tree: 'dwarves', branch: null};
  if (low.length <= treeChars && othersNext.test(low)) return {tree: low, branch: null};
  if (stable.test(low)) return {tree: 'stable', branch: null};
  const slash = low.indexOf('/');
  if (slash < 0 || !names.includes(low.slice(0, slash))) return undefined;
  return {tree: low.slice(0, slash), branch: low.slice(slash + 1)};
}

/** All trees that the tags of a subject name, in order, each once. For iproute2 the second word tells which of the two. */
export function treesOfTags(tags: readonly string[]): NamedTree[] {
  const low = tags.map((tag) => tag.toLowerCase());
  if (low.includes('iproute2')) {
    return [{tree: low.includes('net-next') || low.includes('next') ? 'iproute2-next' : 'iproute2', branch: null}];
  }
  const named = tags.flatMap((tag) => treeOfTag(tag) ?? []);
  return named.filter((one, at) => named.findIndex(({tree}) => tree === one.tree) === at);
}

/**
 * The tree that was perhaps meant by `bpfnext`, `bpf_next`, `bpf/for-next`, `-next`.
 *
 * @returns Undefined for a tree that is spelled right, and for a word that is near none.
 */
export function meantTree(word: string): Tree | undefined {
  const low = word.toLowerCase();
  if (low.length > treeChars || isTree(low)) return undefined;
  const bare = low.replace(/[^a-z\d]/gu, '');
  if (Object.hasOwn(alike, bare)) return alike[bare];
  const upper = low.replace(branch, '');
  return isTree(upper) ? upper : (nearestWord(low, trees) as Tree | undefined);
}

export function isTree(word: string): word is Tree {
  return trees.some((tree) => tree === word);
}

export function listsOf(tree: Tree): Lists {
  switch (tree) {
    case 'bpf':
    case 'bpf-next':
      return {to: [bpfList], cc: []};
    case 'bpf-next/net':
      return {to: [bpfList, netList], cc: []};
    case 'net':
    case 'net-next':
      return {to: [netList], cc: [bpfList]};
    case 'iproute2':
    case 'iproute2-next':
      return {to: [netList], cc: [bpfList]};
  }
}
