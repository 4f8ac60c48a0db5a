import {describe, expect, it} from 'vitest';
import {letters, roman} from '../../bot/numbering.js';

const numbers: readonly (readonly [number, string, string])[] = [
  [1, 'a', 'i'],
  [4, 'd', 'iv'],
  [26, 'z', 'xxvi'],
  [27, 'aa', 'xxvii'],
  [1999, 'bxw', 'mcmxcix'],
  [0, '0', '0'],
  [-3, '-3', '-3'],
];

describe('numbering', () => {
  it.each(numbers)('writes %i as %s and %s', (number, letter, sign) =>
    expect([letters(number), roman(number)]).toEqual([letter, sign]),
  );
  it('leaves what Romans could not write', () => expect(roman(4000)).toBe('4000'));
});
