import {describe, expect, it} from 'vitest';
import {createPurse, type Budgets, type Grant} from '../../bot/budget.js';

const budgets: Budgets = {person: {count: 2, perMs: 60_000}, place: {count: 3, perMs: 30_000}};

type Row = readonly [seconds: number, person: string, place: string, grant: Grant['type'], waitMs?: number];

const spendings: readonly (readonly [string, readonly Row[]])[] = [
  [
    'as much as there is',
    [
      [0, 'ada', 'a', 'granted'],
      [0, 'ada', 'a', 'granted'],
    ],
  ],
  [
    'to a person, who is told once',
    [
      [0, 'ada', 'a', 'granted'],
      [0, 'ada', 'b', 'granted'],
      [0, 'ada', 'c', 'spent', 30_000],
      [1, 'ada', 'c', 'ignored'],
      [29, 'ada', 'a', 'ignored'],
      [30, 'ada', 'a', 'granted'],
      [30, 'ada', 'a', 'spent', 30_000],
    ],
  ],
  [
    'to a channel, and each person there is told once',
    [
      [0, 'ada', 'a', 'granted'],
      [0, 'ada', 'a', 'granted'],
      [0, 'bob', 'a', 'granted'],
      [0, 'bob', 'a', 'spent', 10_000],
      [0, 'bob', 'a', 'ignored'],
      [0, 'eve', 'a', 'spent', 10_000],
      [0, 'bob', 'b', 'granted'],
      [10, 'eve', 'a', 'granted'],
    ],
  ],
  [
    'no more than the bucket holds',
    [
      [0, 'ada', 'a', 'granted'],
      [999, 'ada', 'a', 'granted'],
      [999, 'ada', 'a', 'granted'],
      [999, 'ada', 'a', 'spent', 30_000],
    ],
  ],
  [
    'nothing less for a clock that jumps back',
    [
      [100, 'ada', 'a', 'granted'],
      [0, 'ada', 'a', 'granted'],
      [0, 'ada', 'a', 'spent', 30_000],
    ],
  ],
];

describe('a purse', () => {
  it.each(spendings)('gives %s', (_name, rows) => {
    let seconds = 0;
    const purse = createPurse(budgets, () => seconds * 1000);
    for (const [at, person, place, type, waitMs] of rows) {
      seconds = at;
      const grant = purse.spend(person, place);
      expect([at, person, place, grant.type, ...(grant.type === 'spent' ? [Math.round(grant.waitMs)] : [])]).toEqual([
        at,
        person,
        place,
        type,
        ...(waitMs === undefined ? [] : [waitMs]),
      ]);
    }
  });

  it('keeps no one for ever', () => {
    const purse = createPurse(budgets, () => 0);
    purse.spend('ada', 'a');
    purse.spend('ada', 'a');
    for (let at = 0; at < 20_000; at += 1) purse.spend(`person ${at}`, `place ${at}`);
    expect(purse.spend('ada', 'b').type).toBe('granted');
  });
});
