/**
 * The plain text beside the blocks: for notifications, screen readers and clients without Block Kit.
 *
 * Slack reads mrkdwn out of it, so its control characters are escaped and words that ping a whole channel are broken.
 * Source: Slack, "Formatting message text"; chat.postMessage advises 4,000 characters, chat.update takes 4,000 bytes.
 */
import type {Reply} from '../../bot/message.js';
import {replyToPlain} from '../../bot/plain.js';
import {cut, escapeMrkdwn, joiner} from './text.js';

const limitBytes = 4000;
const rest = '\n\nThe rest is in the message itself.';

export function replyToFallback(reply: Reply): string {
  const text = escapeMrkdwn(replyToPlain(reply)).replace(/@(?=channel|everyone|here|group)/giu, `@${joiner}`);
  if (Buffer.byteLength(text) <= limitBytes) return text;
  const room = cutBytes(text, limitBytes - rest.length).replace(/&[a-z]*$/u, '');
  const end = room.lastIndexOf('\n');
  return (end > 0 ? room.slice(0, end) : room).trimEnd() + rest;
}

/** The beginning of a text that takes at most so many bytes of UTF-8. */
function cutBytes(text: string, limit: number): string {
  let room = cut(text, limit);
  for (let over = Buffer.byteLength(room) - limit; over > 0; over = Buffer.byteLength(room) - limit)
    room = cut(room, room.length - Math.ceil(over / 3));
  return room;
}
