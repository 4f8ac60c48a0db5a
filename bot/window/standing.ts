/**
 * What may be said of the window now, from what was seen at the last look.
 *
 * A day long a good look is as good as new. After that it is dated, and once something may have happened that nobody
 * looked for, the state is unknown: what it was then is told, and where to look.
 */
import {dayOf, type Day} from './day.js';
import {forecastFrom, type Base, type Forecast} from './forecast.js';
import {stateOf, type Memory, type WindowState} from './state.js';

export type Standing =
  /** `isDated`: the look is older than a day, and nothing was expected since. */
  | {
      readonly type: 'known';
      readonly state: WindowState;
      readonly forecast: Forecast;
      readonly asOf: Date;
      readonly isDated: boolean;
    }
  /** Something was expected since. */
  | {readonly type: 'outdated'; readonly was: WindowState; readonly asOf: Date}
  | {readonly type: 'never-seen'};

const freshMs = 24 * 3_600_000;

export function standingAt(memory: Memory | undefined, now: Date): Standing {
  if (!memory) return {type: 'never-seen'};
  const state = stateOf(memory);
  const asOf = memory.lookedAt;
  const base = baseOf(state);
  const isDated = now.getTime() - asOf.getTime() >= freshMs;
  if (isDated && dayOf(now) >= firstTurn(forecastFrom(base, dayOf(asOf)))) return {type: 'outdated', was: state, asOf};
  return {type: 'known', state, forecast: forecastFrom(base, dayOf(now)), asOf, isDated};
}

function baseOf({newest, rc1At}: WindowState): Base {
  return {
    newest: newest.version,
    newestOn: dayOf(newest.releasedAt),
    ...(rc1At === undefined ? {} : {rc1On: dayOf(rc1At)}),
  };
}

/** The first day on which the window may open or close. */
function firstTurn({closes, release}: Forecast): Day {
  const {on, otherwise = on} = closes ?? release;
  return on < otherwise ? on : otherwise;
}
