/**
 * What was handed to `check` is read and put before the rules: files, a pasted patch, or a subject alone.
 *
 * Nothing of it is kept. Files that are too big are refused by what the platform says of their size, before they are fetched.
 */
import type {AttachedFile} from './attached.js';
import {UserError} from './errors.js';
import {checkSubmission, judge, judgePulls, type Report} from './patch/check.js';
import {sizeText, tooBig, type Caps} from './patch/mail/caps.js';
import type {InputFile} from './patch/mail/container.js';
import {readSubmission, type Submission} from './patch/mail/read-mail.js';
import {gatherSeries} from './patch/series.js';

export const howToCheck =
  'Give `check` the subject of a patch, or paste a patch, or attach files: .patch, .eml, .mbox or .txt, also packed as .gz.';

const notText = /\.(?:png|jpe?g|gif|webp|bmp|pdf|mp4|mov|webm|docx?|odt)$/iu;
const packed = /\.(?:zip|xz|zst|bz2|7z|tar|tgz|rar)$/iu;

type Unread = Submission['unread'][number];

/** @throws UserError where there is nothing to check. */
export async function checkFiles(files: readonly AttachedFile[], caps: Caps): Promise<Report> {
  if (files.length > caps.maxMessages) {
    const text = tooBig(`${files.length} files`, `${caps.maxMessages}`);
    return checkSubmission({mails: [], unread: [{type: 'too-big', text, file: files[0]?.name ?? ''}]});
  }
  const inputs: InputFile[] = [];
  const unread: Unread[] = [];
  let totalBytes = 0;
  for (const file of files) {
    const refusal = refusalOf(file, caps);
    if (refusal) {
      unread.push({...refusal, file: file.name});
      continue;
    }
    totalBytes += file.sizeBytes;
    if (totalBytes > caps.maxTotalBytes) {
      const text = tooBig(sizeText(totalBytes), sizeText(caps.maxTotalBytes));
      return checkSubmission({mails: [], unread: [{type: 'too-big', text, file: file.name}]});
    }
    inputs.push({name: file.name, bytes: await file.read()});
  }
  const {mails, unread: more} = await readSubmission(inputs, caps);
  return checkSubmission({mails, unread: [...unread, ...more]});
}

function refusalOf({name, sizeBytes}: AttachedFile, caps: Caps): Omit<Unread, 'file'> | undefined {
  if (notText.test(name)) return {type: 'container', text: 'This is no text, so it is not read.'};
  if (packed.test(name))
    return {type: 'container', text: 'Pack it with gzip, or attach it as it is; others are not read.'};
  if (sizeBytes <= caps.maxFileBytes) return undefined;
  return {type: 'too-big', text: tooBig(sizeText(sizeBytes), sizeText(caps.maxFileBytes))};
}

/**
 * A pasted patch, or a subject.
 *
 * @throws UserError where it is neither, with what to give instead.
 */
export async function checkText(text: string, caps: Caps): Promise<Report> {
  const link = linkAdvice(text);
  if (link !== undefined) throw new UserError(link);
  const words = withoutFences(text).trim();
  if (words === '') throw new UserError(howToCheck);
  if (!words.includes('\n')) return checkSubject(words.replace(/^Subject: */iu, ''), caps);
  const pasted = await readSubmission([{name: 'pasted text', bytes: Buffer.from(`${words}\n`)}], caps);
  return checkSubmission(pasted);
}

/** In chats, what is pasted stands between rows of back-ticks, perhaps with words around them. */
function withoutFences(text: string): string {
  const pieces = text.split('```');
  const fenced = pieces.filter((_, at) => at % 2 === 1 && at < pieces.length - 1);
  // The first word behind the back-ticks may name a language.
  const pasted = fenced.map((piece) => piece.replace(/^(?:diff|patch|text|mbox|email)?[ \t]*\n/iu, '')).join('\n');
  return pasted.trim() === '' ? text : pasted;
}

/** @throws UserError for a line that heads no patch. */
async function checkSubject(line: string, caps: Caps): Promise<Report> {
  const {mails} = await readSubmission([{name: 'subject', bytes: Buffer.from(`Subject: ${line}\n\n`)}], caps);
  const {series, comments, pulls, others} = gatherSeries(mails);
  if (pulls.length === 0 && series.length === 0) {
    const isPatchLess = others.length > 0 || comments.length > 0;
    throw new UserError(`${isPatchLess ? 'This is not the subject of a patch. ' : ''}${howToCheck}`);
  }
  const judged = [...series.map((each) => judge(each, [each], ['subject'])), ...judgePulls(pulls)];
  return {judged, comments, pulls, others, unread: [], isSubject: true};
}

/** Links are not followed: what stands behind them is named instead. Source: lore.kernel.org and patchwork, their help pages. */
function linkAdvice(text: string): string | undefined {
  const link = /https?:\/\/[^\s<>"]{1,500}/iu.exec(text)?.[0];
  if (link === undefined || text.trim().split(/\s+/u).length > 3) return undefined;
  if (/^https?:\/\/lore\.kernel\.org\//iu.test(link)) {
    return 'I do not follow links. Open the thread on lore.kernel.org, get t.mbox.gz (it is linked there as "mbox.gz"), and attach it.';
  }
  if (/^https?:\/\/patchwork\./iu.test(link)) {
    return 'I do not follow links. On patchwork, press "mbox" for the patch or "series" for all of them, and attach the file.';
  }
  return `I do not follow links. ${howToCheck}`;
}
