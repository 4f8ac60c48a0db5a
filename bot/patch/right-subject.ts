/**
 * The subject as it should have been written, where it was not.
 *
 * A subject that every reader takes as it is meant is right, whatever the order of its words.
 */
import type {PatchMail} from './mail/message.js';
import {formatPrefix, mostPatches, mostVersions, type Prefix} from './prefix.js';
import {misreadings} from './readers/misreadings.js';
import type {Subject} from './subject.js';
import {treeOfTag} from './tree-tags.js';
import {isTree, meantTree, type Tree} from './tree.js';

export interface RightSubject {
  readonly text: string;
  readonly prefix: Prefix;
}

/** @returns Undefined where nothing is wrong with it, and where the tree is not known. */
export function rightSubject({subject, subjectLine}: PatchMail): RightSubject | undefined {
  if (!subject || !subjectLine) return undefined;
  const prefix = prefixOf(subject);
  if (!prefix) return undefined;
  const {tree} = prefix;
  const {version, index, total} = subject;
  if (subject.forms.some(({form}) => form === 'number-large') || (index !== null && index > (total ?? 0)))
    return undefined;
  const text = writeSubject(subject, tree);
  const isOdd =
    subject.forms.length > 0 ||
    !subject.patchWord ||
    (subject.versionGiven && version === 1) ||
    subject.tree !== treeName(tree) ||
    misreadings(subjectLine.text).length > misreadings(text).length;
  return isOdd && text !== subjectLine.text ? {text, prefix} : undefined;
}

/** What a subject says or means, without its number; undefined where the tree is not known. */
export function prefixOf(subject: Subject): Prefix | undefined {
  const tree = treeOf(subject);
  const {version, rfc, resend} = subject;
  return tree === undefined || version < 1 || version > mostVersions ? undefined : {tree, version, rfc, resend};
}

/** The subject for a tree, in the one order that is written. */
export function writeSubject(subject: Subject, tree: Tree): string {
  const {version, rfc, resend, index, total} = subject;
  const isNumbered = index !== null && total !== null && total > 1 && total <= mostPatches;
  const number = isNumbered ? ` ${padded(index, total)}/${total}` : '';
  return `[${formatPrefix({tree, version, rfc, resend})}${number}] ${titleOf(subject)}`;
}

/** The tree that a subject names or means. */
function treeOf({tree, branch, tags, treeCandidates}: Subject): Tree | undefined {
  if (treeCandidates.length > 1 || tags.some((tag) => !isTreeWord(tag, tree))) return undefined;
  const written = branch === null ? tree : `${tree ?? ''}/${branch}`;
  if (written !== null && isTree(written)) return written;
  const meant = [...new Set(tags.flatMap((tag) => meantTree(tag) ?? []))];
  return meant.length === 1 ? meant[0] : undefined;
}

/** A tag of another kind says something that a prefix of ours cannot keep. */
function isTreeWord(tag: string, tree: string | null): boolean {
  const isSecond = (tree?.startsWith('iproute2') ?? false) && /^(?:master|net-next|next)$/iu.test(tag);
  return isSecond || treeOfTag(tag) !== undefined || meantTree(tag) !== undefined;
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
