/**
 * The subject as it should have been written, where it was not.
 *
 * A subject that every reader takes as it is meant is right, whatever the order of its words.
 */
import type {PatchMail} from './mail/message.js';
import {formatPrefix, mostVersions, type Prefix} from './prefix.js';
import {misreadings} from './readers/misreadings.js';
import type {Subject} from './subject.js';
import {isTree, meantTree, type Tree} from './tree.js';

export interface RightSubject {
  readonly text: string;
  readonly prefix: Prefix;
}

/** @returns Undefined where nothing is wrong with it, and where the tree is not known. */
export function rightSubject({subject, subjectLine}: PatchMail): RightSubject | undefined {
  if (!subject || !subjectLine) return undefined;
  const tree = treeOf(subject);
  const {version, rfc, resend, index, total} = subject;
  if (tree === undefined || version < 1 || version > mostVersions) return undefined;
  if (subject.forms.some(({form}) => form === 'number-large') || (index !== null && index > (total ?? 0)))
    return undefined;
  const prefix = {tree, version, rfc, resend};
  const number = index === null || total === null || total === 1 ? '' : ` ${padded(index, total)}/${total}`;
  const text = `[${formatPrefix(prefix)}${number}] ${titleOf(subject)}`;
  const isOdd =
    subject.forms.length > 0 ||
    !subject.patchWord ||
    (subject.versionGiven && version === 1) ||
    subject.tree !== treeName(tree) ||
    misreadings(subjectLine.text).length > misreadings(text).length;
  return isOdd && text !== subjectLine.text ? {text, prefix} : undefined;
}

/** The tree that a subject names or means. */
function treeOf({tree, branch, tags, treeCandidates}: Subject): Tree | undefined {
  if (treeCandidates.length > 1) return undefined;
  const written = branch === null ? tree : `${tree ?? ''}/${branch}`;
  if (written !== null && isTree(written)) return written;
  const meant = [...new Set(tags.flatMap((tag) => meantTree(tag) ?? []))];
  return meant.length === 1 ? meant[0] : undefined;
}

function treeName(tree: Tree): string {
  return tree === 'bpf-next/net' ? 'bpf-next' : tree;
}

/** Without a version and brackets that are the prefix's. */
function titleOf({title}: Subject): string {
  return title
    .replace(/^\] ?/u, '')
    .replace(/^v\d{1,4}: ?/iu, '')
    .replace(/ ?\(v\d{1,4}\)/iu, '')
    .trim();
}

function padded(index: number, total: number): string {
  return String(index).padStart(String(total).length, '0');
}
