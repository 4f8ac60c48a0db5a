/**
 * The paths in the headings of a diff, without the `a/` and `b/` before them.
 */
import {readQuoted} from './quoted-path.js';

/**
 * @param text What follows `--- `, `+++ ` or `rename from `: a path, and perhaps a tab and a date.
 * @param strip How many leading folders to drop; a path without folders stays whole.
 * @returns Nothing for `/dev/null`.
 */
export function pathOf(text: string, strip: 0 | 1 = 1): string | undefined {
  const quoted = text.startsWith('"') ? readQuoted(text) : undefined;
  const path = quoted?.path ?? (text.split('\t')[0] ?? '').trimEnd();
  if (path === '/dev/null' || path === '') return undefined;
  return strip === 0 ? path : withoutFirst(path);
}

function withoutFirst(path: string): string {
  const slash = path.indexOf('/');
  return slash < 0 || slash === path.length - 1 ? path : path.slice(slash + 1);
}

/** @param text What follows `diff --git `: both names; unquoted ones may hold blanks and are told apart by being alike. */
export function namesOfGitHeader(text: string): {readonly oldPath?: string; readonly newPath?: string} {
  const line = text.trimEnd();
  if (line.startsWith('"')) {
    const first = readQuoted(line);
    const second = first && pathOf(line.slice(first.length).trimStart());
    return first && second !== undefined ? {oldPath: withoutFirst(first.path), newPath: second} : {};
  }
  if (line.endsWith('"')) {
    const open = line.indexOf(' "');
    const second = open < 0 ? undefined : readQuoted(line.slice(open + 1));
    return second ? {oldPath: withoutFirst(line.slice(0, open)), newPath: withoutFirst(second.path)} : {};
  }
  const split = splitAlike(line);
  return split < 0 ? {} : {oldPath: withoutFirst(line.slice(0, split)), newPath: withoutFirst(line.slice(split + 1))};
}

/**
 * The blank between two names that are the same behind their first slash, or altogether where there is none.
 *
 * Lengths are compared before names: as the first name grows, the second shrinks, so only one blank fits.
 */
function splitAlike(line: string): number {
  const slash = line.indexOf('/');
  let second = -1;
  for (let blank = line.indexOf(' '); blank > 0; blank = line.indexOf(' ', blank + 1)) {
    if (blank * 2 + 1 === line.length && line.slice(0, blank) === line.slice(blank + 1)) return blank;
    if (slash < 0 || blank < slash) continue;
    if (second <= blank) {
      second = line.indexOf('/', blank);
      // Looked for once: where no slash is left, no later blank has one behind it either.
      if (second < 0) second = Infinity;
    }
    if (blank - slash === line.length - second && line.slice(slash + 1, blank) === line.slice(second + 1)) return blank;
  }
  return -1;
}
