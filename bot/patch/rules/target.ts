/**
 * Which patches of a series need a Fixes tag, by the tree that they are for and by what they change.
 *
 * Source: BPF HOWTO, "What is the minimum requirement …?"; netdev's handbook of 7.2, which spares tests; NIPA's list of
 * files that are spared.
 */
import {isForBpfFixes} from './project.js';
import {commitsOf} from './commits.js';
import type {PatchMail} from '../mail/message.js';
import type {Series} from '../series.js';

const spared = /^(?:Documentation\/|MAINTAINERS$|CREDITS$|\.mailmap$)/u;
const tests = /^(?:tools\/testing\/|lib\/test_bpf\.c$)/u;

/** Documents, addresses and tests break nothing that is released. A patch whose diff is not seen is not spared. */
export function isSpared({diff}: PatchMail): boolean {
  return diff.files.length > 0 && diff.files.every(({path}) => spared.test(path) || tests.test(path));
}

/** Those of a series for bpf that need a Fixes tag; none where it is for another tree or asks for comments only. */
export function fixesOf(series: Series): readonly PatchMail[] {
  if (!isForBpfFixes(series) || series.rfc) return [];
  return commitsOf(series).filter((mail) => !isSpared(mail));
}

export function isRevert({subject, description}: PatchMail): boolean {
  return (
    /^(?:[\w/,: .-]{0,60}: )?revert\b/iu.test(subject?.title ?? '') ||
    description.lines.some(({text}) => /^This reverts commit\b/u.test(text))
  );
}
