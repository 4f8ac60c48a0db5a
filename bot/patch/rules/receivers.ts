/**
 * Who gets the mails of a series, by To and Cc.
 */
import type {PatchMail} from '../mail/message.js';
import {mailsOf, type Series} from '../series.js';

/** In lower case. */
export function receiversOf({to, cc}: PatchMail): readonly string[] {
  return [...to, ...cc].map(({email}) => email.toLowerCase());
}

/** Some of To and Cc may be over the limit for headers; then nobody can be said to be missing. */
export function areReceiversRead(series: Series): boolean {
  return !mailsOf(series).some(({unread}) => unread.some(({type}) => type === 'headers'));
}
