/**
 * The trees that the words of a subject name, each by its own name: ours, those of our neighbours, and stable kernels.
 *
 * Misspelled names are none here; `meantTree` knows what was meant. Every pattern is bounded.
 * Source: BPF HOWTO, "How do I indicate which tree (bpf vs. bpf-next) …?"; MAINTAINERS; the lists.
 */
import {bareWord} from './subject-words.js';

/** A tree by its name, and what a tag names below it, as in `bpf-next/net`. */
export interface NamedTree {
  readonly tree: string;
  readonly branch: string | null;
}

/** Brackets that hold one of them, and no word such as PATCH, are a patch's all the same. */
const near = [
  'bpf', 'bpf-next', 'net', 'net-next', 'iproute2', 'iproute2-next', 'dwarves', 'iwl', 'iwl-net', 'iwl-next',
]; // prettier-ignore
/** Words of common use too, which name a tree beside PATCH only. */
const far = [
  'bluetooth', 'can', 'ipsec', 'mm-hotfixes', 'mm-new', 'mm-stable', 'mm-unstable', 'mptcp-net', 'nf', 'sched_ext',
  'tip', 'wireless', 'wpan',
]; // prettier-ignore
/** Trees whose name itself has a slash. */
const slashed = ['perf/core'];
/** `6.1`, `v4.19`, `6.1.y`, `2.6.32`; not `v2.1`, which is a version. */
const kernel = String.raw`v?(?:2\.6|[3-9]\.\d{1,3}|\d\d\.\d{1,3})(?:\.(?:y|\d{1,3}))?(?:-(?:cip|rt|stable))?`;
/** A kernel, or two with what parts them: `linux-6.6.y`, `6.1-stable`, `stable-6.1`, `6.16-5.10`, `5.15/6.1`. */
const stable = new RegExp(`^(?:stable|autosel|(?:(?:linux|stable)-)?${kernel}(?:[-/]${kernel})?)$`, 'u');
/** Trees of other subsystems are called after what they collect: `wireless-next`. */
const othersNext = /^(?!for-)[a-z\d]{1,24}(?:-[a-z\d]{1,16})?-next$/u;
/** Longer words name no tree. */
const tagChars = 32;

/** @param tag One word of a subject's brackets. */
export function treeOfTag(tag: string): NamedTree | undefined {
  if (tag.length > tagChars) return undefined;
  const low = bareWord(tag).toLowerCase();
  if (near.includes(low) || far.includes(low) || slashed.includes(low)) return {tree: low, branch: null};
  if (low === '-next' || low === 'linux-next') return {tree: 'linux-next', branch: null};
  if (low === 'pahole') return {tree: 'dwarves', branch: null};
  if (othersNext.test(low)) return {tree: low, branch: null};
  if (stable.test(low)) return {tree: 'stable', branch: null};
  const end = low.search(/[/:]/u);
  if (end < 1) return undefined;
  const tree = low.slice(0, end) === 'pahole' ? 'dwarves' : low.slice(0, end);
  return near.includes(tree) || far.includes(tree) ? {tree, branch: low.slice(end + 1)} : undefined;
}

/** Whether brackets that hold this word are a patch's. List software writes names with a capital: `[Bpf]`. */
export function opensPatch(tag: string): boolean {
  return tag === tag.toLowerCase() && !far.includes(tag) && treeOfTag(tag) !== undefined;
}

/** All trees that the tags of a subject name, in order, each once. For iproute2 the second word tells which of the two. */
export function treesOfTags(tags: readonly string[]): NamedTree[] {
  const low = joinNext(tags.map((tag) => bareWord(tag).toLowerCase()));
  if (low.includes('iproute2')) {
    const isNext = low.some((tag) => tag === 'net-next' || tag === 'next' || tag === '-next');
    return [{tree: isNext ? 'iproute2-next' : 'iproute2', branch: null}];
  }
  const named = low.flatMap((tag) => treeOfTag(tag) ?? []);
  if (named.length === 0 && low.includes('next')) return [{tree: 'linux-next', branch: null}];
  const met = new Set<string>();
  return named.filter(({tree}) => !met.has(tree) && met.add(tree));
}

/** `bpf -next` and `bpf next` are bpf-next. */
function joinNext(low: readonly string[]): string[] {
  const joined: string[] = [];
  for (const tag of low) {
    const whole = `${joined.at(-1) ?? ''}-next`;
    if ((tag === 'next' || tag === '-next') && near.includes(whole)) joined.splice(-1, 1, whole);
    else joined.push(tag);
  }
  return joined;
}
