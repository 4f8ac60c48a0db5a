/**
 * How mails and series are called in an answer: `2/3`, `the cover letter`, `bpf-next, v2, 3 patches + cover, 7 files`.
 */
import type {PatchMail} from './mail/message.js';
import {mailsOf, partNumber, type Series} from './series.js';

/** @returns Undefined for a mail that has no number and is alone. */
export function mailLabel({subject}: PatchMail): string | undefined {
  const number = subject && partNumber(subject);
  return number && `${number.index}/${number.total}`;
}

/** Whether it is no series, but the pull request of a maintainer. */
function isPull(series: Series): boolean {
  return mailsOf(series).some((mail) => mail.class === 'pull');
}

/** What a subject says when it comes alone. */
export function subjectLine(series: Series): string {
  const {version, rfc, resend} = series;
  const [first] = mailsOf(series);
  const label = first && mailLabel(first);
  if (isPull(series)) return 'a pull request';
  const part = series.cover ? 'cover letter' : label === undefined ? 'a single patch' : `patch ${label}`;
  return [treeName(series), `v${version}`, ...(rfc ? ['RFC'] : []), ...(resend ? ['RESEND'] : []), part].join(', ');
}

export function seriesLine(series: Series): string {
  const {cover, patches, version, rfc, resend} = series;
  if (isPull(series)) return 'a pull request';
  const files = new Set(patches.flatMap(({diff}) => diff.files.map(({path}) => path)));
  const counted = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : patchPlural(word)}`;
  const mails = [
    ...(patches.length > 0 || !cover ? [counted(patches.length, 'patch')] : []),
    ...(cover ? [patches.length > 0 ? 'cover' : 'a cover letter'] : []),
  ];
  return [
    treeName(series),
    `v${version}`,
    ...(rfc ? ['RFC'] : []),
    ...(resend ? ['RESEND'] : []),
    mails.join(' + '),
    ...(patches.length > 0 ? [counted(files.size, 'file')] : []),
  ].join(', ');
}

function treeName(series: Series): string {
  const branch = mailsOf(series).find(({subject}) => subject?.tree === series.tree)?.subject?.branch ?? null;
  return series.tree === null ? 'no tree' : branch === null ? series.tree : `${series.tree}/${branch}`;
}

function patchPlural(word: string): string {
  return word === 'patch' ? 'es' : 's';
}
