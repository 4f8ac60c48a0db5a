/**
 * From the body of a message to the text that holds its patch.
 *
 * Texts are joined as git joins them: a description may stand in one part and the diff in the next. A patch of
 * format-patch that is attached with all its headers is a mail of its own, and the words before it are not its.
 * Source: RFC 2045 to 2047, RFC 3676 (format=flowed); git-mailinfo(1).
 */
import type {Caps} from './caps.js';
import {decodeBytes} from './charset.js';
import {joinFlowed} from './flowed.js';
import type {Headers} from './headers.js';
import {linesOf, stripReturns} from './line.js';
import {readParts, type Part} from './mime-parts.js';
import type {Remark} from './remark.js';
import {decodeTransfer} from './transfer-encoding.js';

export interface Body {
  readonly lines: readonly string[];
  /** Of a text sent as format=flowed: the same, its diff joined like the words above it. */
  readonly joined?: readonly string[];
  /** The number of the first line. */
  readonly firstLine: number;
  /** Whether lines are counted in the file, or in this text because the message came encoded or in several texts. */
  readonly countedIn: 'file' | 'text';
  /** Where the text was found: `html` means that there was no other, and nothing of it is read. */
  readonly place: 'body' | 'part' | 'attachment' | 'html' | 'nowhere';
  /** Lines that ended in CR LF inside the encoding of the text, where nothing on the way adds it. */
  readonly crlfLines: readonly number[];
  readonly remarks: readonly Remark[];
}

/** @param mail The message, one character a byte. */
export function readBody(mail: string, headers: Headers, caps: Caps): Body {
  const {parts, isMultipart, trouble} = readParts(mail.slice(headers.bodyAt), headers, caps);
  const leaves = parts.flatMap((part) => readLeaf(part, isMultipart));
  const chosen = choose(leaves);
  const last = chosen.at(-1);
  const isHtml = !last && leaves.some(({kind}) => kind === 'html');
  const remark = (type: Remark['type'], sentence: string): Remark => ({type, text: sentence, line: headers.bodyLine});
  const isForwarded =
    parts.some(({type}) => type.value === 'message/rfc822') && !chosen.some(({text}) => hasDiff(text));
  const remarks = [
    ...(isForwarded ? [remark('mime', 'A mail that is attached to it is not read; save that one and attach it.')] : []),
    ...(trouble === undefined ? [] : [remark('mime', trouble)]),
    ...[...new Set(chosen.flatMap((leaf) => leaf.trouble ?? []))].map((sentence) => remark('charset', sentence)),
    ...(isHtml ? [remark('mangled', 'The message is HTML only; nothing of it is read.')] : []),
    ...(!last && !isHtml ? [remark('mime', 'The message has no text.')] : []),
  ];
  const place = last ? (!isMultipart ? 'body' : last.isAttached ? 'attachment' : 'part') : isHtml ? 'html' : 'nowhere';
  return {...joinLeaves(chosen), place, remarks};
}

interface Leaf {
  readonly kind: 'plain' | 'patch' | 'html';
  readonly text: string;
  /** The line of the file where the text starts; absent where it was encoded. */
  readonly firstLine?: number;
  readonly isAttached: boolean;
  readonly flowed: 'no' | 'yes' | 'delsp';
  /** Why its charset was not used. */
  readonly trouble: string | undefined;
}

function readLeaf({type, disposition, encoding, body, firstLine}: Part, isMultipart: boolean): Leaf[] {
  const filename = disposition.parameter('filename') ?? type.parameter('name') ?? '';
  const kind = isMultipart ? kindOf(type.value, filename) : type.value === 'text/html' ? 'html' : 'plain';
  if (!kind) return [];
  const {text, trouble} =
    kind === 'html' ? {text: ''} : decodeBytes(decodeTransfer(body, encoding), type.parameter('charset'));
  const isFlowed = kind === 'plain' && type.parameter('format')?.toLowerCase() === 'flowed';
  return [
    {
      kind,
      text,
      ...(encoding === 'none' ? {firstLine} : {}),
      isAttached: kind === 'patch' || disposition.value === 'attachment',
      flowed: !isFlowed ? 'no' : type.parameter('delsp')?.toLowerCase() === 'yes' ? 'delsp' : 'yes',
      trouble,
    },
  ];
}

function kindOf(type: string, filename: string): Leaf['kind'] | undefined {
  if (type === 'text/html') return 'html';
  if (/^(?:text|application)\/x-(?:patch|diff)$/u.test(type)) return 'patch';
  if (type === 'application/octet-stream') return /\.(?:patch|diff)$/iu.test(filename) ? 'patch' : undefined;
  // A multipart without parts has its text in itself.
  return type === '' || type.startsWith('text/') || type.startsWith('multipart/') ? 'plain' : undefined;
}

/** Of several texts the first with a diff and those before it; else an attached patch; else the first. */
function choose(leaves: readonly Leaf[]): readonly Leaf[] {
  const plain = leaves.filter(({kind}) => kind === 'plain');
  const withDiff = plain.findIndex(({text}) => hasDiff(text));
  const patch = leaves.find(({kind, text}) => kind === 'patch' && hasDiff(text));
  const chosen =
    withDiff >= 0 ? plain.slice(0, withDiff + 1) : patch ? [...plain.slice(0, 1), patch] : plain.slice(0, 1);
  const last = chosen.at(-1);
  return last?.isAttached && /^From [0-9a-f]{40} /u.test(last.text) ? [last] : chosen;
}

/** Whether a text holds a diff that is not quoted. */
function hasDiff(text: string): boolean {
  return /^diff --git |^--- [^\n]*\n\+\+\+ /mu.test(text);
}

function joinLeaves(leaves: readonly Leaf[]): Omit<Body, 'place' | 'remarks'> {
  const texts = leaves.map(({text}) => stripReturns(linesOf(text)));
  const flow = (inDiff: boolean) =>
    leaves.flatMap(({flowed}, index) => {
      const lines = texts[index]?.lines ?? [];
      return flowed === 'no' ? lines : joinFlowed(lines, {deletesSpaces: flowed === 'delsp', inDiff});
    });
  const isFlowed = leaves.some(({flowed}) => flowed !== 'no');
  const lineInFile = leaves.length === 1 && !isFlowed ? leaves[0]?.firstLine : undefined;
  const firstLine = lineInFile ?? 1;
  const crlfLines: number[] = [];
  let before = firstLine;
  for (const {lines, returned} of isFlowed ? [] : texts) {
    for (const at of returned) crlfLines.push(before + at);
    before += lines.length;
  }
  return {
    lines: flow(false),
    ...(isFlowed ? {joined: flow(true)} : {}),
    firstLine,
    countedIn: lineInFile === undefined ? 'text' : 'file',
    crlfLines,
  };
}
