/**
 * From the body of a message to the text that holds its patch.
 *
 * A plain body is read here; encoded bodies and those of several parts are taken apart by postal-mime, which is loaded
 * only when one is met. Texts are joined as git joins them: a description may stand in one part and the diff in the next.
 * Source: RFC 2045 to 2047, RFC 3676 (format=flowed); git-mailinfo(1).
 */
import type {Caps} from './caps.js';
import {decodeBytes} from './charset.js';
import {joinFlowed} from './flowed.js';
import type {Headers} from './headers.js';
import type {MimePart} from './mime-tree.js';
import type {Remark} from './remark.js';

export interface Body {
  readonly lines: readonly string[];
  /** The number of the first line. */
  readonly firstLine: number;
  /** Whether lines are counted in the file, or in this text because the message came encoded or in parts. */
  readonly countedIn: 'file' | 'text';
  /** Where the text was found: `html` means that there was no other, and nothing of it is read. */
  readonly place: 'body' | 'part' | 'attachment' | 'html' | 'nowhere';
  readonly isFlowed: boolean;
  /** CR LF inside an encoded text, which transport does not add. */
  readonly hasEncodedCrlf: boolean;
  readonly remarks: readonly Remark[];
}

/** @param text The message, one character a byte. */
export async function readBody(text: string, headers: Headers, caps: Caps): Promise<Body> {
  const type = headers.get('content-type')?.text ?? 'text/plain';
  const encoding = headers.get('content-transfer-encoding')?.text ?? '';
  const body = text.slice(headers.bodyAt);
  const isPlain = !/^multipart\//iu.test(type) && !/base64|quoted-printable/iu.test(encoding);
  if (isPlain && /^text\/(?!html)/iu.test(type)) return plainBody(body, headers, type);
  const head = `Content-Type: ${type.replace(/[^\u0020-\u007e]/gu, ' ')}\nContent-Transfer-Encoding: ${encoding.replace(/[^\u0020-\u007e]/gu, ' ')}\n\n`;
  const {readMimeTree} = await import('./mime-tree.js');
  try {
    const root = await readMimeTree(Buffer.from(head + body, 'latin1'), caps.maxMimeDepth, caps.maxHeaderBytes);
    return pickText(root, headers);
  } catch {
    const text = `Its parts cannot be told apart: more than ${caps.maxMimeDepth} deep, or too many headers. It is read as it stands.`;
    const read = plainBody(body, headers, 'text/plain');
    return {...read, remarks: [...read.remarks, {type: 'mime', text, line: headers.bodyLine}]};
  }
}

function plainBody(body: string, headers: Headers, type: string): Body {
  const {text, trouble} = decodeBytes(body, parameter(type, 'charset'));
  const isFlowed = /^flowed$/iu.test(parameter(type, 'format') ?? '');
  const lines = linesOf(text);
  return {
    lines: isFlowed ? joinFlowed(lines, /^yes$/iu.test(parameter(type, 'delsp') ?? '')) : lines,
    firstLine: isFlowed ? 1 : headers.bodyLine,
    countedIn: isFlowed ? 'text' : 'file',
    place: 'body',
    isFlowed,
    hasEncodedCrlf: false,
    remarks: trouble === undefined ? [] : [{type: 'charset', text: trouble, line: headers.bodyLine}],
  };
}

/** The value of `name=` in a header such as Content-Type. */
function parameter(header: string, name: string): string | undefined {
  for (const piece of header.split(';').slice(1)) {
    const equals = piece.indexOf('=');
    if (piece.slice(0, equals).trim().toLowerCase() !== name) continue;
    return piece
      .slice(equals + 1)
      .trim()
      .replace(/^"([^"]*)".*$/su, '$1');
  }
  return undefined;
}

function linesOf(text: string): string[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

interface Leaf {
  readonly kind: 'plain' | 'patch' | 'html';
  readonly text: string;
  readonly isAttached: boolean;
  readonly isFlowed: boolean;
  readonly deletesSpaces: boolean;
  readonly trouble: string | undefined;
}

function pickText(root: MimePart, headers: Headers): Body {
  const leaves = leavesOf(root).flatMap(readLeaf);
  const plain = leaves.filter(({kind}) => kind === 'plain');
  const withDiff = plain.findIndex(({text}) => hasDiff(text));
  const patch = leaves.find(({kind, text}) => kind === 'patch' && hasDiff(text));
  const chosen =
    withDiff >= 0 ? plain.slice(0, withDiff + 1) : patch ? [...plain.slice(0, 1), patch] : plain.slice(0, 1);
  const last = chosen.at(-1);
  const onlyHtml = !last && leaves.some(({kind}) => kind === 'html');
  const texts = chosen.map((leaf) => {
    const lines = linesOf(leaf.text.replace(/\r\n/gu, '\n'));
    return leaf.isFlowed ? joinFlowed(lines, leaf.deletesSpaces) : lines;
  });
  const troubles = new Set(chosen.flatMap(({trouble}) => trouble ?? []));
  const remarks: Remark[] = [...troubles].map((text) => ({type: 'charset', text, line: headers.bodyLine}));
  if (onlyHtml)
    remarks.push({type: 'mangled', text: 'The message is HTML only; nothing of it is read.', line: headers.bodyLine});
  else if (!last) remarks.push({type: 'mime', text: 'The message has no text.', line: headers.bodyLine});
  return {
    lines: texts.flat(),
    firstLine: 1,
    countedIn: 'text',
    place: !last
      ? onlyHtml
        ? 'html'
        : 'nowhere'
      : last.isAttached
        ? 'attachment'
        : root.childNodes.length > 0
          ? 'part'
          : 'body',
    isFlowed: chosen.some(({isFlowed}) => isFlowed),
    hasEncodedCrlf: chosen.some(({text}) => text.includes('\r\n')),
    remarks,
  };
}

function leavesOf(part: MimePart): MimePart[] {
  // A multipart that names no boundary has its text in itself.
  if (part.childNodes.length === 0) return [part];
  const leaves: MimePart[] = [];
  const open = [...part.childNodes].reverse();
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.childNodes.length === 0) leaves.push(next);
    else open.push(...[...next.childNodes].reverse());
  }
  return leaves;
}

function readLeaf(part: MimePart): Leaf[] {
  const {value, params} = part.contentType.parsed;
  const {value: disposition, params: named} = part.contentDisposition.parsed;
  const kind = kindOf(value, named.filename ?? params.name ?? '', part.contentType.multipart !== false);
  if (!kind || !part.content) return [];
  const {text, trouble} = decodeBytes(Buffer.from(part.content).toString('latin1'), params.charset);
  return [
    {
      kind,
      text: kind === 'html' ? '' : text,
      isAttached: kind === 'patch' || disposition === 'attachment',
      isFlowed: kind === 'plain' && /^flowed$/iu.test(params.format ?? ''),
      deletesSpaces: /^yes$/iu.test(params.delsp ?? ''),
      trouble,
    },
  ];
}

function kindOf(type: string, filename: string, isMultipart: boolean): Leaf['kind'] | undefined {
  if (type === 'text/html') return 'html';
  if (/^(?:text|application)\/x-(?:patch|diff)$/u.test(type)) return 'patch';
  if (type === 'application/octet-stream') return /\.(?:patch|diff)$/iu.test(filename) ? 'patch' : undefined;
  return type === '' || isMultipart || type.startsWith('text/') ? 'plain' : undefined;
}

/** Whether a text holds a diff that is not quoted. */
function hasDiff(text: string): boolean {
  return /^diff --git |^--- [^\n]*\n\+\+\+ /mu.test(text);
}
