/**
 * Marks of enumerated lists: `1.`, `a)`, `(iv)`, `#.`.
 *
 * Source: reStructuredText Markup Specification, "Enumerated Lists".
 */
export type Numbering = 'decimal' | 'lower-alpha' | 'upper-alpha' | 'lower-roman' | 'upper-roman';

export interface Enumerator {
  readonly numbering: Numbering;
  readonly ordinal: number;
  /** What stands around the number. */
  readonly format: '()' | ')' | '.';
  /** Numbered by `#`. */
  readonly auto: boolean;
  /** Characters of the mark with the spaces behind it. */
  readonly length: number;
}

const mark = /^(\(?)(#|\d{1,9}|[a-zA-Z]|[ivxlcdmIVXLCDM]{1,15})([.)])( +|$)/;

/**
 * Read the mark that opens a line.
 *
 * @param wanted What the list goes on with; it tells the letter i from the number one.
 */
export function readEnumerator(text: string, wanted?: Enumerator): Enumerator | undefined {
  const match = mark.exec(text.slice(0, 200));
  if (!match) return undefined;
  const [whole, open = '', token = '', close = ''] = match;
  if (open === '(' && close !== ')') return undefined;
  const format = open === '(' ? '()' : (close as ')' | '.');
  const length = whole.length;
  if (token === '#') {
    return {numbering: wanted?.numbering ?? 'decimal', ordinal: wanted?.ordinal ?? 1, format, auto: true, length};
  }
  if (/^\d/.test(token)) return {numbering: 'decimal', ordinal: Number(token), format, auto: false, length};
  const isLower = token === token.toLowerCase();
  if (!isLower && token !== token.toUpperCase()) return undefined;
  const asLetter = token.length === 1 ? token.toLowerCase().charCodeAt(0) - 96 : undefined;
  const asRoman = romanToNumber(token.toLowerCase());
  const letters = isLower ? 'lower-alpha' : 'upper-alpha';
  const romans = isLower ? 'lower-roman' : 'upper-roman';
  const isRoman = wanted ? wanted.numbering === romans : token.toLowerCase() === 'i' || token.length > 1;
  if (isRoman && asRoman !== undefined) return {numbering: romans, ordinal: asRoman, format, auto: false, length};
  return asLetter === undefined ? undefined : {numbering: letters, ordinal: asLetter, format, auto: false, length};
}

/** What the next item of the list must be. */
export function nextOrdinal(own: Enumerator): Enumerator {
  return {...own, ordinal: own.ordinal + 1};
}

const romanDigits: readonly (readonly [string, number])[] = [
  ['m', 1000], ['cm', 900], ['d', 500], ['cd', 400], ['c', 100], ['xc', 90], ['l', 50], ['xl', 40], ['x', 10], ['ix', 9], ['v', 5], ['iv', 4], ['i', 1],
]; // prettier-ignore

function romanToNumber(text: string): number | undefined {
  let rest = text;
  let sum = 0;
  let written = '';
  for (const [digits, value] of romanDigits) {
    while (rest.startsWith(digits)) {
      rest = rest.slice(digits.length);
      sum += value;
      written += digits;
    }
  }
  // `iiii` and `vv` are words, not numbers.
  return rest === '' && sum > 0 && written === text && !/(i{4}|x{4}|c{4}|m{5}|vv|ll|dd)/.test(text) ? sum : undefined;
}
