/**
 * Trailers: `Signed-off-by: …`, `Fixes: …` and their like, wherever they stand in a description.
 */
import type {Line} from './line.js';

export interface Trailer {
  /** As written: `Signed-off-by`, `cc`. Compare it in lower case. */
  readonly name: string;
  readonly value: string;
  readonly line: number;
  /** It ran on over the next line, as `Fixes:` may not. */
  readonly isFolded: boolean;
}

/** Names that do not end in `-by`. */
const names = new Set([
  'fixes', 'cc', 'link', 'closes', 'reported', 'buglink', 'message-id', 'change-id', 'references', 'based-on', 'supersedes', 'contributed-under', 'bugzilla', 'depends-on', 'base-commit',
]); // prettier-ignore
const trailer = /^([A-Za-z][A-Za-z0-9-]{0,40})[ \t]{0,4}:([^]*)$/u;

export function findTrailers(lines: readonly Line[]): readonly Trailer[] {
  return lines.flatMap((line, index) => {
    const found = readTrailer(line.text);
    if (!found) return [];
    const next = lines[index + 1]?.text;
    const runsOn =
      next !== undefined && next.trim() !== '' && (/^[ \t]+\S/u.test(next) || isOpen(found)) && !readTrailer(next);
    const value = runsOn ? `${found.value} ${next.trim()}` : found.value;
    return [{name: found.name, value, line: line.line, isFolded: runsOn}];
  });
}

function readTrailer(text: string): {readonly name: string; readonly value: string} | undefined {
  const [, name = '', value = ''] = trailer.exec(text) ?? [];
  const isKnown = /-by$/iu.test(name) || names.has(name.toLowerCase());
  return isKnown ? {name, value: value.trim()} : undefined;
}

/** `Fixes: 123 ("a title that` has its end on the next line. */
function isOpen({name, value}: {readonly name: string; readonly value: string}): boolean {
  return name.toLowerCase() === 'fixes' && value.includes('("') && !value.includes('")');
}
