/**
 * Which series were sent, or are about to be sent, together: parts of what was meant as one.
 */
import {threadsOf} from '../mail-thread.js';
import {isSameSender} from '../same-work.js';
import {mailsOf, type Series} from '../series.js';

/** By one sender, in one thread; or all of them files of format-patch, which have no threads. */
export function areTogether(one: Series, other: Series): boolean {
  if (!isSameSender(one, other)) return false;
  const mails = [...mailsOf(one), ...mailsOf(other)];
  if (mails.every(({id}) => id === undefined)) return true;
  const threadOf = threadsOf(mails);
  return new Set(mails.map(threadOf)).size === 1;
}
