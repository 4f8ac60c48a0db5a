/**
 * The next dates as events of a calendar.
 */
import {formatDay} from './day.js';
import type {Forecast} from './forecast.js';
import {formatCalendar, type DayEvent} from './ics.js';
import type {Standing} from './standing.js';
import {formatVersion, releaseOf} from './version.js';
import {kernelOrg, oddsWords, predictionWords} from './wording.js';

/** @returns undefined where nothing can be predicted. */
export function standingToCalendar(standing: Standing): string | undefined {
  if (standing.type !== 'known') return undefined;
  return formatCalendar("Linux's merge window", eventsOf(standing.forecast), standing.asOf);
}

/** In the order of time. */
function eventsOf({release, rc1}: Forecast): DayEvent[] {
  const rc1Name = formatVersion(rc1.version);
  const odds = rc1.odds === undefined ? '' : ` (${oddsWords(rc1.odds)})`;
  return [
    eventOf(formatVersion(release.version), release.on, {
      summary: `Linux ${formatVersion(release.version)} is expected; the merge window opens`,
      description: `${formatVersion(release.version)}: ${predictionWords(release)}.`,
    }),
    eventOf(rc1Name, rc1.on, {
      summary: `Linux ${rc1Name} is expected; the merge window closes`,
      description: `The merge window for ${formatVersion(releaseOf(rc1.version))} closes with ${rc1Name}, about ${formatDay(rc1.on)}${odds}.`,
    }),
  ].toSorted((one, other) => one.on - other.on);
}

function eventOf(name: string, on: DayEvent['on'], words: Pick<DayEvent, 'summary' | 'description'>): DayEvent {
  return {
    uid: `linux-${name}@bpf-howto`,
    on,
    summary: words.summary,
    description: `${words.description} A forecast, not an announcement.`,
    url: kernelOrg,
  };
}
