/**
 * kernel.org's list of releases, read strictly where the merge window depends on it and not at all elsewhere.
 *
 * Only rows of the moniker `mainline` with a version of mainline count. There can be two of them. A list that is broken
 * in one of these rows is broken as a whole: to pass over the row would be to answer from an older one.
 * Source: https://www.kernel.org/releases.json
 */
import {formatVersion, compareVersions, parseVersion, type Version} from './version.js';

export interface Tag {
  readonly version: Version;
  readonly releasedAt: Date;
}

/** `reason` goes on from the name of the list: "… cannot be used: it is a web page." */
export type Reading =
  {readonly type: 'read'; readonly tags: readonly [Tag, ...Tag[]]} | {readonly type: 'broken'; readonly reason: string};

/** Clocks differ by so much; a tag that is further ahead is not believed. */
const aheadMs = 15 * 60_000;
/** Linus makes a tag every week, and none for at most three. A list without one for so long has been forgotten. */
const oldMs = 180 * 86_400_000;
/** Of a text that is quoted in a reason. */
const quotedChars = 40;

/** @returns Tags oldest version first. */
export function readReleases(text: string, now: Date): Reading {
  const trimmed = text.replace(/^\ufeff/u, '').trimStart();
  if (trimmed === '') return broken('it is empty');
  if (trimmed.startsWith('<')) return broken('it is a web page, not JSON');
  let list: unknown;
  try {
    list = JSON.parse(trimmed);
  } catch {
    return broken('it is no JSON, or is cut off');
  }
  const rows = fieldOf(list, 'releases');
  if (!Array.isArray(rows)) return broken('it has no list named `releases`');
  const tags: Tag[] = [];
  for (const row of rows) {
    const version = mainlineVersion(row);
    if (!version) continue;
    const tag = tagOf(version, row, now);
    if (typeof tag === 'string') return broken(tag);
    tags.push(tag);
  }
  return tagsToReading(tags, now);
}

function tagsToReading(tags: readonly Tag[], now: Date): Reading {
  const [first, ...others] = tags.toSorted((one, other) => compareVersions(one.version, other.version));
  if (!first) return broken('it names no mainline version');
  const newest = others.at(-1) ?? first;
  if (now.getTime() - newest.releasedAt.getTime() > oldMs) {
    return broken(
      `its newest mainline version is ${formatVersion(newest.version)} of ${newest.releasedAt.toISOString().slice(0, 10)}, so it is out of date`,
    );
  }
  return {type: 'read', tags: [first, ...others]};
}

function mainlineVersion(row: unknown): Version | undefined {
  if (fieldOf(row, 'moniker') !== 'mainline') return undefined;
  const version = fieldOf(row, 'version');
  return typeof version === 'string' ? parseVersion(version) : undefined;
}

/** @returns A reason where the row has no time that can be believed. */
function tagOf(version: Version, row: unknown, now: Date): Tag | string {
  const seconds = fieldOf(fieldOf(row, 'released'), 'timestamp');
  const name = formatVersion(version);
  if (typeof seconds !== 'number' || !Number.isInteger(seconds) || seconds <= 0) {
    const met = seconds === undefined ? 'none' : JSON.stringify(seconds).slice(0, quotedChars);
    return `the time of ${name} is to be seconds since 1970, and is ${met}`;
  }
  const at = seconds * 1000;
  if (at > now.getTime() + aheadMs) return `${name} has a time that is still to come`;
  // A little ahead is a clock that goes differently; it counts as now, so that nothing is open for less than no time.
  return {version, releasedAt: new Date(Math.min(at, now.getTime()))};
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}

function broken(reason: string): Reading {
  return {type: 'broken', reason};
}
