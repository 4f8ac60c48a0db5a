/**
 * Words as Discord Markdown that shows these words and does nothing else: no face, link, mention, emoji or spoiler.
 *
 * A backslash before a sign takes its meaning away. Letters cannot be escaped, so an address is broken at its colon.
 * Sources: Discord, "Markdown Text 101"; "Message Formatting" (mentions, emoji, timestamps, guild navigation).
 */

/**
 * `<` opens mentions, custom emoji, timestamps and addresses; two colons around a word make `:smile:`, and one before
 * slashes an address. A bracket of ours may stand earlier in the text, so `](` must not end a link there.
 *
 * Nothing more is escaped than has a meaning: phones copy a message with its backslashes, and an address of a mailing
 * list has to be right then, too.
 */
const meaning = /[\\*_~`|<>[\]]|@(?=everyone|here)|#(?=#{0,2}(?:\s|$))|:(?=[\w+-]+:|\/\/)|(?<=\])\(/giu;

export function escapeText(text: string): string {
  return text.replace(meaning, '\\$&');
}

/**
 * Take the meaning away that a finished line would have by its first sign: a list, or a number of one.
 *
 * @param line Made of escaped text, perhaps with faces around it. `#` and `>` are escaped already.
 */
export function escapeLineStart(line: string): string {
  return line.replace(/^([\s*[]*)([-+])(?=\s|$)/u, '$1\\$2').replace(/^([\s*[]*\d+)\.(?=\s|$)/u, '$1\\.');
}

/**
 * @param text One line. Nothing inside code can be escaped.
 * @returns Undefined where Discord has no way to write it: three back-ticks would open a block.
 */
export function inlineCode(text: string): string | undefined {
  const runs = new Set((text.match(/`+/gu) ?? []).map(({length}) => length));
  const mark = !runs.has(1) ? '`' : !runs.has(2) ? '``' : undefined;
  if (mark === undefined || text === '') return undefined;
  // A back-tick at either end stands apart from the mark by a blank, which is not shown.
  const opened = /^ *`/u.test(text) ? ` ${text}` : text;
  return mark + (/` *$/u.test(text) ? `${opened} ` : opened) + mark;
}
