/**
 * How far the forecast of releases can be trusted: each cycle of 5.1 to 6.5 is predicted from what was known on the day
 * of its -rc1, beside simpler rules and beside one that learns its odds as it goes.
 */
import {addDays, dayOf, nearestSunday, type Day} from '../../bot/window/day.js';
import {forecastFrom} from '../../bot/window/forecast.js';
import {formatVersion, type Version} from '../../bot/window/version.js';
import {mainlineTags} from '../helpers/mainline.js';
import {hasShared} from '../helpers/shared.js';

interface Cycle {
  readonly version: Version;
  /** The release before it, and its day. */
  readonly before: Version;
  readonly beganOn: Day;
  readonly rc1On: Day;
  readonly endedOn: Day;
}

/** The cycles that are predicted: enough, and of today's habits. */
const scoredFrom = '5.1';

export interface Score {
  readonly rule: string;
  readonly cycles: number;
  /** Within a day. */
  readonly hits: number;
  readonly meanErrorDays: number;
  /** The day, or the other one that was named, within a day. */
  readonly covered: number;
  /** Mean square of what the odds were off; 0.25 is a coin. */
  readonly brier: number;
}

interface Guess {
  readonly on: Day;
  readonly odds: number;
  readonly otherwise?: Day;
}

/** @param past All cycles that had ended before. */
type Rule = (cycle: Cycle, past: readonly Cycle[]) => Guess;

function cyclesOf(): Cycle[] {
  const tags = mainlineTags();
  const finals = tags.filter(({version}) => version.rc === undefined);
  return finals.flatMap(({version, releasedAt}, at): Cycle[] => {
    const before = finals[at - 1];
    const rc1 = tags.find(
      (tag) => tag.version.rc === 1 && tag.version.major === version.major && tag.version.minor === version.minor,
    );
    if (!before || !rc1) return [];
    const [beganOn, rc1On, endedOn] = [dayOf(before.releasedAt), dayOf(rc1.releasedAt), dayOf(releasedAt)];
    return [{version, before: before.version, beganOn, rc1On, endedOn}];
  });
}

const ours: Rule = ({version, rc1On}) => {
  const {on, odds = 0, otherwise} = forecastFrom({newest: {...version, rc: 1}, newestOn: rc1On}, rc1On).release;
  return {on, odds, ...(otherwise === undefined ? {} : {otherwise})};
};

/** Our days, with odds counted on the last cycles of the same kind, two of them made up. */
const learning: Rule = (cycle, past) => {
  const guess = ours(cycle, past);
  const weeks = (guess.on - nearestSunday(cycle.rc1On)) / 7;
  const alike = past.filter((each) => weeksOf(each) === weeks).slice(-20);
  const hits = alike.filter((each) => isNear(ours(each, []).on, each.endedOn)).length;
  return {...guess, odds: (hits + 1) / (alike.length + 2)};
};

const always: Rule = (cycle, past) => withPastOdds(cycle, past, ({rc1On}) => addDays(nearestSunday(rc1On), 49));
const meanOf20: Rule = (cycle, past) => withPastOdds(cycle, past, meanRule(20));
const meanOfAll: Rule = (cycle, past) => withPastOdds(cycle, past, meanRule(Infinity));

/** The Sunday nearest to the mean length of earlier cycles, from -rc1 on. */
function meanRule(most: number) {
  return ({rc1On}: Cycle, past: readonly Cycle[]): Day => {
    const last = past.slice(-Math.min(most, past.length));
    const days = last.reduce((sum, each) => sum + each.endedOn - each.rc1On, 0) / last.length;
    return nearestSunday(addDays(rc1On, Math.round(days)));
  };
}

/** Odds of a rule that has none: how often it was right on the last twenty cycles. */
function withPastOdds(cycle: Cycle, past: readonly Cycle[], day: (cycle: Cycle, past: readonly Cycle[]) => Day): Guess {
  const tried = past.slice(-20).map((each, at, last) => {
    const before = past.slice(0, past.length - last.length + at);
    return isNear(day(each, before), each.endedOn);
  });
  return {on: day(cycle, past), odds: (tried.filter(Boolean).length + 1) / (tried.length + 2)};
}

function weeksOf(cycle: Cycle): number {
  return (ours(cycle, []).on - nearestSunday(cycle.rc1On)) / 7;
}

function isNear(one: Day, other: Day): boolean {
  return Math.abs(one - other) <= 1;
}

const rules: readonly (readonly [string, Rule])[] = [
  ['ours', ours],
  ['our days, odds learned', learning],
  ['always after rc7', always],
  ['mean of 20 cycles (naive)', meanOf20],
  ['mean of all cycles', meanOfAll],
];

/** @returns One row for each rule, ours first, then the next -rc1 as it is predicted on the day of a release. */
export function scoreForecasts(): Score[] {
  const cycles = cyclesOf();
  const from = cycles.findIndex(({version}) => formatVersion(version) === scoredFrom);
  const rows = rules.map(([rule, guess]) =>
    scoreOf(
      rule,
      cycles.slice(from).map((cycle, at) => ({guess: guess(cycle, cycles.slice(0, from + at)), met: cycle.endedOn})),
    ),
  );
  const windows = cycles.slice(from).map(({before, beganOn, rc1On}) => {
    const {on, odds = 0} = forecastFrom({newest: before, newestOn: beganOn}, beganOn).rc1;
    return {guess: {on, odds}, met: rc1On};
  });
  return [...rows, scoreOf('ours, the next -rc1', windows)];
}

function scoreOf(rule: string, tries: readonly {readonly guess: Guess; readonly met: Day}[]): Score {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const isHit = tries.map(({guess, met}) => isNear(guess.on, met));
  return {
    rule,
    cycles: tries.length,
    hits: isHit.filter(Boolean).length,
    meanErrorDays: mean(tries.map(({guess, met}) => Math.abs(guess.on - met))),
    covered: tries.filter(({guess, met}) => isNear(guess.on, met) || isNear(guess.otherwise ?? guess.on, met)).length,
    brier: mean(tries.map(({guess}, at) => (guess.odds - (isHit[at] ? 1 : 0)) ** 2)),
  };
}

/** @returns Whether the figures of the specification are reached; also where there is nothing to measure. */
export function printForecasts(): boolean {
  if (!hasShared) return true;
  const scores = scoreForecasts();
  console.log(
    `\n=== forecasts of releases, ${scores[0]?.cycles ?? 0} cycles from ${scoredFrom} on, each from earlier data`,
  );
  console.log(`${''.padEnd(26)}  within a day  mean error  both days  Brier`);
  for (const {rule, hits, meanErrorDays, covered, brier} of scores) {
    const columns = [
      String(hits).padStart(12),
      `${meanErrorDays.toFixed(1)} d`.padStart(10),
      String(covered).padStart(9),
    ];
    console.log(`${rule.padEnd(26)}  ${columns.join('  ')}  ${brier.toFixed(3)}`);
  }
  const [first] = scores;
  const rc1 = scores.at(-1);
  return first !== undefined && first.hits >= 17 && first.covered === first.cycles && rc1?.hits === rc1?.cycles;
}
