import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {addDays, isoDay, startOf, type Day} from '../../../bot/window/day.js';
import {forecastFrom, type Forecast, type Prediction} from '../../../bot/window/forecast.js';
import {formatVersion, parseVersion, type Version} from '../../../bot/window/version.js';
import {scoreForecasts} from '../../eval/window.js';
import {hasShared, sharedNote} from '../../helpers/shared.js';
import {day} from './days.js';

function version(text: string): Version {
  const read = parseVersion(text);
  if (!read) throw new Error(`${text} is no version`);
  return read;
}

/** `2023-10-29 0.8 else 2023-11-05, late since …` */
function told({on, odds, otherwise, lateSince}: Prediction): string {
  const other = otherwise === undefined ? '' : ` else ${isoDay(otherwise)}`;
  return `${isoDay(on)} ${odds ?? '?'}${other}${lateSince === undefined ? '' : `, late since ${isoDay(lateSince)}`}`;
}

function tellAll({closes, release, rc1}: Forecast): string[] {
  return [
    ...(closes ? [`closes ${told(closes)}`] : []),
    `${formatVersion(release.version)}${release.isGuessedName ? '?' : ''} ${told(release)}`,
    `${formatVersion(rc1.version)} ${told(rc1)}`,
  ];
}

const rows: readonly (readonly [
  name: string,
  newest: string,
  on: string,
  rc1: string | undefined,
  today: string,
  string[],
])[] = [
  [
    'a release',
    ...(['6.5', '2023-08-27', undefined, '2023-08-28'] as const),
    ['closes 2023-09-10 0.95', '6.6 2023-10-29 0.8 else 2023-11-05', '6.6-rc1 2023-09-10 0.95'],
  ],
  [
    'a release on a UTC Monday',
    ...(['5.4', '2019-11-25', undefined, '2019-11-25'] as const),
    ['closes 2019-12-08 0.95', '5.5 2020-02-02 0.67 else 2020-01-26', '5.5-rc1 2019-12-08 0.95'],
  ],
  [
    'a release after which the name is a guess',
    ...(['5.19', '2022-07-31', undefined, '2022-08-01'] as const),
    ['closes 2022-08-14 0.95', '6.0? 2022-10-02 0.8 else 2022-10-09', '6.0-rc1 2022-08-14 0.95'],
  ],
  [
    'rc1 that is expected today',
    ...(['6.5', '2023-08-27', undefined, '2023-09-10'] as const),
    ['closes 2023-09-10 0.95', '6.6 2023-10-29 0.8 else 2023-11-05', '6.6-rc1 2023-09-10 0.95'],
  ],
  [
    'rc1 that was expected yesterday',
    ...(['6.5', '2023-08-27', undefined, '2023-09-11'] as const),
    [
      'closes 2023-09-11 ?, late since 2023-09-10',
      '6.6 2023-10-29 0.8 else 2023-11-05',
      '6.6-rc1 2023-09-11 ?, late since 2023-09-10',
    ],
  ],
  [
    "3.13's rc1, which took 19 days",
    ...(['3.12', '2013-11-03', undefined, '2013-11-21'] as const),
    [
      'closes 2013-11-24 ?, late since 2013-11-17',
      '3.13 2014-01-19 0.67 else 2014-01-12',
      '3.13-rc1 2013-11-24 ?, late since 2013-11-17',
    ],
  ],
  [
    'rc6',
    ...(['5.18-rc6', '2022-05-08', undefined, '2022-05-09'] as const),
    ['5.18 2022-05-22 0.8 else 2022-05-29', '5.19-rc1 2022-06-05 0.8 else 2022-06-12'],
  ],
  [
    'an early Friday rc2',
    ...(['5.12-rc2', '2021-03-05', '2021-03-01', '2021-03-06'] as const),
    ['5.12 2021-04-18 0.8 else 2021-04-25', '5.13-rc1 2021-05-02 0.8 else 2021-05-09'],
  ],
  [
    'rc7 over Christmas',
    ...(['6.2-rc7', '2023-02-05', '2022-12-25', '2023-02-06'] as const),
    ['6.2 2023-02-19 0.67 else 2023-02-12', '6.3-rc1 2023-03-05 0.67 else 2023-02-26'],
  ],
  [
    'rc7 over Christmas when the earlier Sunday is over',
    ...(['6.2-rc7', '2023-02-05', '2022-12-25', '2023-02-14'] as const),
    ['6.2 2023-02-19 0.95', '6.3-rc1 2023-03-05 0.95'],
  ],
  [
    'rc8',
    ...(['6.1-rc8', '2022-12-04', '2022-10-16', '2022-12-05'] as const),
    ['6.1 2022-12-11 0.95', '6.2-rc1 2022-12-25 0.95'],
  ],
  [
    "4.15's rc9",
    ...(['4.15-rc9', '2018-01-21', '2017-11-27', '2018-01-22'] as const),
    ['4.15 2018-01-28 0.95', '4.16-rc1 2018-02-11 0.95'],
  ],
  [
    'a release that was expected yesterday',
    ...(['5.18-rc7', '2022-05-15', '2022-04-03', '2022-05-23'] as const),
    ['5.18 2022-05-23 ? else 2022-05-29, late since 2022-05-22', '5.19-rc1 2022-06-05 ? else 2022-06-12'],
  ],
  [
    'a release that is late',
    ...(['5.18-rc7', '2022-05-15', '2022-04-03', '2022-05-24'] as const),
    ['5.18 2022-05-29 ?, late since 2022-05-22', '5.19-rc1 2022-06-12 ?'],
  ],
  [
    'a release that is late by weeks, on a Sunday',
    ...(['5.18-rc7', '2022-05-15', '2022-04-03', '2022-06-12'] as const),
    ['5.18 2022-06-12 ?, late since 2022-05-22', '5.19-rc1 2022-06-26 ?'],
  ],
];

