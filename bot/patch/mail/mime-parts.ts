/**
 * The parts of a message: a multipart cut at its boundaries, and those inside it.
 *
 * Each part keeps its bytes and its line in the file. A part is cut out before what is inside it is looked at, so an inner
 * one that is never closed ends with the outer one. Costs grow with the text and the depth alone.
 * Source: RFC 2046, section 5.1.
 */
import type {Caps} from './caps.js';
import {readContentField, type ContentField} from './content-type.js';
import {readHeaders, type Headers} from './headers.js';
import {transferEncodingOf, type TransferEncoding} from './transfer-encoding.js';

/** A part that holds no others. */
export interface Part {
  readonly type: ContentField;
  readonly disposition: ContentField;
  readonly encoding: TransferEncoding;
  /** One character a byte, as it stands in the file. */
  readonly body: string;
  /** The line of the file at which `body` starts. */
  readonly firstLine: number;
}

export interface Parts {
  /** In their order. */
  readonly parts: readonly Part[];
  /** False for a message that is one text, also where it says to have parts and names no boundary that is met. */
  readonly isMultipart: boolean;
  /** A sentence where some parts are left out. */
  readonly trouble?: string;
}

/** A mail of people has a handful. */
const mostParts = 100;

/** @param body What stands behind `headers`, one character a byte. */
export function readParts(body: string, headers: Headers, caps: Caps): Parts {
  const parts: Part[] = [];
  let trouble: string | undefined;
  const walk = (content: string, own: Headers, depth: number): boolean => {
    const type = readContentField(own.get('content-type')?.text);
    const boundary = type.value.startsWith('multipart/') ? type.parameter('boundary') : undefined;
    if (boundary !== undefined && boundary !== '' && depth > caps.maxMimeDepth) {
      trouble = `Its parts are nested more than ${caps.maxMimeDepth} deep; the inner ones are not read.`;
      return false;
    }
    const pieces = boundary === undefined || boundary === '' ? [] : cutAt(content, boundary, own.bodyLine);
    for (const {text, line} of pieces) {
      if (parts.length >= mostParts) {
        trouble ??= `It has more than ${mostParts} parts; the others are not read.`;
        break;
      }
      const inner = readHeaders(text, line, caps);
      walk(text.slice(inner.bodyAt), inner, depth + 1);
    }
    if (pieces.length > 0) return true;
    const disposition = readContentField(own.get('content-disposition')?.text);
    const encoding = transferEncodingOf(own.get('content-transfer-encoding')?.text);
    parts.push({type, disposition, encoding, body: content, firstLine: own.bodyLine});
    return false;
  };
  const isMultipart = walk(body, headers, 1);
  return trouble === undefined ? {parts, isMultipart} : {parts, isMultipart, trouble};
}

interface Piece {
  readonly text: string;
  readonly line: number;
}

/** What stands between lines of `--boundary`, up to `--boundary--` or the end; at most one more than are read. */
function cutAt(body: string, boundary: string, firstLine: number): Piece[] {
  const mark = `\n--${boundary}`;
  const pieces: Piece[] = [];
  // A line break before the first line makes it one like the others.
  const text = `\n${body}`;
  let line = firstLine - 1;
  let counted = 0;
  let start: number | undefined;
  let at = text.indexOf(mark);
  for (; at >= 0 && pieces.length <= mostParts; at = text.indexOf(mark, at + 1)) {
    const newline = text.indexOf('\n', at + mark.length);
    const end = newline < 0 ? text.length : newline;
    const rest = text.slice(at + mark.length, end).trim();
    // The boundary may be the beginning of another one.
    if (rest !== '' && rest !== '--') continue;
    if (start !== undefined) {
      line += linesBetween(text, counted, start);
      counted = start;
      // The line break before a boundary is kept, as git does: an empty last line of a diff would go with it.
      pieces.push({text: text.slice(start, at + 1), line});
    }
    start = end + 1;
    if (rest === '--') return pieces;
  }
  if (start !== undefined && at < 0) {
    pieces.push({text: text.slice(start), line: line + linesBetween(text, counted, start)});
  }
  return pieces;
}

function linesBetween(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
