/**
 * Simple reference names: letters and digits with single `-`, `.`, `_`, `+`, `:` between them.
 *
 * Read by hand rather than by a pattern: a word of ten megabytes would exhaust the stack of a regular expression.
 * Source: reStructuredText Markup Specification, "Reference Names".
 */
const wordChar = /[\p{L}\p{N}]/u;

/** What may stand inside a name, one at a time. */
const separators = '-._+:';

/** Whether a character is a letter or a digit. */
export function isWord(code: number): boolean {
  if (code > 127) return wordChar.test(String.fromCodePoint(code));
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
}

/** End of the simple name that starts at a place; the place itself where there is none. */
export function nameEnd(text: string, at: number): number {
  let end = wordEnd(text, at);
  if (end === at) return at;
  while (end < text.length && separators.includes(text.charAt(end))) {
    const next = wordEnd(text, end + 1);
    if (next === end + 1) break;
    end = next;
  }
  return end;
}

/** End of the letters and digits at a place. */
function wordEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length) {
    const code = text.codePointAt(end) ?? 0;
    if (!isWord(code)) break;
    end += code > 0xffff ? 2 : 1;
  }
  return end;
}
