/**
 * One hunk of a diff: what it says it holds, and what it holds.
 */

export interface Hunk {
  /** Of its `@@` line. */
  readonly line: number;
  readonly oldStart: number;
  readonly oldLines: number;
  readonly newStart: number;
  readonly newLines: number;
  readonly added: number;
  readonly deleted: number;
  /** The line at which it stops to be the hunk that it says it is; absent where all lines are there. */
  readonly brokenLine?: number;
  /** Its lines, each with its blank, plus or minus. */
  readonly lines: readonly string[];
}

const heading = /^@@ -(\d{1,10})(?:,(\d{1,10}))? \+(\d{1,10})(?:,(\d{1,10}))? @@/u;

/** @returns Nothing where no hunk starts at this line. */
export function readHunk(
  lines: readonly string[],
  start: number,
  firstLine: number,
): {readonly hunk: Hunk; readonly next: number} | undefined {
  const [whole, oldStart, oldCount = '1', newStart, newCount = '1'] = heading.exec(lines[start] ?? '') ?? [];
  if (whole === undefined) return undefined;
  const [oldLines, newLines] = [Number(oldCount), Number(newCount)];
  let [oldLeft, newLeft] = [oldLines, newLines];
  let [added, deleted] = [0, 0];
  let at = start + 1;
  for (; at < lines.length && (oldLeft > 0 || newLeft > 0); at++) {
    const mark = lines[at]?.[0];
    if (mark === ' ' || mark === undefined || mark === '\r') {
      // Some programs drop the blank of an empty line.
      if (oldLeft === 0 || newLeft === 0) break;
      oldLeft -= 1;
      newLeft -= 1;
    } else if (mark === '-') {
      if (oldLeft === 0) break;
      oldLeft -= 1;
      deleted += 1;
    } else if (mark === '+') {
      if (newLeft === 0) break;
      newLeft -= 1;
      added += 1;
    } else if (!isNoNewline(lines[at])) break;
  }
  const isBroken = oldLeft > 0 || newLeft > 0;
  if (!isBroken && isNoNewline(lines[at])) at += 1;
  const hunk: Hunk = {
    line: firstLine + start,
    oldStart: Number(oldStart),
    oldLines,
    newStart: Number(newStart),
    newLines,
    added,
    deleted,
    ...(isBroken ? {brokenLine: firstLine + Math.min(at, lines.length - 1)} : {}),
    lines: lines.slice(start + 1, at),
  };
  return {hunk, next: at};
}

/** `\ No newline at end of file`, in any language. */
function isNoNewline(line: string | undefined): boolean {
  return line !== undefined && line.startsWith('\\ ') && line.length >= 11;
}
