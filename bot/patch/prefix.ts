/**
 * The prefix of a patch subject: what stands in `[RFC PATCH bpf-next v3 2/5]`, and the subjects it makes.
 *
 * Every order is read, one is written. Source: HOWTO interact with BPF subsystem, "How do I indicate which tree (bpf vs.
 * bpf-next) …?"; submitting-patches, which shows RESEND behind PATCH.
 */
import {readSubject} from './subject.js';
import {treesOfTags} from './tree-tags.js';
import {isTree, type Tree} from './tree.js';

/** A prefix without its part number, which `git format-patch` adds by itself. */
export interface Prefix {
  readonly tree: Tree;
  /** Revision of the series, from 1; a first posting leaves its number unwritten. */
  readonly version: number;
  readonly rfc: boolean;
  readonly resend: boolean;
}

export const mostVersions = 99;
export const mostPatches = 999;

/** @returns E.g. `RFC PATCH RESEND bpf-next v2`: safe between single quotes. */
export function formatPrefix({tree, version, rfc, resend}: Prefix): string {
  const words = [rfc ? 'RFC' : '', 'PATCH', resend ? 'RESEND' : '', tree, version > 1 ? `v${version}` : ''];
  return words.filter((word) => word !== '').join(' ');
}

/** @returns Undefined where the text is no prefix with PATCH, one tree and one version at most, or says more than that. */
export function parsePrefix(text: string): Prefix | undefined {
  if (/[[\]\u0000-\u001f]/u.test(text)) return undefined;
  const {patchWord, tags, forms, version, index, rfc, resend} = readSubject(`[${text}] x`);
  if (!patchWord || index !== null || forms.some(({form}) => form === 'version-twice')) return undefined;
  const tree = treeOf(tags);
  if (tree === undefined || version < 1 || version > mostVersions) return undefined;
  return {tree, version, rfc, resend};
}

/** The HOWTO writes two words for iproute2. */
function treeOf(tags: readonly string[]): Tree | undefined {
  const [first = '', second, ...more] = tags.map((tag) => tag.toLowerCase());
  if (second === undefined) return isTree(first) ? first : undefined;
  const isIproute2 = first === 'iproute2' && ['master', 'net-next', 'next'].includes(second);
  if (!isIproute2 || more.length > 0) return undefined;
  const tree = treesOfTags(tags)[0]?.tree ?? '';
  return isTree(tree) ? tree : undefined;
}

/**
 * The bracketed beginnings of all subjects as git writes them: a cover letter first where there is more than one patch,
 * numbers as wide as the last.
 *
 * @param patches Undefined where it is not known: one beginning without a number.
 */
export function subjectsOf(prefix: Prefix, patches: number | undefined): string[] {
  const words = formatPrefix(prefix);
  if (patches === undefined || patches === 1) return [`[${words}]`];
  const total = String(patches);
  return Array.from({length: patches + 1}, (_, at) => `[${words} ${String(at).padStart(total.length, '0')}/${total}]`);
}
