/**
 * Numbers of a series in words, and what of it is not here.
 */
import type {PatchMail} from '../mail/message.js';
import {mailLabel} from '../label.js';
import {mailsOf, partNumber, type Series} from '../series.js';
import {wordList} from '../../word-list.js';

/** More are told as a count. */
const mostTold = 6;

/** What a mail is called: `2/3`, or `the patch` where it has no number. */
export function nameOf(mail: PatchMail): string {
  return mailLabel(mail) ?? 'the patch';
}

export function indexOf({subject}: PatchMail): number | undefined {
  return subject && partNumber(subject)?.index;
}

/** Numbers of patches that are not here; none where the mails have no numbers. */
export function missingOf(series: Series): readonly number[] {
  return mailsOf(series).some((mail) => indexOf(mail) !== undefined) ? series.missing : [];
}

/** @returns E.g. `patches 1, 3 and 4 of 5`; of many the first, and how many more. */
export function missingWords(series: Series): string {
  const missing = missingOf(series);
  const shown = missing.slice(0, missing.length > mostTold ? mostTold - 1 : mostTold).map(String);
  // The list of what is missing has an end, and a total like 4002 goes beyond it.
  const left = series.total - series.patches.length - shown.length;
  const words = left > 0 && shown.length < missing.length ? [...shown, `${left} more`] : shown;
  return `${missing.length === 1 ? 'patch' : 'patches'} ${wordList(words)} of ${series.total}`;
}
