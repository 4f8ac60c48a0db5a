import {describe, expect, it} from 'vitest';
import {makeBot} from '../helpers/bot.js';

const typed: readonly (readonly [string, readonly string[]])[] = [
  ['', ['ask ', 'browse ', 'about ', 'help ']],
  ['br', ['browse ']],
  ['a', ['ask ', 'about ']],
  ['/h', ['/help ']],
  ['/x', []],
  ['which', ['Which list takes patches?', 'Which tree takes patches?']],
  ['Which l', ['Which list takes patches?']],
  ['report', ['Where do I report bugs?']],
  ['zebra', []],
  ['ask where', ['ask Where do I report bugs?']],
  ['ask ', []],
  ['browse p', ['browse Patches', 'browse Patches > Stable']],
  ['browse ', ['browse Reporting bugs', 'browse Patches', 'browse Patches > Stable']],
  ['about ', []],
];

describe('complete', () => {
  it.each(typed)('continues %j', (line, lines) => expect(makeBot().complete(line, 20)).toEqual(lines));
  it('keeps to the limit', () => expect(makeBot().complete('which', 1)).toEqual(['Which list takes patches?']));
});
