/**
 * Paths and lines that a patch changes, for rules that ask what belongs to what.
 */
import type {DiffFile} from '../mail/diff.js';
import type {PatchMail} from '../mail/message.js';

/** @param path A whole path, or a folder that ends in a slash. */
export function touches({diff}: PatchMail, path: string): boolean {
  return diff.files.some((file) => (path.endsWith('/') ? file.path.startsWith(path) : file.path === path));
}

/** Without their marks. */
export function addedLines({hunks}: DiffFile): readonly string[] {
  return hunks.flatMap(({lines}) => lines.filter((text) => text.startsWith('+')).map((text) => text.slice(1)));
}

export const selftests = 'tools/testing/selftests/bpf/';
export const uapi = 'include/uapi/linux/bpf.h';
