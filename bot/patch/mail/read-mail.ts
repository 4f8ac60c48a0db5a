/**
 * From files to messages. Nothing throws: what cannot be read is said and the rest goes on.
 */
import {readAddress, readAddresses} from './address.js';
import {defaultCaps, type Caps} from './caps.js';
import {commitTitle} from './commit-title.js';
import {unpackFiles, type InputFile, type RawMail} from './container.js';
import {goesOnBelow, readHead, trimBlank, type Description} from './description.js';
import {readDiff, type Diff} from './diff.js';
import {decodeHeader} from './encoded-words.js';
import {readHeaders, type Headers} from './headers.js';
import type {Line} from './line.js';
import type {MailClass, MailDate, PatchMail} from './message.js';
import {readBody, type Body} from './mime.js';
import type {Remark} from './remark.js';
import {readSubject, type Subject} from '../subject.js';

export interface Submission {
  /** In the order of files and of messages in them; one that came over two lists stands once. */
  readonly mails: readonly PatchMail[];
  /** What of the files could not be read. A remark `too-big` says that there is no more to be told. */
  readonly unread: readonly (Remark & {readonly file: string})[];
}

export async function readSubmission(files: readonly InputFile[], caps: Caps = defaultCaps): Promise<Submission> {
  const {mails: raws, unread} = unpackFiles(files, caps);
  const mails: PatchMail[] = [];
  const seen = new Set<string>();
  for (const raw of raws) {
    const mail = await readMail(raw, caps);
    if (mail.id !== undefined && seen.has(mail.id)) continue;
    if (mail.id !== undefined) seen.add(mail.id);
    mails.push(mail);
  }
  return {mails, unread};
}

async function readMail(raw: RawMail, caps: Caps): Promise<PatchMail> {
  const headers = readHeaders(raw.form === 'mail' ? raw.text : `\n${raw.text}`, raw.line, caps);
  const shift = raw.form === 'mail' ? headers : {...headers, bodyLine: raw.line};
  const body = await readBody(raw.form === 'mail' ? raw.text : `\n${raw.text}`, shift, caps);
  const {description, diff} = readText(body);
  const inBody = description.inBody;
  const subjectLine = inBody.subject ? decoded(inBody.subject) : lineOf(headers.get('subject'));
  const subject = subjectLine && readSubject(subjectLine.text);
  const from = addressOf(headers.get('from')?.text);
  const dateText = inBody.date?.text ?? headers.get('date')?.text;
  const quotesDiff = body.lines.some((line) => /^(?:> ?)+(?:diff --git |@@ -)/u.test(line));
  const remarks = [...headers.remarks, ...body.remarks, ...remarksOn(diff)];
  return {
    file: raw.file,
    number: raw.number,
    line: raw.line,
    form: raw.form,
    class: classOf(subject, description, diff, raw.form),
    subject,
    subjectLine,
    rawSubject: headers.get('subject')?.raw,
    commitTitle: commitTitle(subjectLine?.text ?? ''),
    id: idsOf(headers.get('message-id')?.text)[0],
    inReplyTo: idsOf(headers.get('in-reply-to')?.text),
    references: idsOf(headers.get('references')?.text),
    from,
    // As git: a mail without a patch keeps the name of its header.
    author:
      (inBody.from && diff.files.length > 0 ? addressOf(decodeHeader(bytesOf(inBody.from.text)).text) : undefined) ??
      from,
    date: dateText === undefined ? undefined : dateOf(dateText),
    sentAt: dateOf(headers.get('date')?.text ?? '').at,
    to: readAddresses(headers.get('to')?.text ?? ''),
    cc: readAddresses(headers.get('cc')?.text ?? ''),
    description,
    diff,
    quotesDiff,
    linesIn: body.countedIn,
    place: body.place,
    isFlowed: body.isFlowed,
    crlf: raw.crlf === 'none' && body.hasEncodedCrlf ? 'all' : raw.crlf,
    crlfDiffLines: body.countedIn === 'file' ? linesWithin(diff, raw.crlfLines) : [],
    unread: remarks,
  };
}

function readText(body: Body): {readonly description: Description; readonly diff: Diff} {
  const {description, next} = readHead(body.lines, body.firstLine);
  const rest = body.lines.slice(next);
  const diff = readDiff(rest, body.firstLine + next);
  const end = diff.files[0] ? diff.files[0].line - body.firstLine - next : rest.length;
  const notes = rest.slice(0, end).map((text, index): Line => ({text, line: body.firstLine + next + index}));
  const isCut = description.endedBy === 'diff' && goesOnBelow(rest, end);
  const cutShort = isCut ? {cutShort: {text: rest[0] ?? '', line: body.firstLine + next}} : {};
  return {description: {...description, notes: trimBlank(notes), ...cutShort}, diff};
}

function classOf(subject: Subject | undefined, description: Description, diff: Diff, form: RawMail['form']): MailClass {
  const hasDiff = diff.files.length > 0;
  const isBare = subject === undefined && description.lines.length === 0;
  if (form === 'diff' || (hasDiff && form === 'text' && isBare)) return 'diff';
  switch (subject?.kind) {
    case 'reply':
    case 'forward':
      return hasDiff ? 'patch' : 'reply';
    case 'pull':
      return 'pull';
    case 'cover':
      return hasDiff ? 'patch' : 'cover';
    case 'patch':
      return 'patch';
    case 'other':
    case undefined:
      return hasDiff ? 'patch' : 'other';
  }
}

function remarksOn({files, strayHunkLine}: Diff): Remark[] {
  const broken = files.flatMap(({hunks}) => hunks.flatMap(({brokenLine}) => brokenLine ?? []));
  const remarks = broken.map((line): Remark => ({
    type: 'diff',
    text: 'A hunk does not hold the lines that it counts.',
    line,
  }));
  const [first, ...more] = remarks;
  const counted =
    first && more.length > 0
      ? [{...first, text: `${remarks.length} hunks do not hold the lines that they count.`}]
      : remarks;
  return strayHunkLine === undefined
    ? counted
    : [...counted, {type: 'diff', text: 'A hunk stands before the names of its file.', line: strayHunkLine}];
}

function linesWithin(diff: Diff, lines: readonly number[]): readonly number[] {
  if (lines.length === 0) return [];
  const inHunks = new Set<number>();
  for (const {hunks} of diff.files) {
    for (const hunk of hunks) hunk.lines.forEach((_, index) => inHunks.add(hunk.line + 1 + index));
  }
  return lines.filter((line) => inHunks.has(line));
}

function lineOf(header: ReturnType<Headers['get']>): Line | undefined {
  return header && {text: header.text, line: header.line};
}

/** Headers inside the body may hold encoded words too. */
function decoded({text, line}: Line): Line {
  return {text: decodeHeader(bytesOf(text)).text, line};
}

function bytesOf(text: string): string {
  return Buffer.from(text).toString('latin1');
}

function addressOf(text: string | undefined) {
  return text === undefined ? undefined : readAddress(text);
}

/** What stands in angle brackets; without any, the words themselves. */
function idsOf(text: string | undefined): string[] {
  if (text === undefined) return [];
  const bracketed = [...text.matchAll(/<([^<>\s]+)>/gu)].map(([, id = '']) => id);
  return bracketed.length > 0 ? bracketed : text.split(/\s+/u).filter((word) => word.includes('@'));
}

function dateOf(text: string): MailDate {
  const at = new Date(text.replace(/\([^)]*\)/gu, ''));
  return Number.isNaN(at.getTime()) ? {text} : {text, at};
}
