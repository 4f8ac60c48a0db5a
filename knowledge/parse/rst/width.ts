/**
 * Columns of a text as a reader sees them: wide East Asian characters take two, combining marks none.
 *
 * Source: docutils.utils.column_width, and its padding of tables with wide characters.
 */
const combining = /\p{M}/u;

function widthOfChar(char: string): number {
  const code = char.codePointAt(0) ?? 0;
  if (code < 0x300) return 1;
  if (combining.test(char)) return 0;
  return isWide(code) ? 2 : 1;
}

function isWide(code: number): boolean {
  return (
    code >= 0x1100 &&
    (code <= 0x115f ||
      (code >= 0x2e80 && code <= 0xa4cf) ||
      (code >= 0xac00 && code <= 0xd7a3) ||
      (code >= 0xf900 && code <= 0xfaff) ||
      (code >= 0xfe30 && code <= 0xfe6f) ||
      (code >= 0xff00 && code <= 0xff60) ||
      (code >= 0xffe0 && code <= 0xffe6) ||
      (code >= 0x20000 && code <= 0x3fffd))
  );
}

/** Whether every character takes one column, so that columns are indices. */
function isNarrow(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) >= 0x300) return false;
  return true;
}

export function widthOf(text: string): number {
  if (isNarrow(text)) return text.length;
  let width = 0;
  for (const char of text) width += widthOfChar(char);
  return width;
}

/** The text with one character a column: behind a wide one stands a NUL, combining marks are left out. */
export function columnText(text: string): string {
  if (isNarrow(text)) return text;
  let columns = '';
  for (const char of text) {
    const width = widthOfChar(char);
    // What is beyond the basic plane takes two code units already.
    if (width > 0) columns += width === 2 ? `${char.charAt(0)}\0` : char.charAt(0);
  }
  return columns;
}

/** Index into the text of each column; undefined where they are the same. */
export function columnIndices(text: string): readonly number[] | undefined {
  if (isNarrow(text)) return undefined;
  const indices: number[] = [];
  let index = 0;
  for (const char of text) {
    for (let width = widthOfChar(char); width > 0; width--) indices.push(index);
    index += char.length;
  }
  return indices;
}
