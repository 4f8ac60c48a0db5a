import {describe, expect, it} from 'vitest';
import {nearestWord} from '../../bot/nearest-word.js';

const words = ['ask', 'browse', 'about', 'help'];
const slips: readonly (readonly [string, string | undefined])[] = [
  ['hlep', 'help'],
  ['browes', 'browse'],
  ['BROWSE', 'browse'],
  ['abuot', 'about'],
  ['aks', 'ask'],
  ['patches', undefined],
  ['', undefined],
  ['x'.repeat(1000), undefined],
];

describe('nearestWord', () => {
  it.each(slips)('reads %s as %s', (typed, meant) => expect(nearestWord(typed, words)).toBe(meant));
});
