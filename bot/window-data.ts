/**
 * The merge window for programs. The shape is stable; adapters/terminal/README.md describes it.
 */
import type {Json} from './message.js';
import {isoDay} from './window/day.js';
import type {TreeNote} from './window/tree-notes.js';
import {formatVersion} from './window/version.js';
import type {View} from './window/watch.js';

export function windowToData({standing}: View, notes: readonly TreeNote[]): Readonly<Record<string, Json>> {
  const trees = notes.map(({tree, text, url, checkedOn, keptBy}) => ({tree, text, url, checkedOn, keptBy}));
  if (standing.type !== 'known') {
    const asOf = standing.type === 'outdated' ? standing.asOf.toISOString() : null;
    return {...nothing, trees, asOf};
  }
  const {state, forecast, asOf} = standing;
  const {release, rc1, closes} = forecast;
  return {
    state: state.type,
    version: formatVersion(state.newest.version),
    since: state.since.type === 'at' ? state.since.at.toISOString() : null,
    nextRelease: {
      version: formatVersion(release.version),
      on: isoDay(release.on),
      odds: release.odds ?? null,
      otherwise: release.otherwise === undefined ? null : isoDay(release.otherwise),
    },
    nextRc1On: isoDay(rc1.on),
    closesOn: closes ? isoDay(closes.on) : null,
    trees,
    asOf: asOf.toISOString(),
  };
}

const nothing = {
  state: 'unknown',
  version: null,
  since: null,
  nextRelease: null,
  nextRc1On: null,
  closesOn: null,
} as const;
