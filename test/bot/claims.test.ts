import {describe, expect, it} from 'vitest';
import {memoryClaims} from '../../bot/claims.js';

const minute = 60_000;

/** Moments in minutes, the key that is taken then, and whether it is given. */
const takes: readonly (readonly [string, readonly (readonly [number, string, boolean])[]])[] = [
  [
    'a key once',
    [
      [0, 'a', true],
      [0, 'a', false],
      [5, 'a', false],
    ],
  ],
  [
    'keys apart from one another',
    [
      [0, 'a', true],
      [0, 'b', true],
      [1, 'a', false],
    ],
  ],
  [
    'a key again after ten minutes',
    [
      [0, 'a', true],
      [9.99, 'a', false],
      [10, 'a', true],
      [11, 'a', false],
    ],
  ],
  [
    'nothing longer because it was asked for again',
    [
      [0, 'a', true],
      [9, 'a', false],
      [10, 'a', true],
    ],
  ],
  [
    'a key once, whatever the clock does',
    [
      [20, 'a', true],
      [19, 'a', false],
      [15, 'a', false],
    ],
  ],
];

describe('claims', () => {
  it.each(takes)('give %s', async (_name, rows) => {
    let at = 0;
    const claims = memoryClaims(() => at * minute);
    for (const [when, key, given] of rows) {
      at = when;
      expect([when, key, await claims.take(key)]).toEqual([when, key, given]);
    }
  });

  it('stay bounded, and forget the oldest first', async () => {
    const claims = memoryClaims(() => 0);
    for (let at = 0; at < 50_001; at += 1) await claims.take(`key ${at}`);
    expect([await claims.take('key 50000'), await claims.take('key 30000'), await claims.take('key 0')]).toEqual([
      false,
      false,
      true,
    ]);
  });
});
