import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {
  addDays,
  dayOf,
  formatDay,
  formatInstant,
  holdsChristmas,
  isoDay,
  nearestSunday,
  startOf,
  sundayFrom,
  type Day,
} from '../../../bot/window/day.js';
import {day} from './days.js';

describe('a day', () => {
  it.each([
    ['2023-08-27T00:00:00Z', 'Sun 27 Aug 2023'],
    ['2023-08-27T23:59:59.999Z', 'Sun 27 Aug 2023'],
    ['2019-05-06T00:42:58Z', 'Mon 6 May 2019'],
    ['2024-02-29T12:00:00Z', 'Thu 29 Feb 2024'],
    ['1970-01-01T00:00:00Z', 'Thu 1 Jan 1970'],
  ])('of %s is %s', (at, text) => expect(formatDay(dayOf(new Date(at)))).toBe(text));

  it('has an instant in UTC', () =>
    expect(formatInstant(new Date('2023-08-27T21:49:51Z'))).toBe('Sun 27 Aug 2023, 21:49 UTC'));

  it.each([
    ['5.1, a Monday', '2019-05-06', '2019-05-05'],
    ['5.12-rc2, a Friday', '2021-03-05', '2021-03-07'],
    ['4.18-rc1, a Saturday', '2018-06-16', '2018-06-17'],
    ['a Sunday', '2023-08-27', '2023-08-27'],
    ['a Wednesday', '2023-08-30', '2023-08-27'],
    ['a Thursday', '2023-08-31', '2023-09-03'],
  ])('of %s has its Sunday', (_name, from, to) => expect(isoDay(nearestSunday(day(from)))).toBe(to));

  it.each([
    ['2019-12-08', '2020-01-26', true],
    ['2022-12-25', '2023-02-12', true],
    ['2020-12-27', '2021-02-14', false],
    ['2021-11-06', '2021-12-25', true],
    ['2021-11-05', '2021-12-24', false],
  ])('from %s to %s may hold a Christmas', (from, to, holds) => expect(holdsChristmas(day(from), day(to))).toBe(holds));

  it('is at most three days from its Sunday, and before the next one', () => {
    fc.assert(
      fc.property(fc.integer({min: -50_000, max: 50_000}), (number) => {
        const any = number as Day;
        expect(startOf(nearestSunday(any)).getUTCDay()).toBe(0);
        expect(Math.abs(nearestSunday(any) - any)).toBeLessThanOrEqual(3);
        expect(startOf(sundayFrom(any)).getUTCDay()).toBe(0);
        expect([0, 1, 2, 3, 4, 5, 6]).toContain(sundayFrom(any) - any);
        expect(dayOf(startOf(addDays(any, 1)))).toBe(any + 1);
      }),
    );
  });
});
