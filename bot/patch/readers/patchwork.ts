/**
 * What patchwork reads of a subject. Its reading names the series on the web, and other tools build on it.
 *
 * Source: patchwork's parser as run on real subjects. A version is a word `vN` or stands as `(vN)` in the title;
 * `PATCHv2` says nothing to it. A number may be glued to what is before it.
 */
import {leadingBrackets} from './brackets.js';

export interface PatchworkReading {
  /** Words of all brackets, PATCH left out; the name of a patch shows them joined by commas. */
  readonly tags: readonly string[];
  readonly version: number;
  readonly index: number | null;
  readonly total: number | null;
}

const wordChars = 48;

/** @param line A subject on one line, decoded. */
export function readAsPatchwork(line: string): PatchworkReading {
  const {groups, rest} = leadingBrackets(line.replace(/^(?:re|fwd?)[:\s]\s*/iu, ''));
  const words = groups.flatMap(wordsOf);
  const written = words.find((word) => /^v\d{1,9}$/iu.test(word))?.slice(1) ?? /\(v(\d{1,9})\)/iu.exec(rest)?.[1];
  const numbered = words.map(numberOf).find((number) => number !== undefined);
  return {
    tags: words.filter((word) => word.toLowerCase() !== 'patch'),
    version: written === undefined ? 1 : Number(written),
    index: numbered?.[0] ?? null,
    total: numbered?.[1] ?? null,
  };
}

function wordsOf(group: string): string[] {
  const words = group.split(/[\s,]+/u).filter((word) => word !== '');
  const joined: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const [word = '', of, count = ''] = words.slice(at, at + 3);
    if (of === 'of' && /^\d{1,9}$/u.test(word) && /^\d{1,9}$/u.test(count)) {
      joined.push(`${word} of ${count}`);
      at += 2;
    } else joined.push(word);
  }
  return joined;
}

function numberOf(word: string): readonly [number, number] | undefined {
  const found = word.length > wordChars ? null : /(?<!\d)(\d{1,9})(?:\/| of )(\d{1,9})$/u.exec(word);
  return found ? [Number(found[1]), Number(found[2])] : undefined;
}
