/**
 * On which trees kernel-patches-daemon, which feeds BPF's CI, tries a series.
 *
 * Source: kernel-patches-daemon's reading of the names that patchwork gives: a tag that is exactly a tree's name decides.
 */
import {readAsPatchwork} from './patchwork.js';

const trees = ['bpf-next', 'bpf'] as const;
export type KpdTree = (typeof trees)[number];

/** @param line A subject on one line, decoded. @returns In the order of the tries; more than one where no tag decides. */
export function readAsKpd(line: string): readonly KpdTree[] {
  const {tags} = readAsPatchwork(line);
  const named = trees.find((tree) => tags.includes(tree));
  return named === undefined ? trees : [named];
}
