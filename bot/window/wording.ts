/**
 * The window in words. A day that is predicted is text with its odds; what has happened is an instant in UTC.
 */
import {formatDay, formatInstant} from './day.js';
import type {Forecast, Prediction} from './forecast.js';
import type {Standing} from './standing.js';
import type {Since, WindowState} from './state.js';
import {formatVersion, releaseOf} from './version.js';

/** Where people look for themselves. */
export const kernelOrg = 'https://www.kernel.org/';

const hourMs = 3_600_000;
/** From so many hours on, days are counted. */
const longHours = 72;

/** One or two sentences: what is known, and how old that is. */
export function standingSentence(standing: Standing, now: Date): string {
  switch (standing.type) {
    case 'never-seen':
      return `I don't know whether Linux's merge window is open: kernel.org's list of releases could not be read. Look at ${kernelOrg}`;
    case 'outdated':
      return `I don't know whether Linux's merge window is open. ${asOf(standing.asOf, now)} it was ${standing.was.type}, at ${formatVersion(standing.was.newest.version)}; it may have changed since. Look at ${kernelOrg}`;
    case 'known':
      return standing.isDated
        ? `${asOf(standing.asOf, now)}: ${standing.state.type}. ${whatSentence(standing.state, standing.forecast)}`
        : `Linux's merge window is ${standing.state.type}. ${whatSentence(standing.state, standing.forecast)}`;
  }
}

function whatSentence({type, newest: {version}}: WindowState, {release}: Forecast): string {
  return type === 'open'
    ? `${formatVersion(version)} is out, and changes for ${release.isGuessedName ? `the next version, ${releaseName(release)},` : releaseName(release)} are being merged.`
    : `${formatVersion(releaseOf(version))} is being stabilised, and ${formatVersion(version)} is the latest.`;
}

/** `As of Mon 24 Aug 06:00 UTC (26 h ago)` */
function asOf(at: Date, now: Date): string {
  const hours = Math.floor((now.getTime() - at.getTime()) / hourMs);
  const age = hours < longHours ? `${hours} h` : `${Math.floor(hours / 24)} days`;
  return `As of ${formatInstant(at).replace(/ \d{4},/u, '')} (${age} ago)`;
}

export function sinceWords(since: Since): string {
  switch (since.type) {
    case 'at':
      return formatInstant(since.at);
    case 'between':
      return `some time between ${formatInstant(since.from)} and ${formatInstant(since.to)}`;
    case 'unseen':
      return 'not known; it was before the first look';
  }
}

/** Names and values, the next two dates with their odds among them. */
export function forecastFacts(
  {type, since}: WindowState,
  {closes, release, rc1}: Forecast,
): {readonly name: string; readonly value: string}[] {
  const releaseWords = `${releaseName(release)}: ${predictionWords(release)}`;
  const rc1Name = formatVersion(rc1.version);
  return closes
    ? [
        {name: 'Open since', value: sinceWords(since)},
        {name: 'Closes', value: `with ${rc1Name}: ${closesWords(closes)}`},
        {name: 'Next release', value: releaseWords},
      ]
    : [
        {name: type === 'closed' ? 'Closed since' : 'Open since', value: sinceWords(since)},
        {name: 'Opens', value: `with ${releaseWords}`},
        {name: 'Closes again', value: `with ${rc1Name}: two weeks after that, so about ${formatDay(rc1.on)}`},
      ];
}

/** After X.19 the name is a guess. */
export function releaseName({version, isGuessedName}: Forecast['release']): string {
  return `${isGuessedName ? 'probably ' : ''}${formatVersion(version)}`;
}

/** `probably Sun 29 Oct 2023, about 4 in 5; else Sun 5 Nov 2023` */
export function predictionWords({on, odds, otherwise, lateSince}: Prediction): string {
  const day = formatDay(on);
  if (lateSince !== undefined) return lateWords(lateSince, on, otherwise);
  if (odds === undefined || otherwise === undefined) return day;
  const other = otherwise < on ? `a week earlier, ${formatDay(otherwise)}` : formatDay(otherwise);
  return `probably ${day}, ${oddsWords(odds)}; else ${other}`;
}

function closesWords({on, odds, lateSince}: Prediction): string {
  if (lateSince !== undefined) return lateWords(lateSince, on, undefined);
  return `about ${formatDay(on)}${odds === undefined ? '' : `, ${oddsWords(odds)}`}`;
}

function lateWords(lateSince: Prediction['on'], on: Prediction['on'], otherwise: Prediction['otherwise']): string {
  if (on === lateSince + 1) {
    const other = otherwise === undefined ? '' : `; else ${formatDay(otherwise)}`;
    return `expected ${formatDay(lateSince)} and not seen yet, so it may come any hour${other}`;
  }
  return `expected ${formatDay(lateSince)} and late; the next Sunday is ${formatDay(on)}`;
}

/** 0.8 becomes "about 4 in 5": the nearest fraction of small numbers. */
export function oddsWords(odds: number): string {
  const fractions = [2, 3, 4, 5, 10, 20].map((of) => ({of, many: Math.round(odds * of)}));
  const near = fractions.find(({of, many}) => many < of && Math.abs(many / of - odds) < 0.01) ?? {of: 20, many: 19};
  return `about ${near.many} in ${near.of}`;
}
