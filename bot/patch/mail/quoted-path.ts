/**
 * Paths of a diff, which git writes as a C string where they hold anything unusual: `"a/\303\244.c"`.
 *
 * Source: git-config(1), core.quotePath.
 */

const letters: Readonly<Record<string, string>> = {
  a: '\u0007', b: '\b', t: '\t', n: '\n', v: '\v', f: '\f', r: '\r', '"': '"', '\\': '\\',
}; // prettier-ignore

/**
 * @param text Begins with a quote.
 * @returns The path and how many characters of `text` it took; undefined where the quote is never closed.
 */
export function readQuoted(text: string): {readonly path: string; readonly length: number} | undefined {
  let bytes = '';
  for (let at = 1; at < text.length; at++) {
    const character = text[at] ?? '';
    if (character === '"') return {path: fromUtf8(bytes), length: at + 1};
    if (character !== '\\') {
      bytes += character > '\u007f' ? Buffer.from(character).toString('latin1') : character;
      continue;
    }
    const octal = /^[0-3][0-7]{2}/u.exec(text.slice(at + 1, at + 4))?.[0];
    const letter = letters[text[at + 1] ?? ''];
    if (octal === undefined && letter === undefined) return undefined;
    bytes += octal === undefined ? (letter ?? '') : String.fromCharCode(parseInt(octal, 8));
    at += octal?.length ?? 1;
  }
  return undefined;
}

function fromUtf8(bytes: string): string {
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
