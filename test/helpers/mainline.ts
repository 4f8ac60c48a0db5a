/**
 * The dated tags of mainline in the test data, and the list of releases as it stood at any moment since.
 */
import {readFileSync} from 'node:fs';
import type {Tag} from '../../bot/window/releases.js';
import {compareVersions, parseVersion} from '../../bot/window/version.js';
import {shared} from './shared.js';

/** Linus tags late on a Sunday; where the data has the day alone, it was about then. */
const usualTime = 'T22:00:00Z';

/** All tags, oldest first. `2.6.N` is taken as `2.N`, so that the old ones can be replayed too. */
export function mainlineTags(): Tag[] {
  return readFileSync(shared('releases/mainline.csv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line): Tag => {
      const [name = '', date = ''] = line.split(',');
      const version = parseVersion(name.replace(/^2\.6\./u, '2.'));
      if (!version) throw new Error(`${name} is no version`);
      return {version, releasedAt: new Date(date.includes('T') ? date : date + usualTime)};
    });
}

/** What the list has while the last of these tags is the newest: a candidate is named alone, once it is newer. */
export function listed(tags: readonly Tag[]): readonly [Tag, ...Tag[]] {
  const newest = tags.toSorted((one, other) => compareVersions(one.version, other.version)).at(-1);
  if (!newest) throw new Error('no tag is out yet');
  return [newest];
}

/** A list of releases with mainline rows alone. */
export function releasesJson(...rows: readonly (readonly [version: string, date: string])[]): string {
  return JSON.stringify({
    releases: rows.map(([version, date]) => ({
      moniker: 'mainline',
      version,
      released: {timestamp: Date.parse(date) / 1000},
    })),
  });
}
