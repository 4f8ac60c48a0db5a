/**
 * The trees that prefixes are written for: how they are spelled, which one was meant, and the lists that patches for
 * them go to.
 *
 * Source: BPF HOWTO, "How do I indicate which tree (bpf vs. bpf-next) …?"; netdev's maintainer handbook; the field.
 */
import {nearestWord} from '../nearest-word.js';

/** Trees that a prefix is written for, the usual ones first. */
export const trees = ['bpf', 'bpf-next', 'bpf-next/net', 'net', 'net-next', 'iproute2', 'iproute2-next'] as const;
export type Tree = (typeof trees)[number];

/** Where patches for a tree go. Whoever else scripts/get_maintainer.pl names comes on top. */
export interface Lists {
  readonly to: readonly string[];
  readonly cc: readonly string[];
}

/** Words that people write for a tree, without what parts their syllables. */
const alike: Readonly<Record<string, Tree>> = {
  next: 'bpf-next',
  fornext: 'bpf-next',
  bpffornext: 'bpf-next',
  bpfnextmaster: 'bpf-next',
  bpfnextfornext: 'bpf-next',
  bpfnextnext: 'bpf-next',
  forbpf: 'bpf',
  forbpfnext: 'bpf-next',
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

const bpfList = 'bpf@vger.kernel.org';
const netList = 'netdev@vger.kernel.org';

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
