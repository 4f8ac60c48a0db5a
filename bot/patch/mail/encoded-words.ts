/**
 * Words such as `=?UTF-8?q?Bj=C3=B6rn?=` in a header, decoded once; what was encoded twice stays visible.
 *
 * Source: RFC 2047.
 */
import {decodeBytes} from './charset.js';

export interface DecodedHeader {
  /** On one line, without control characters. */
  readonly text: string;
  /** Sentences on what did not decode. */
  readonly troubles: readonly string[];
}

/** Nothing in it repeats over another repetition: each question mark ends what runs before it. */
const encodedWord = /=\?([^?\s*]{1,60})(?:\*[^?\s]{0,20})?\?([bq])\?([^?]*)\?=/giu;
const control = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/gu;

/** @param value One character a byte, unfolded. */
export function decodeHeader(value: string): DecodedHeader {
  const troubles: string[] = [];
  const pieces: string[] = [];
  let run: {charset: string; bytes: string} | undefined;
  const take = (bytes: string, charset: string | undefined) => {
    const {text, trouble} = decodeBytes(bytes, charset);
    if (trouble !== undefined) troubles.push(trouble);
    pieces.push(text);
  };
  const endRun = () => {
    if (run) take(run.bytes, run.charset);
    run = undefined;
  };
  let from = 0;
  for (const match of value.matchAll(encodedWord)) {
    const [word, charset = '', encoding = '', content = ''] = match;
    const between = value.slice(from, match.index);
    const bytes = encoding.toLowerCase() === 'b' ? fromBase64(content) : fromQ(content);
    // Neighbours join without the blanks between them; a letter may even be cut in two by them.
    if (run && between.trim() === '') {
      if (run.charset.toLowerCase() === charset.toLowerCase()) run.bytes += bytes;
      else {
        endRun();
        run = {charset, bytes};
      }
    } else {
      endRun();
      if (between !== '') take(between, undefined);
      run = {charset, bytes};
    }
    from = match.index + word.length;
  }
  endRun();
  if (from < value.length) take(value.slice(from), undefined);
  const text = pieces.join('');
  const plain = text.replace(control, ' ');
  if (plain !== text.replace(/\t/gu, ' ')) troubles.push('Control characters were read as blanks.');
  return {text: plain.trim(), troubles};
}

function fromBase64(content: string): string {
  return Buffer.from(content, 'base64').toString('latin1');
}

function fromQ(content: string): string {
  return content
    .replace(/_/gu, ' ')
    .replace(/=([0-9a-f]{2})/giu, (_, digits: string) => String.fromCharCode(parseInt(digits, 16)));
}
