/**
 * Unified diffs as git and diff write them: which files, which hunks, how many lines, and where they do not add up.
 *
 * Reads in one pass. Words between files, such as a signature, are passed over as `git apply` does. A hunk that does not
 * hold the lines it counts is kept with the line at which it breaks off, and reading goes on behind it.
 * Source: git-diff(1) "Generating patch text with -p", git-apply(1).
 */
import {namesOfGitHeader, pathOf} from './diff-names.js';
import {readHunk, type Hunk} from './hunk.js';

export interface DiffFile {
  /** Path before; absent for a new file. */
  readonly oldPath?: string;
  /** Path after; absent for a deleted file. */
  readonly newPath?: string;
  /** The path git lists it under: the new one, or the old one of a deleted file. */
  readonly path: string;
  readonly change: 'modified' | 'added' | 'deleted' | 'renamed' | 'copied';
  readonly oldMode?: string;
  readonly newMode?: string;
  /** Changed without lines to read. */
  readonly isBinary: boolean;
  readonly hunks: readonly Hunk[];
  readonly added: number;
  readonly deleted: number;
  /** Of its first line. */
  readonly line: number;
}

export interface Diff {
  readonly files: readonly DiffFile[];
  /** Hunks that stand before any file; git takes no such diff. */
  readonly strayHunkLine?: number;
}

/** @param firstLine The number of the first of `lines`. */
export function readDiff(lines: readonly string[], firstLine: number): Diff {
  const files: DiffFile[] = [];
  let strayHunkLine: number | undefined;
  let at = 0;
  while (at < lines.length) {
    const text = lines[at] ?? '';
    const found = text.startsWith('diff --git ')
      ? readGitFile(lines, at, firstLine)
      : isPlainHeader(lines, at)
        ? readPlainFile(lines, at, firstLine)
        : undefined;
    if (found) {
      files.push(found.file);
      at = found.next;
      continue;
    }
    const isSpare = text.startsWith('@@ -') && /^@@ -\d+(?:,\d+)? \+\d+(?:,\d+)? @@/u.test(text);
    // What follows a broken hunk belongs to that hunk's file.
    if (isSpare && files.length === 0) strayHunkLine ??= firstLine + at;
    at += 1;
  }
  return strayHunkLine === undefined ? {files} : {files, strayHunkLine};
}

function isPlainHeader(lines: readonly string[], at: number): boolean {
  return (
    (lines[at]?.startsWith('--- ') ?? false) &&
    (lines[at + 1]?.startsWith('+++ ') ?? false) &&
    (lines[at + 2]?.startsWith('@@ -') ?? false)
  );
}

interface Found {
  readonly file: DiffFile;
  readonly next: number;
}

interface Draft {
  oldPath?: string | undefined;
  newPath?: string | undefined;
  oldMode?: string;
  newMode?: string;
  change: DiffFile['change'];
  isBinary: boolean;
}

function readGitFile(lines: readonly string[], start: number, firstLine: number): Found | undefined {
  const names = namesOfGitHeader((lines[start] ?? '').slice('diff --git '.length));
  const draft: Draft = {...names, change: 'modified', isBinary: false};
  let at = start + 1;
  for (; at < lines.length && !draft.isBinary; at++) {
    const text = lines[at] ?? '';
    if (text.startsWith('--- ')) {
      // Below a file without hunks, this may be the next words of the mail.
      if (!(lines[at + 1]?.startsWith('+++ ') ?? false)) break;
      const [oldPath, newPath] = [pathOf(text.slice(4)), pathOf((lines[at + 1] ?? '').slice(4))];
      if (draft.change !== 'renamed' && draft.change !== 'copied') {
        draft.oldPath = oldPath ?? draft.oldPath;
        draft.newPath = newPath ?? draft.newPath;
      }
      if (oldPath === undefined) draft.change = 'added';
      if (newPath === undefined) draft.change = 'deleted';
      at += 2;
      break;
    }
    if (!readExtended(text, draft)) break;
  }
  const isPatch = draft.isBinary && lines[at - 1] === 'GIT binary patch';
  if (isPatch) at = afterBinary(lines, at);
  if (draft.oldPath === undefined && draft.newPath === undefined) return undefined;
  return finish(draft, lines, start, at, firstLine);
}

