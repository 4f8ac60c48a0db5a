import {describe, expect, it} from 'vitest';
import {quote} from '../../bot/quote.js';

const quotes: readonly (readonly [string, number, string])[] = [
  ['short', 10, 'short'],
  ['exactly 10', 10, 'exactly 10'],
  ['more than ten', 10, 'more than…'],
  ['two\nlines \t here', 40, 'two lines here'],
  ['turn \u202e around', 40, 'turn <U+202E> around'],
  ['é and e\u0301 and ệ', 40, 'é and e\u0301 and ệ'],
  [`z${'\u0300'.repeat(4000)}algo`, 10, 'z\u0300\u0300'],
  [`z${'\u0300'.repeat(12)}algo`, 10, 'z\u0300\u0300algo'],
  ['🐝'.repeat(6), 4, '🐝🐝🐝…'],
  ['', 10, ''],
];

describe('a quote', () => {
  it.each(quotes)('of %j in %i characters', (text, maxChars, quoted) => expect(quote(text, maxChars)).toBe(quoted));
});
