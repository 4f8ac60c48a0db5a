/**
 * From the bytes of a file to those of its text: unpacked, and UTF-16 turned into UTF-8.
 *
 * Archives of several files are not unpacked; they are named, with the way out.
 */
import {constants, gunzipSync} from 'node:zlib';
import {sizeText, tooBig, type Caps} from './caps.js';
import type {Remark} from './remark.js';

export interface FileText {
  /** Empty where nothing could be read; `remark` says why. */
  readonly bytes: Uint8Array;
  readonly remark?: Remark;
}

const nothing = new Uint8Array();

/** @param bytes As the sender attached them. */
export function readFileText(bytes: Uint8Array, caps: Caps): FileText {
  const unpacked = gunzip(bytes, caps);
  const archive = archives.find(({at, mark}) => startsWith(unpacked.bytes, mark, at));
  if (!archive) return {...unpacked, bytes: asUtf8(unpacked.bytes)};
  const text = `${archive.name} is not unpacked; attach the mails or patches in it, or one file .mbox or .mbox.gz.`;
  return {bytes: nothing, remark: {type: 'container', text}};
}

interface Archive {
  readonly name: string;
  readonly at: number;
  /** One character a byte. */
  readonly mark: string;
}

/** Source: file(1), its list of magic numbers. */
const archives: readonly Archive[] = [
  {name: 'A zip archive', at: 0, mark: 'PK\u0003\u0004'},
  {name: 'A tar archive', at: 257, mark: 'ustar'},
  {name: 'An xz file', at: 0, mark: '\u00fd7zXZ\0'},
  {name: 'A bzip2 file', at: 0, mark: 'BZh'},
  {name: 'A zstd file', at: 0, mark: '(\u00b5/\u00fd'},
  {name: 'A 7z archive', at: 0, mark: '7z\u00bc\u00af'},
];

function startsWith(bytes: Uint8Array, mark: string, at = 0): boolean {
  return Buffer.from(bytes.subarray(at, at + mark.length)).toString('latin1') === mark;
}

function gunzip(bytes: Uint8Array, caps: Caps): FileText {
  const limit = sizeText(caps.maxFileBytes);
  if (bytes.length > caps.maxFileBytes) {
    return {bytes: nothing, remark: {type: 'too-big', text: tooBig(sizeText(bytes.length), limit)}};
  }
  if (!startsWith(bytes, '\u001f\u008b')) return {bytes};
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

/** PowerShell writes what git prints as UTF-16, and some editors put a mark of byte order before UTF-8. */
function asUtf8(bytes: Uint8Array): Uint8Array {
  if (startsWith(bytes, '\u00ef\u00bb\u00bf')) return bytes.subarray(3);
  const charset = startsWith(bytes, '\u00ff\u00fe') ? 'utf-16le' : startsWith(bytes, '\u00fe\u00ff') ? 'utf-16be' : '';
  return charset === '' ? bytes : Buffer.from(new TextDecoder(charset).decode(bytes));
}
