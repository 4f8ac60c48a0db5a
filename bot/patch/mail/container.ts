/**
 * From the bytes of files to single messages: unpacked, with plain ends of line, cut where an mbox says so.
 *
 * Text stays one character a byte here, for only the message itself knows its charset. Nothing throws; what cannot be
 * read leaves a remark.
 * Source: RFC 4155 (mbox), mboxrd as public-inbox writes it.
 */
import {gunzipSync, constants} from 'node:zlib';
import {megabytes, tooBig, type Caps} from './caps.js';
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
    const unpacked = gunzip(bytes, caps);
    if (unpacked.remark) unread.push({...unpacked.remark, file: name});
    totalBytes += unpacked.bytes.length;
    if (totalBytes > caps.maxTotalBytes) return refused(name, megabytes(totalBytes), megabytes(caps.maxTotalBytes));
    const found = splitMails(name, unpacked.bytes);
    mails.push(...found);
    if (found.length === 0 && !unpacked.remark) {
      unread.push({type: 'container', text: 'The file holds no text.', file: name});
    }
    if (mails.length > caps.maxMessages) {
      return refused(name, `${mails.length} messages`, `${caps.maxMessages}`);
    }
  }
  return {mails, unread};
}

function refused(file: string, met: string, limit: string): Unpacked {
  return {mails: [], unread: [{type: 'too-big', text: tooBig(met, limit), file}]};
}

const nothing = new Uint8Array();

function gunzip(bytes: Uint8Array, caps: Caps): {readonly bytes: Uint8Array; readonly remark?: Remark} {
  const limit = megabytes(caps.maxFileBytes);
  if (bytes.length > caps.maxFileBytes) {
    return {bytes: nothing, remark: {type: 'too-big', text: tooBig(megabytes(bytes.length), limit)}};
  }
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return {bytes};
  const maxOutputLength = caps.maxFileBytes;
  try {
    return {bytes: gunzipSync(bytes, {maxOutputLength})};
  } catch (error) {
    if (isTooLarge(error)) {
      return {bytes: nothing, remark: {type: 'too-big', text: tooBig(`more than ${limit} unpacked`, limit)}};
    }
  }
  const text = 'The gzip file is damaged; only its readable beginning is checked.';
  try {
    const begun = gunzipSync(bytes, {maxOutputLength, finishFlush: constants.Z_SYNC_FLUSH});
    return {bytes: begun, remark: {type: 'container', text}};
  } catch {
    return {bytes: nothing, remark: {type: 'container', text: 'The gzip file is damaged and cannot be unpacked.'}};
  }
}

function isTooLarge(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
}

const headerLine = /^[!-9;-~]+[ \t]*:/u;
/** A block of headers has one of these; `bpf: fix it` at the top of a pasted text is no header. */
const mailHeader =
  /^(?:from|subject|date|message-id|received|return-path|delivered-to|to|cc|mime-version|content-type|x-[\w-]+)[ \t]*:/iu;
const diffStart = /^(?:diff -|--- |Index: )/u;

function splitMails(file: string, bytes: Uint8Array): RawMail[] {
  const lines = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1').split('\n');
  if (lines.at(-1) === '') lines.pop();
  const first = lines.findIndex((line) => line.trim() !== '');
  if (first < 0) return [];
  const starts: number[] = [];
  for (let at = 0; at < lines.length; at++) {
    if (isPostmark(lines, at)) starts.push(at);
  }
  const marks = starts.filter((at) => at === first || (lines[at - 1] ?? '').trim() === '');
  const isMbox = marks[0] === first;
  const bounds = isMbox ? marks : [first - 1, ...marks.filter((at) => hasMailHeaders(lines, first) && at > first)];
  return bounds.map((start, index) => {
    const end = bounds[index + 1] ?? lines.length;
    return rawMail(file, index + 1, lines.slice(start + 1, end), start + 2, isMbox || bounds.length > 1);
  });
}

/** The line before a message of an mbox: `From ` at the start of a line, and a header below it. */
function isPostmark(lines: readonly string[], at: number): boolean {
  return (lines[at]?.startsWith('From ') ?? false) && headerLine.test(lines[at + 1] ?? '');
}

function hasMailHeaders(lines: readonly string[], from: number): boolean {
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (mailHeader.test(line)) return true;
    if (!headerLine.test(line) && !(at > from && /^[ \t]+\S/u.test(line))) return false;
  }
  return false;
}

function rawMail(file: string, number: number, lines: readonly string[], line: number, isMbox: boolean): RawMail {
  const crlfLines = lines.flatMap((text, index) => (text.endsWith('\r') ? [line + index] : []));
  const crlf = crlfLines.length === 0 ? 'none' : crlfLines.length === lines.length ? 'all' : 'some';
  const plain = crlf === 'none' ? lines : lines.map((text) => (text.endsWith('\r') ? text.slice(0, -1) : text));
  const unquoted = isMbox ? plain.map((text) => (/^>+From /u.test(text) ? text.slice(1) : text)) : plain;
  const form = isMbox || hasMailHeaders(unquoted, 0) ? 'mail' : diffStart.test(unquoted[0] ?? '') ? 'diff' : 'text';
  const text = unquoted.length > 0 ? `${unquoted.join('\n')}\n` : '';
  return {file, number, form, text, line, crlf, crlfLines: crlf === 'some' ? crlfLines : []};
}
