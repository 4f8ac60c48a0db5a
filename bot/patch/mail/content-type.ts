/**
 * Headers such as Content-Type: a value and its parameters.
 *
 * Source: RFC 2045, section 5.1; RFC 2231 as far as it marks a parameter with a star.
 */

export interface ContentField {
  /** In lower case, without a comment: `text/plain`, `attachment`; empty where none is written. */
  readonly value: string;
  /** @param name In lower case. */
  readonly parameter: (name: string) => string | undefined;
}

/** @param text Decoded, on one line; undefined for a header that is not there. */
export function readContentField(text: string | undefined): ContentField {
  const [value = '', ...pieces] = text === undefined ? [] : cutOutsideQuotes(text);
  const parameters = new Map<string, string>();
  for (const piece of pieces) {
    const equals = piece.indexOf('=');
    if (equals < 0) continue;
    const name = piece.slice(0, equals).trim().toLowerCase();
    // The first of several counts: a second boundary would fit none of the parts.
    if (!parameters.has(name)) parameters.set(name, unquote(piece.slice(equals + 1).trim()));
  }
  return {
    value: /^[^\s(]*/u.exec(value.trim())?.[0].toLowerCase() ?? '',
    parameter: (name) => parameters.get(name) ?? parameters.get(`${name}*`) ?? parameters.get(`${name}*0`),
  };
}

function cutOutsideQuotes(text: string): string[] {
  const pieces: string[] = [];
  let isQuoted = false;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    if (isQuoted && text[at] === '\\') at += 1;
    else if (text[at] === '"') isQuoted = !isQuoted;
    else if (text[at] === ';' && !isQuoted) {
      pieces.push(text.slice(from, at));
      from = at + 1;
    }
  }
  // Quotes that never end protect nothing.
  return isQuoted ? text.split(';') : [...pieces, text.slice(from)];
}

/** `"a b" (comment)` is `a b`, and `utf-8 (comment)` is `utf-8`. */
function unquote(text: string): string {
  if (!text.startsWith('"')) return /^[^\s(]*/u.exec(text)?.[0] ?? '';
  let plain = '';
  for (let at = 1; at < text.length && text[at] !== '"'; at++) {
    if (text[at] === '\\') at += 1;
    plain += text[at] ?? '';
  }
  return plain;
}
