/**
 * When the merge window closes, when the next release comes, and the -rc1 after it.
 *
 * Linus releases on Sundays: -rc1 two weeks after a release, a candidate every week, the next release after the seventh
 * one or after the eighth. A cycle that runs over Christmas mostly has eight. The odds are counted on the releases since
 * 3.2; nothing that was tried on earlier data alone did better than these rules (`npm run eval` prints the comparison).
 * Nothing is predicted for a day that is over.
 */
import {addDays, holdsChristmas, nearestSunday, sundayFrom, type Day} from './day.js';
import {nextRelease, releaseOf, type Version} from './version.js';

/** What a forecast starts from. */
export interface Base {
  readonly newest: Version;
  readonly newestOn: Day;
  /** The day of -rc1, where the newest is a later candidate and it is known. */
  readonly rc1On?: Day;
}

export interface Prediction {
  readonly on: Day;
  /** How likely it is on that day or the next in UTC, 0 to 1; absent where it is late and nobody can tell. */
  readonly odds?: number;
  /** The other day that it may be. */
  readonly otherwise?: Day;
  /** The day it was expected on and has not come. */
  readonly lateSince?: Day;
}

export interface Forecast {
  /** When the window closes; absent where it is closed. */
  readonly closes?: Prediction;
  readonly release: Prediction & {readonly version: Version; readonly isGuessedName: boolean};
  /** The next -rc1 to come: it closes the window that is open, or the one after it. */
  readonly rc1: Prediction & {readonly version: Version};
}

const windowDays = 14;
/** Candidates of a cycle, which is also its length in weeks from -rc1 on. */
const usualWeeks = 7;
const longWeeks = 8;

/** 15 of 22 cycles from 5.1 on, and rising. */
const usualOdds = 0.8;
/** 7 of 10 since 3.2. */
const longOdds = 0.67;
/** A release a week after rc8 or rc9: always since 3.2. -rc1 two weeks after a release: all but three of 48. */
const sureOdds = 0.95;

/** @param today In UTC. */
export function forecastFrom(base: Base, today: Day): Forecast {
  const {newest, newestOn} = base;
  if (newest.rc !== undefined) return forecastClosed(base, newest.rc, today);
  const {version, isGuess} = nextRelease(newest);
  const closes = predict(addDays(nearestSunday(newestOn), windowDays), sureOdds, undefined, today);
  const rc1Sunday = closes.sunday;
  const weeks = weeksFrom(rc1Sunday);
  const release = predict(addDays(rc1Sunday, 7 * weeks), oddsOf(weeks), otherWeek(rc1Sunday, weeks), today);
  return {
    closes: closes.prediction,
    release: {...release.prediction, version, isGuessedName: isGuess},
    rc1: {...closes.prediction, version: {...version, rc: 1}},
  };
}

function forecastClosed({newest, newestOn, rc1On}: Base, rc: number, today: Day): Forecast {
  const sunday = nearestSunday(newestOn);
  // Candidates come weekly, so the day of -rc1 follows from that of any other.
  const rc1Sunday = rc1On === undefined ? addDays(sunday, -7 * (rc - 1)) : nearestSunday(rc1On);
  const weeks = weeksFrom(rc1Sunday);
  const expected = addDays(sunday, 7 * (Math.max(weeks, rc) - rc + 1));
  const isLast = rc > usualWeeks;
  const release = predict(
    expected,
    isLast ? sureOdds : oddsOf(weeks),
    isLast ? undefined : addDays(expected, weeks === longWeeks ? -7 : 7),
    today,
  );
  const {version} = nextRelease(newest);
  const rc1 = predict(addDays(release.sunday, windowDays), release.prediction.odds, undefined, today).prediction;
  const {otherwise} = release.prediction;
  return {
    release: {...release.prediction, version: releaseOf(newest), isGuessedName: false},
    rc1: {
      ...rc1,
      ...(otherwise === undefined ? {} : {otherwise: addDays(nearestSunday(otherwise), windowDays)}),
      version: {...version, rc: 1},
    },
  };
}

function weeksFrom(rc1Sunday: Day): number {
  return holdsChristmas(rc1Sunday, addDays(rc1Sunday, 7 * usualWeeks)) ? longWeeks : usualWeeks;
}

function oddsOf(weeks: number): number {
  return weeks === longWeeks ? longOdds : usualOdds;
}

function otherWeek(rc1Sunday: Day, weeks: number): Day {
  return addDays(rc1Sunday, 7 * (weeks === longWeeks ? usualWeeks : longWeeks));
}

/**
 * A Sunday becomes a prediction, or what is left of one once it is over.
 *
 * On the Monday it may come any hour: that is still Sunday in America. From Tuesday on it is late, and the next Sunday
 * is as good a guess as any.
 *
 * @returns `sunday` is what later dates are counted from.
 */
function predict(
  expected: Day,
  odds: number | undefined,
  otherwise: Day | undefined,
  today: Day,
): {readonly prediction: Prediction; readonly sunday: Day} {
  const late = today - expected;
  const other = otherwise !== undefined && otherwise >= today ? otherwise : undefined;
  if (late > 1) {
    const sunday = sundayFrom(today);
    return {sunday, prediction: {on: sunday, lateSince: expected}};
  }
  if (late === 1) {
    return {
      sunday: expected,
      prediction: {on: today, lateSince: expected, ...(other === undefined ? {} : {otherwise: other})},
    };
  }
  // The earlier of two Sundays is over without a release, so it is the later one.
  const isOnly = otherwise !== undefined && other === undefined;
  const left = isOnly ? sureOdds : odds;
  return {
    sunday: expected,
    prediction: {
      on: expected,
      ...(left === undefined ? {} : {odds: left}),
      ...(other === undefined ? {} : {otherwise: other}),
    },
  };
}