describe('the forecast', () => {
  it.each(rows)('after %s', (_name, newest, on, rc1, today, lines) => {
    const base = {newest: version(newest), newestOn: day(on), ...(rc1 === undefined ? {} : {rc1On: day(rc1)})};
    expect(tellAll(forecastFrom(base, day(today)))).toEqual(lines);
  });

  it('never names a day that is over, and puts the release after -rc1', () => {
    const rc = fc.option(fc.integer({min: 1, max: 10}), {nil: undefined});
    const late = fc.nat(120);
    fc.assert(
      fc.property(rc, fc.integer({min: 16_000, max: 22_000}), late, (number, on, days) => {
        const newest: Version = {major: 6, minor: 5, ...(number === undefined ? {} : {rc: number})};
        const today = addDays(on as Day, days);
        const {closes, release, rc1} = forecastFrom({newest, newestOn: on as Day}, today);
        for (const {on: then, otherwise, odds, lateSince} of [release, rc1, ...(closes ? [closes] : [])]) {
          expect(then).toBeGreaterThanOrEqual(today);
          expect(otherwise ?? today).toBeGreaterThanOrEqual(today);
          if (lateSince === undefined || then > lateSince + 1) expect(startOf(then).getUTCDay()).toBe(0);
          expect(odds ?? 1).toBeGreaterThan(0.5);
        }
        expect(Math.sign(release.on - rc1.on)).toBe(number === undefined ? 1 : -1);
      }),
    );
  });
});

describe.runIf(hasShared)(`the forecasts of 5.1 to 6.5${sharedNote}`, () => {
  it('are as good as they are said to be, and better than simpler ones', () => {
    const scores = scoreForecasts();
    expect(scores.map(({rule, hits, covered, cycles}) => [rule, hits, covered, cycles])).toEqual([
      ['ours', 17, 25, 25],
      ['our days, odds learned', 17, 25, 25],
      ['always after rc7', 16, 16, 25],
      ['mean of 20 cycles (naive)', 12, 12, 25],
      ['mean of all cycles', 9, 9, 25],
      ['ours, the next -rc1', 25, 25, 25],
    ]);
    const [first, ...others] = scores.slice(0, -1);
    for (const {brier, meanErrorDays} of others) {
      expect(first?.brier).toBeLessThan(brier);
      expect(first?.meanErrorDays).toBeLessThanOrEqual(meanErrorDays);
    }
  });
});
