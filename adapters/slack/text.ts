/**
 * Texts outside of rich text: plain text objects with their limits, and the few characters that mrkdwn reads.
 *
 * Source: Slack, "Formatting message text" (escaping), Block Kit reference, "Text object".
 */
import type {types} from '@slack/bolt';

/** Word joiner: takes no room, and no name begins with it. */
export const joiner = '\u2060';

/** @param text Not empty, and within the limit of its place. */
export function plainText(text: string): types.PlainTextElement {
  return {type: 'plain_text', text: literal(text), emoji: false};
}

/** What Slack reads as control characters, as text. */
export function escapeMrkdwn(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A label on one line that fits; a longer one ends in "…" and has to be whole elsewhere. */
export function fitLabel(label: string, limitChars: number): string {
  return label.length <= limitChars ? label : `${cut(label, limitChars - 1).trimEnd()}…`;
}

/** Parts of at most that many characters, parted at blanks where there are some. Nothing is lost. */
export function chunk(text: string, limitChars: number): string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > limitChars) {
    const room = cut(rest, limitChars);
    const blank = room.lastIndexOf(' ');
    const part = blank > limitChars / 2 ? room.slice(0, blank + 1) : room;
    parts.push(part);
    rest = rest.slice(part.length);
  }
  return rest === '' ? parts : [...parts, rest];
}

/** The beginning of a text, without half a character at its end. */
export function cut(text: string, limitChars: number): string {
  return text.slice(0, limitChars).replace(/[\ud800-\udbff]$/u, '');
}

/**
 * Text that stays text wherever it is read: what would be a mention in mrkdwn is broken by a character without width.
 * Plain and rich text are literal; this is for those who make mrkdwn of them, such as notifications and bridges.
 */
export function literal(text: string): string {
  return text.replace(/<(?=!(?:channel|here|everyone|subteam|date)|@[UWB]|#C)/giu, `<${joiner}`);
}
