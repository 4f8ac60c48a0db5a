/**
 * Bytes to the text of a document, or a sentence that says why not and what to do.
 *
 * Every kind of source passes here, so all refuse the same things with the same words.
 */
import {createHash} from 'node:crypto';
import {hopedHowto, SourceError, type Hoped, type SourceText} from './source.js';

/** Largest document that is read. The HOWTO has 30 kB, the largest page of the kernel's documentation about 400 kB. */
export const maxBytes = 8 * 1024 * 1024;

/** Characters of the revision that a document's bytes give. */
const revisionChars = 12;

/**
 * @param source The source as the operator named it, for the sentence.
 * @throws SourceError where the bytes are no document: empty, binary, too large, not UTF-8.
 */
export function textOf(
  source: string,
  name: string,
  bytes: Uint8Array,
  pageUrl?: string,
  hoped: Hoped = hopedHowto,
): SourceText {
  if (bytes.length > maxBytes) throw tooLarge(source, bytes.length);
  if (bytes.length === 0) throw new SourceError(`${source} is empty. Name a file with ${hoped.text}.`, source);
  if (isUtf16(bytes)) throw notUtf8(source, name, 'UTF-16', 'utf-16');
  if (isBinary(bytes)) {
    throw new SourceError(
      `${source} is a binary file, not a text. Name the ${hoped.file} of the document itself.`,
      source,
    );
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', {fatal: true}).decode(bytes);
  } catch (cause) {
    throw notUtf8(source, name, 'not UTF-8', 'latin1', cause);
  }
  if (text.trim() === '')
    throw new SourceError(`${source} holds only white space. Name a file with ${hoped.text}.`, source);
  const revision = createHash('sha256').update(bytes).digest('hex').slice(0, revisionChars);
  return {name, text, revision, bytes: bytes.length, ...(pageUrl === undefined ? {} : {pageUrl})};
}

/** @param bytes Absent where the size is not known, only that it is over the limit. */
export function tooLarge(source: string, bytes = 0): SourceError {
  const limit = maxBytes / 1024 / 1024;
  const mebibytes = Math.round(bytes / 1024 / 1024);
  const size =
    mebibytes > limit
      ? `${mebibytes} MiB; at most ${limit} MiB are read`
      : `more than ${limit} MiB, the most that is read`;
  return new SourceError(`${source} has ${size}. Name the document itself, not an archive.`, source);
}

/** `iconv` is on every machine that builds a kernel; `charset` is its name for the encoding. */
function notUtf8(source: string, name: string, what: string, charset: string, cause?: unknown): SourceError {
  const command = `iconv -f ${charset} -t utf-8 ${name} > ${name}.utf8`;
  return new SourceError(`${source} is ${what}. Convert it to UTF-8 first, for example with: ${command}`, source, {
    cause,
  });
}

/** By its byte order mark. Without one it counts as binary, for its NULs. */
function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

/** A NUL in the first part of a file means that it is no text. */
function isBinary(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 64 * 1024).includes(0);
}
