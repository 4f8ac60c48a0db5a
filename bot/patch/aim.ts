/**
 * What patches are for, as people say it: a fix, a feature, a tree, or two of these words that belong together.
 *
 * Source: BPF HOWTO, "How do I indicate which tree (bpf vs. bpf-next) …?" and "Do you accept patches as well for
 * iproute2's BPF loader?"; netdev's maintainer handbook.
 */
import {meantTree, trees, type Tree} from './tree.js';

export const aims = ['fix', 'feature', ...trees, 'stable'] as const;
/** What only a button says: an answer to a question about a fix, or the wish for another tree. */
export const pressedAims = ['released', 'urgent', 'waiting', 'unreleased', 'other'] as const;
/**
 * - `released`: the broken commit is in Linus' tree; whether the fix is urgent is open.
 * - `urgent`, `waiting`: it is there, and the fix is urgent or is not.
 * - `unreleased`: the broken commit is in bpf-next alone.
 */
export type Aim = (typeof aims)[number] | (typeof pressedAims)[number];

/** Other words for an aim. */
export const aimWords: Readonly<Record<string, (typeof aims)[number]>> = {
  bug: 'fix',
  bugfix: 'fix',
  fixes: 'fix',
  regression: 'fix',
  urgent: 'fix',
  features: 'feature',
};

/** Two words that are one aim, in either order: "a bpf feature" is one for bpf-next, as BPF is what it is about. */
const pairs: readonly (readonly [string, string, (typeof aims)[number]])[] = [
  ['fix', 'bpf', 'fix'],
  ['fix', 'bpf-next', 'bpf-next'],
  ['fix', 'bpf-next/net', 'bpf-next/net'],
  ['fix', 'net', 'net'],
  ['fix', 'net-next', 'net-next'],
  ['fix', 'iproute2', 'iproute2'],
  ['fix', 'iproute2-next', 'iproute2-next'],
  ['fix', 'stable', 'stable'],
  ['feature', 'bpf', 'feature'],
  ['feature', 'bpf-next', 'feature'],
  ['feature', 'bpf-next/net', 'bpf-next/net'],
  ['feature', 'net', 'net-next'],
  ['feature', 'net-next', 'net-next'],
  ['feature', 'iproute2', 'iproute2-next'],
  ['feature', 'iproute2-next', 'iproute2-next'],
  ['bpf-next', 'net', 'bpf-next/net'],
  ['iproute2', 'bpf', 'iproute2'],
  ['iproute2', 'net-next', 'iproute2-next'],
  ['iproute2', 'bpf-next', 'iproute2-next'],
];

/** @returns Undefined where two words name two trees. */
export function aimOfBoth(one: string, other: string): (typeof aims)[number] | undefined {
  return pairs.find(
    ([first, second]) => (first === one && second === other) || (first === other && second === one),
  )?.[2];
}

/** The aim that was perhaps meant by a word that is none. */
export function meantAim(word: string): (typeof aims)[number] | undefined {
  const low = word.toLowerCase();
  return (Object.hasOwn(aimWords, low) ? aimWords[low] : undefined) ?? meantTree(word);
}

/** @returns Undefined where it is not clear yet, and for stable, which has no prefix. */
export function treeOfAim(aim: Aim | undefined): Tree | undefined {
  switch (aim) {
    case 'fix':
    case 'urgent':
      return 'bpf';
    case 'feature':
    case 'waiting':
    case 'unreleased':
      return 'bpf-next';
    case undefined:
    case 'stable':
    case 'released':
    case 'other':
      return undefined;
    case 'bpf':
    case 'bpf-next':
    case 'bpf-next/net':
    case 'net':
    case 'net-next':
    case 'iproute2':
    case 'iproute2-next':
      return aim;
  }
}
