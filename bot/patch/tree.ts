/**
 * The trees that subjects name.
 *
 * Source: BPF HOWTO, "How do I indicate which tree (bpf vs. bpf-next) …?"; netdev's maintainer handbook; the field.
 */

/** A tree by its name, and what a tag names below it, as in `bpf-next/net`. */
export interface NamedTree {
  readonly tree: string;
  readonly branch: string | null;
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

/** @param tag One word of a subject's brackets. */
export function treeOfTag(tag: string): NamedTree | undefined {
  const low = tag.toLowerCase();
  if (names.includes(low) || slashed.includes(low)) return {tree: low, branch: null};
  if (low === '-next' || low === 'linux-next') return {tree: 'linux-next', branch: null};
  if (stable.test(low)) return {tree: 'stable', branch: null};
  const [tree = '', ...rest] = low.split('/');
  return names.includes(tree) && rest.length > 0 ? {tree, branch: rest.join('/')} : undefined;
}

/** All trees that the tags of a subject name, in order, each once. For iproute2 the second word tells which of the two. */
export function treesOfTags(tags: readonly string[]): NamedTree[] {
  const low = tags.map((tag) => tag.toLowerCase());
  if (low.includes('iproute2')) {
    return [{tree: low.includes('net-next') || low.includes('next') ? 'iproute2-next' : 'iproute2', branch: null}];
  }
  const trees = tags.flatMap((tag) => treeOfTag(tag) ?? []);
  return trees.filter((one, at) => trees.findIndex(({tree}) => tree === one.tree) === at);
}
