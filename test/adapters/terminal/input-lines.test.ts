import {Readable} from 'node:stream';
import {describe, expect, it} from 'vitest';
import {inputLines} from '../../../adapters/terminal/input-lines.js';

const bytes = (...values: number[]) => Uint8Array.from(values);
const inputs: readonly (readonly [string, readonly (string | Uint8Array)[], readonly string[]])[] = [
  ['nothing', [], []],
  ['lines', ['one\ntwo\n'], ['one', 'two']],
  ['a last line without its end', ['one\ntwo'], ['one', 'two']],
  ['blank lines', ['\n\none\n'], ['', '', 'one']],
  ['carriage returns', ['one\r\ntwo\r\n'], ['one', 'two']],
  ['chunks', ['o', 'ne\ntw', 'o\n'], ['one', 'two']],
  ['a separator of JSON', ['one\u2028two\n'], ['one\u2028two']],
  ['a byte order mark', [bytes(0xef, 0xbb, 0xbf, 0x61, 0x0a)], ['a']],
  ['a character in two chunks', [bytes(0xc3), bytes(0xa9, 0x0a)], ['é']],
  ['bytes that are no UTF-8', [bytes(0x61, 0xff, 0xfe, 0x0a, 0xc3)], ['a\ufffd\ufffd', '\ufffd']],
  ['a line of many chunks', Array.from({length: 5000}, () => 'x'.repeat(1000)), ['x'.repeat(5_000_000)]],
];

describe('inputLines', () => {
  it.each(inputs)('reads %s', async (_name, chunks, lines) => {
    const input = Readable.from(chunks.map((chunk) => (typeof chunk === 'string' ? Buffer.from(chunk) : chunk)));
    const read: string[] = [];
    for await (const line of inputLines(input)) read.push(line);
    expect(read).toEqual(lines);
  });
});
