/**
 * How many columns a text takes where every character stands in a cell: terminals, and tables in code blocks.
 *
 * Source: Unicode UAX #11 (East Asian Width); emoji and marks as wcwidth and current terminals count them.
 */

/** First and last code points of wide and full-width characters, ascending. */
const wide: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2329, 0x232a],
  [0x2e80, 0x303e],
  [0x3041, 0x4dbf],
  [0x4e00, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x16fe0, 0x18cff],
  [0x1aff0, 0x1b2ff],
  [0x20000, 0x3fffd],
];
const emoji = /^\p{Emoji_Presentation}$/u;
/** Combining marks, joiners, variation selectors and other characters without a cell of their own. */
const cellless = /^[\p{Mn}\p{Me}\p{Cf}\u1160-\u11ff]$/u;
const narrowOnly = /^[\u0020-\u007e\u00a0-\u02ff]*$/u;

/** @returns Columns of one line; line feeds count nothing. */
export function displayWidth(text: string): number {
  if (narrowOnly.test(text)) return text.length;
  let columns = 0;
  for (const character of text) columns += characterWidth(character);
  return columns;
}

/** @param character One code point. */
export function characterWidth(character: string): 0 | 1 | 2 {
  const point = character.codePointAt(0) ?? 0;
  if (point < 0x300) return point < 0x20 || (point >= 0x7f && point < 0xa0) ? 0 : 1;
  if (cellless.test(character)) return 0;
  if (emoji.test(character)) return 2;
  return wide.some(([first, last]) => first <= point && point <= last) ? 2 : 1;
}