/** @returns Whether the line is one of those between `diff --git` and the hunks. */
function readExtended(text: string, draft: Draft): boolean {
  const [, name = '', value = ''] =
    /^(old mode|new mode|deleted file mode|new file mode|copy from|copy to|rename from|rename to|rename old|rename new|similarity index|dissimilarity index|index) (.*)$/u.exec(
      text,
    ) ?? [];
  switch (name) {
    case 'old mode':
      draft.oldMode = value.trim();
      return true;
    case 'new mode':
      draft.newMode = value.trim();
      return true;
    case 'deleted file mode':
      draft.change = 'deleted';
      draft.oldMode = value.trim();
      return true;
    case 'new file mode':
      draft.change = 'added';
      draft.newMode = value.trim();
      return true;
    case 'rename from':
    case 'rename old':
    case 'copy from':
      draft.change = name === 'copy from' ? 'copied' : 'renamed';
      draft.oldPath = pathOf(value, 0);
      return true;
    case 'rename to':
    case 'rename new':
    case 'copy to':
      draft.change = name === 'copy to' ? 'copied' : 'renamed';
      draft.newPath = pathOf(value, 0);
      return true;
    case 'similarity index':
    case 'dissimilarity index':
    case 'index':
      return true;
  }
  if (text === 'GIT binary patch' || /^(?:Binary files|Files) .* differ$/u.test(text)) {
    draft.isBinary = true;
    return true;
  }
  return false;
}

/** Behind the lines of base 85 and the blank line after each of its one or two parts. */
function afterBinary(lines: readonly string[], from: number): number {
  let at = from;
  while (/^(?:literal|delta) \d+$/u.test(lines[at] ?? '')) {
    at += 1;
    while (at < lines.length && /^[A-Za-z]\S+$/u.test(lines[at] ?? '')) at += 1;
    if (lines[at] === '') at += 1;
  }
  return at;
}

const epoch = /\t(?:1970-01-01|1969-12-31) /u;

function readPlainFile(lines: readonly string[], start: number, firstLine: number): Found | undefined {
  const [before, after] = [(lines[start] ?? '').slice(4), (lines[start + 1] ?? '').slice(4)];
  const oldPath = pathOf(before);
  const newPath = pathOf(after);
  const draft: Draft = {oldPath, newPath, change: 'modified', isBinary: false};
  const ranges = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/u.exec(lines[start + 2] ?? '');
  if (oldPath === undefined || (epoch.test(before) && ranges?.[1] === '0')) draft.change = 'added';
  if (newPath === undefined || (epoch.test(after) && ranges?.[3] === '0')) draft.change = 'deleted';
  if (oldPath !== undefined && newPath !== undefined && draft.change === 'modified') {
    // diff was given two files, such as x.c.orig and x.c: the shorter name is meant.
    const path = newPath.startsWith(oldPath) ? oldPath : newPath;
    [draft.oldPath, draft.newPath] = [path, path];
  }
  if (oldPath === undefined && newPath === undefined) return undefined;
  return finish(draft, lines, start, start + 2, firstLine);
}

function finish(draft: Draft, lines: readonly string[], start: number, from: number, firstLine: number): Found {
  const hunks: Hunk[] = [];
  let at = from;
  let hunk = readHunk(lines, at, firstLine);
  while (hunk) {
    hunks.push(hunk.hunk);
    at = hunk.next;
    // A broken hunk is left at the line that does not fit; the next one may stand further down.
    if (hunk.hunk.brokenLine !== undefined) at = nextHeading(lines, at);
    hunk = readHunk(lines, at, firstLine);
  }
  const {oldPath, newPath, change, isBinary, oldMode, newMode} = draft;
  const file: DiffFile = {
    ...(oldPath === undefined || change === 'added' ? {} : {oldPath}),
    ...(newPath === undefined || change === 'deleted' ? {} : {newPath}),
    path: (change === 'deleted' ? oldPath : newPath) ?? newPath ?? oldPath ?? '',
    change,
    ...(oldMode === undefined ? {} : {oldMode}),
    ...(newMode === undefined ? {} : {newMode}),
    isBinary,
    hunks,
    added: hunks.reduce((sum, {added}) => sum + added, 0),
    deleted: hunks.reduce((sum, {deleted}) => sum + deleted, 0),
    line: firstLine + start,
  };
  return {file, next: Math.max(at, start + 1)};
}

/** The next hunk or file, from here on. */
function nextHeading(lines: readonly string[], from: number): number {
  let at = from;
  while (at < lines.length && !(lines[at] ?? '').startsWith('@@ -') && !(lines[at] ?? '').startsWith('diff --git ')) {
    if (isPlainHeader(lines, at)) break;
    at += 1;
  }
  return at;
}
