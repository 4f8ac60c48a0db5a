/**
 * Whether two series are the same work, such as two versions of it, or the parts of one that were sent apart.
 */
import type {PatchMail} from './mail/message.js';
import {mailsOf, type Series} from './series.js';

/** By the same sender, with a title in common. */
export function isSameWork(one: Series, other: Series): boolean {
  const titles = new Set(mailsOf(one).map(titleKey));
  return isSameSender(one, other) && mailsOf(other).some((mail) => titles.has(titleKey(mail)));
}

/** The patches may have several authors. */
export function isSameSender(one: Series, other: Series): boolean {
  return senderOf(one) === senderOf(other);
}

/** A title as it is compared: case does not count. */
export function titleKey({subject}: PatchMail): string {
  return subject?.title.toLowerCase() ?? '';
}

function senderOf(series: Series): string | undefined {
  const [first] = mailsOf(series);
  return (first?.from ?? first?.author)?.email.toLowerCase();
}
