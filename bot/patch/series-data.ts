/**
 * How the mails of a file fall into series, as counts for programs: what `check --series-json` prints.
 */
import type {Json} from '../message.js';
import type {PatchMail} from './mail/message.js';
import {gatherSeries} from './series.js';

/** @returns Series from the oldest; a list leaves out those that have nothing of its kind. */
export function seriesToData(mails: readonly PatchMail[]): Readonly<Record<string, Json>> {
  const {series, comments} = gatherSeries(mails);
  const oldestFirst = series.toReversed();
  const patches = oldestFirst.map((each) => each.patches.length);
  const covers = oldestFirst.map(({cover}) => (cover ? 1 : 0));
  return {
    messages: mails.length,
    covers: sum(covers),
    patches: sum(patches),
    comments: comments.length,
    patches_per_series: patches.filter((count) => count > 0),
    covers_per_series: covers.filter((count) => count > 0),
  };
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
