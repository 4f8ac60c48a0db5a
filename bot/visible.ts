/**
 * Text as it may be shown: what people and documents wrote cannot steer a terminal or turn a line around.
 *
 * Escape sequences and control characters are dropped; characters that reorder text or hide in it are spelled out, so
 * that a reader sees that they were there. Every function here takes time in proportion to the text.
 * Source: ECMA-48 (control sequences), Unicode UAX #9 (bidirectional controls), "Trojan Source" (CVE-2021-42574).
 */

/** `ESC [ … final` and its 8-bit form; parameters are short in earnest, so a lone opener takes no more than 64 along. */
const controlSequence = /(?:\u001b\[|\u009b)[0-?]{0,64}[ -/]{0,8}[@-~]?/gu;
/** Opens a string that runs to BEL or ST: OSC, DCS, SOS, PM, APC. */
const stringOpener = /[\u0090\u0098\u009d-\u009f]|\u001b[P\]X^_]/u;
const stringEnd = /\u0007|\u009c|\u001b\\|\n/gu;
/** `ESC` and what it selects, as in `ESC c` (reset) or `ESC ( B`. */
const escape = /\u001b[ -/]{0,8}[0-~]?/gu;
const loneSurrogate = /[\ud800-\udfff]/gu;
const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/gu;
/** Embeddings, overrides, isolates, deprecated format characters, interlinear marks, tags, byte order marks. */
const hidden = /[\u202a-\u202e\u2066-\u206f\ufff9-\ufffb\ufeff\u{e0000}-\u{e007f}]/gu;
/** Anything the patterns above could touch: most text holds none of it and is passed as it is. */
const suspicious =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u206f\ufff9-\ufffb\ufeff\u{e0000}-\u{e007f}\ud800-\udfff]/u;

/**
 * @param text Anything; may be several lines. Tabs and line feeds stay, other ends of line become line feeds.
 */
export function visible(text: string): string {
  if (!suspicious.test(text)) return text;
  return dropStrings(text.replace(/\r\n?|[\u2028\u2029\u0085]/gu, '\n').replace(loneSurrogate, '\ufffd'))
    .replace(controlSequence, '')
    .replace(escape, '')
    .replace(control, '')
    .replace(
      hidden,
      (character) => `<U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0') ?? ''}>`,
    );
}

/** On one line: for headings, labels and messages. */
export function visibleLine(text: string): string {
  return visible(text).replace(/\s+/gu, ' ').trim();
}

/** Drop strings such as `ESC ] 0 ; title BEL`. One that is never closed ends with its line. */
function dropStrings(text: string): string {
  if (!stringOpener.test(text)) return text;
  const kept: string[] = [];
  const opener = new RegExp(stringOpener.source, 'gu');
  let from = 0;
  for (let open = opener.exec(text); open; open = opener.exec(text)) {
    kept.push(text.slice(from, open.index));
    stringEnd.lastIndex = opener.lastIndex;
    const end = stringEnd.exec(text);
    from = end ? (end[0] === '\n' ? end.index : stringEnd.lastIndex) : text.length;
    opener.lastIndex = from;
  }
  return kept.join('') + text.slice(from);
}
