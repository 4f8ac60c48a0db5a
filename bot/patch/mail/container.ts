/**
 * From the bytes of files to single messages: unpacked, with plain ends of line, cut where an mbox says so.
 *
 * Text stays one character a byte here, for only the message itself knows its charset. Nothing throws; what cannot be
 * read leaves a remark.
 * Source: RFC 4155 (mbox), mboxrd as public-inbox writes it.
 */
import {sizeText, tooBig, type Caps} from './caps.js';
import {readFileText} from './file-text.js';
import {linesOf, stripReturns} from './line.js';
import type {Remark} from './remark.js';

export interface InputFile {
  /** As the sender called it. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** One message as it stood in its file. */
export interface RawMail {
  readonly file: string;
  /** Which message of its file, from 1. */
  readonly number: number;
  /** `diff`: no headers and no words before the diff. `text`: words without headers, as somebody pastes them. */
  readonly form: 'mail' | 'diff' | 'text';
  /** One character a byte; ends of line are line feeds. */
  readonly text: string;
  /** Line of the file at which `text` starts, from 1. */
  readonly line: number;
  /** Whether its lines ended in CR LF. `all` is how mail travels and says nothing of the patch. */
  readonly crlf: 'none' | 'some' | 'all';
  /** Where only some did: which, as lines of the file. */
  readonly crlfLines: readonly number[];
}

export interface Unpacked {
  readonly mails: readonly RawMail[];
  readonly unread: readonly (Remark & {readonly file: string})[];
}

/** Over a cap of all files together nothing is read; a single file over its own cap is left out. */
export function unpackFiles(files: readonly InputFile[], caps: Caps): Unpacked {
  const unread: (Remark & {file: string})[] = [];
  const mails: RawMail[] = [];
  let totalBytes = 0;
  for (const {name, bytes} of files) {
    const unpacked = readFileText(bytes, caps);
    if (unpacked.remark) unread.push({...unpacked.remark, file: name});
    totalBytes += unpacked.bytes.length;
    if (totalBytes > caps.maxTotalBytes) return refused(name, sizeText(totalBytes), sizeText(caps.maxTotalBytes));
    const lines = linesOf(latin1(unpacked.bytes));
    const {starts, isMbox, remark} = findMails(lines);
    if (remark) unread.push({...remark, file: name});
    if (starts.length === 0 && !unpacked.remark) {
      unread.push({type: 'container', text: 'The file holds no text.', file: name});
    }
    // Counted before any is copied out.
    const count = mails.length + starts.length;
    if (count > caps.maxMessages) return refused(name, `${count} messages`, `${caps.maxMessages}`);
    starts.forEach((start, index) => {
      const own = lines.slice(start + 1, starts[index + 1] ?? lines.length);
      mails.push(rawMail(name, index + 1, own, start + 2, isMbox));
    });
  }
  return {mails, unread};
}

function refused(file: string, met: string, limit: string): Unpacked {
  return {mails: [], unread: [{type: 'too-big', text: tooBig(met, limit), file}]};
}

const headerLine = /^[!-9;-~]+[ \t]*:/u;
/** A block of headers has one of these; `bpf: fix it` or `Cc: …` at the top of a pasted text is no header of a mail. */
const mailHeader =
  /^(?:from|subject|date|message-id|received|return-path|delivered-to|mime-version|content-type|x-[\w-]+)[ \t]*:/iu;
const diffStart = /^(?:diff -|--- |Index: )/u;
/** The end of a postmark: a time, perhaps a zone, and a year. */
const dated = /\d:\d\d (?:[A-Z]{1,5} )?\d{4}\b/u;

/** One character a byte. */
function latin1({buffer, byteOffset, byteLength}: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString('latin1');
}

interface Found {
  /** The index of the line before each message: its postmark, if it has one. */
  readonly starts: readonly number[];
  readonly isMbox: boolean;
  readonly remark?: Remark;
}

/** A file that begins with headers is one mail, as for git: what looks like a postmark further down was attached to it. */
function findMails(lines: readonly string[]): Found {
  const first = lines.findIndex((line) => line.trim() !== '');
  if (first < 0) return {starts: [], isMbox: false};
  const isMarked = (lines[first]?.startsWith('From ') ?? false) && headerLine.test(lines[first + 1] ?? '');
  if (!isMarked && hasMailHeaders(lines, first)) return {starts: [first - 1], isMbox: false};
  const starts = isMarked ? [first] : [];
  for (let at = first + 1; at < lines.length; at++) {
    if (isPostmark(lines, at) && (isMarked || dated.test(lines[at] ?? ''))) starts.push(at);
  }
  if (starts.length === 0) return {starts: [first - 1], isMbox: false};
  if (isMarked) return {starts, isMbox: true};
  const text = 'The words before the first mail are not read.';
  return {starts, isMbox: true, remark: {type: 'container', text, line: first + 1}};
}

/**
 * The line before a further message of an mbox: `From `, and headers below it.
 *
 * One with a date counts anywhere, as in git. Others have a blank line before them and headers of a mail below, for
 * a description may say `From now on …` above its trailers.
 */
function isPostmark(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? '';
  if (!line.startsWith('From ') || !headerLine.test(lines[at + 1] ?? '')) return false;
  return dated.test(line) || ((lines[at - 1] ?? '').trim() === '' && hasMailHeaders(lines, at + 1));
}

function hasMailHeaders(lines: readonly string[], from: number): boolean {
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (mailHeader.test(line)) return true;
    if (!headerLine.test(line) && !(at > from && /^[ \t]+\S/u.test(line))) return false;
  }
  return false;
}

function rawMail(file: string, number: number, own: readonly string[], line: number, isMbox: boolean): RawMail {
  const {lines, returned} = stripReturns(own);
  const crlf = returned.length === 0 ? 'none' : returned.length === own.length ? 'all' : 'some';
  const plain = isMbox ? lines.map((text) => (/^>+From /u.test(text) ? text.slice(1) : text)) : lines;
  const form = isMbox || hasMailHeaders(plain, 0) ? 'mail' : diffStart.test(plain[0] ?? '') ? 'diff' : 'text';
  const text = plain.length > 0 ? `${plain.join('\n')}\n` : '';
  return {file, number, form, text, line, crlf, crlfLines: crlf === 'some' ? returned.map((at) => line + at) : []};
}
