/**
 * From files to messages. Nothing throws: what cannot be read is said and the rest goes on.
 */
import {setImmediate as others} from 'node:timers/promises';
import {readAddress, readAddresses, type Address} from './address.js';
import {defaultCaps, type Caps} from './caps.js';
import {decodeBytes} from './charset.js';
import {commitTitle} from './commit-title.js';
import {unpackFiles, type InputFile, type RawMail} from './container.js';
import {goesOnBelow, readHead, trimBlank, type Description} from './description.js';
import {readDiff, type Diff} from './diff.js';
import {decodeHeader} from './encoded-words.js';
import {readHeaders, type Headers} from './headers.js';
import type {Line} from './line.js';
import {classOf} from './mail-class.js';
import {readMailDate} from './mail-date.js';
import type {PatchMail} from './message.js';
import {readBody, type Body} from './mime.js';
import type {Remark} from './remark.js';
import {readSubject} from '../subject.js';

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
    // A long series would keep everybody else waiting.
    await others();
    const mail = readMail(raw, caps);
    if (mail.id !== undefined && seen.has(mail.id)) continue;
    if (mail.id !== undefined) seen.add(mail.id);
    mails.push(mail);
  }
  return {mails, unread};
}

/** One message; a long one takes as long as it is. */
export function readMail(raw: RawMail, caps: Caps): PatchMail {
  // Without headers, the body begins with the text.
  const text = raw.form === 'mail' ? raw.text : `\n${raw.text}`;
  const headers = readHeaders(text, raw.form === 'mail' ? raw.line : raw.line - 1, caps);
  const body = readBody(text, headers, caps);
  const {description, diff, joinedAt} = readText(body);
  // As git: in a mail without a patch, what looks like headers inside the body is none.
  const inBody = description.endedBy === 'end' ? {} : description.inBody;
  const subjectLine = inBody.subject ? decoded(inBody.subject) : lineOf(headers.get('subject'));
  const subject = subjectLine && readSubject(subjectLine.text);
  const from = addressOf(headers.get('from')?.text);
  const date = readMailDate(inBody.date?.text ?? headers.get('date')?.text ?? '');
  const rawSubject = headers.get('subject')?.raw;
  return {
    file: raw.file,
    number: raw.number,
    line: raw.line,
    form: raw.form,
    class: classOf(subject, description, diff, raw.form),
    subject,
    subjectLine,
    rawSubject: rawSubject === undefined ? undefined : decodeBytes(rawSubject, undefined).text,
    commitTitle: commitTitle(subjectLine?.text ?? ''),
    id: idsOf(headers.get('message-id')?.text)[0],
    inReplyTo: idsOf(headers.get('in-reply-to')?.text),
    references: idsOf(headers.get('references')?.text),
    from,
    author: (inBody.from && addressOf(decoded(inBody.from).text)) ?? from,
    date: date.text === '' ? undefined : date,
    sentAt: readMailDate(headers.get('date')?.text ?? '').at,
    to: readAddresses(headers.get('to')?.raw ?? ''),
    cc: readAddresses(headers.get('cc')?.raw ?? ''),
    description,
    diff,
    base: baseOf(body),
    quotesDiff: body.lines.some((line) => /^(?:> ?)+(?:diff --git |@@ -)/u.test(line)),
    linesIn: body.countedIn,
    place: body.place,
    isFlowed: body.joined !== undefined,
    ...endsOfLines(raw, body, diff),
    unread: [...headers.remarks, ...body.remarks, ...remarksOn(diff, joinedAt)],
  };
}

interface Text {
  readonly description: Description;
  readonly diff: Diff;
  /** The line at which a hunk breaks off as it was sent, where only the joined lines hold what it counts. */
  readonly joinedAt?: number;
}

/** A flowed text is read as it was sent, and with its lines joined where only then its hunks hold what they count. */
function readText({lines, joined, firstLine}: Body): Text {
  const sent = readLines(lines, firstLine);
  const [brokenAt, ...more] = brokenLines(sent.diff);
  if (!joined || brokenAt === undefined) return sent;
  const read = readLines(joined, firstLine);
  return brokenLines(read.diff).length <= more.length ? {...read, joinedAt: brokenAt} : sent;
}

function readLines(lines: readonly string[], firstLine: number): Text {
  const {description, next} = readHead(lines, firstLine);
  const rest = lines.slice(next);
  const diff = readDiff(rest, firstLine + next);
  const end = diff.files[0] ? diff.files[0].line - firstLine - next : rest.length;
  const notes = rest.slice(0, end).map((text, index): Line => ({text, line: firstLine + next + index}));
  const isCut = description.endedBy === 'diff' && goesOnBelow(rest, end);
  const cutShort = isCut ? {cutShort: {text: rest[0] ?? '', line: firstLine + next}} : {};
  return {description: {...description, notes: trimBlank(notes), ...cutShort}, diff};
}

function brokenLines({files}: Diff): number[] {
  return files.flatMap(({hunks}) => hunks.flatMap(({brokenLine}) => brokenLine ?? []));
}

function remarksOn(diff: Diff, joinedAt: number | undefined): Remark[] {
  const {strayHunkLine} = diff;
  const remarks = brokenLines(diff).map((line): Remark => ({
    type: 'diff',
    text: 'A hunk does not hold the lines that it counts.',
    line,
  }));
  const [first, ...more] = remarks;
  const counted =
    first && more.length > 0
      ? [{...first, text: `${remarks.length} hunks do not hold the lines that they count.`}]
      : remarks;
  const joined = 'A hunk holds the lines that it counts only where broken ones are joined.';
  const stray = 'A hunk stands before the names of its file.';
  return [
    ...counted,
    ...(joinedAt === undefined ? [] : [{type: 'diff', text: joined, line: joinedAt} as const]),
    ...(strayHunkLine === undefined ? [] : [{type: 'diff', text: stray, line: strayHunkLine} as const]),
  ];
}

/** How the lines of the message end, and which of its diff end otherwise than the message. */
function endsOfLines(raw: RawMail, body: Body, diff: Diff): Pick<PatchMail, 'crlf' | 'crlfDiffLines'> {
  const own = body.crlfLines.length;
  const inText = own === 0 ? 'none' : own < body.lines.length ? 'some' : 'all';
  const crlf = [raw.crlf, inText].find((ends) => ends === 'some') ?? (inText === 'all' ? inText : raw.crlf);
  const suspects = [...(body.countedIn === 'file' ? raw.crlfLines : []), ...(inText === 'some' ? body.crlfLines : [])];
  return {crlf, crlfDiffLines: linesWithin(diff, suspects)};
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
  // The decoder takes bytes, one character each.
  return {text: decodeHeader(Buffer.from(text).toString('latin1')).text, line};
}

function addressOf(text: string | undefined): Address | undefined {
  return text === undefined ? undefined : readAddress(text);
}

/** What stands in angle brackets; without any, the words themselves. */
function idsOf(text: string | undefined): string[] {
  if (text === undefined) return [];
  const bracketed = [...text.matchAll(/<([^<>\s]+)>/gu)].map(([, id = '']) => id);
  return bracketed.length > 0 ? bracketed : text.split(/\s+/u).filter((word) => word.includes('@'));
}

function baseOf({lines, firstLine}: Body): Line | undefined {
  const at = lines.findIndex((text) => /^base-commit: {0,4}[0-9a-f]{7,64}$/u.test(text));
  return at < 0 ? undefined : {text: lines[at] ?? '', line: firstLine + at};
}
