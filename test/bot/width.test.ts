import {describe, expect, it} from 'vitest';
import {displayWidth} from '../../bot/width.js';

const widths: readonly (readonly [string, number])[] = [
  ['', 0],
  ['bpf-next', 8],
  ['naïve café', 10],
  ['e\u0301', 1],
  ['日本語', 6],
  ['한국', 4],
  ['ｆｕｌｌ', 8],
  ['😀', 2],
  ['a\u200bb', 2],
  ['שלום', 4],
  ['a\nb', 2],
];

describe('displayWidth', () => {
  it.each(widths)('%j takes %i columns', (text, width) => expect(displayWidth(text)).toBe(width));
});
