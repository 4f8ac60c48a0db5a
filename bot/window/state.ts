/**
 * Linux's merge window: open from a release to the next -rc1, closed from there to the next release.
 *
 * What was seen is kept, since the list forgets: the time of -rc1 is gone once -rc2 is out, and a version that was seen
 * is never taken back by a list that no longer has it. Every opening and closing is announced once, and none at the
 * first look ever. Not a word here about any tree but Linus's.
 */
import type {Tag} from './releases.js';
import {compareVersions, formatVersion, releaseOf, type Version} from './version.js';

/** A version, and when the bot had it before its eyes as the newest. */
export interface Seen extends Tag {
  readonly firstSeenAt: Date;
  readonly lastSeenAt: Date;
}

/** What is known of the window. Never empty: without a look there is none. */
export interface Memory {
  /** Oldest version first. */
  readonly seen: readonly [Seen, ...Seen[]];
  /** The last look at a good list. */
  readonly lookedAt: Date;
}

/** When something happened: known, known to lie between two looks, or not at all. */
export type Since =
  | {readonly type: 'at'; readonly at: Date}
  | {readonly type: 'between'; readonly from: Date; readonly to: Date}
  | {readonly type: 'unseen'};

export interface WindowState {
  readonly type: 'open' | 'closed';
  /** The newest there is: a release while the window is open, a candidate while it is closed. */
  readonly newest: Tag;
  readonly since: Since;
  /** When -rc1 of a closed window was tagged, where that is known. */
  readonly rc1At?: Date;
}

export interface Announcement {
  readonly type: 'opened' | 'closed';
  readonly newest: Tag;
  readonly since: Since;
}

export interface Look {
  readonly memory: Memory;
  readonly announcements: readonly Announcement[];
  /** A sentence for the operator and, below an answer, for readers. */
  readonly note?: string;
}

/** Four cycles; what is older is of no use. */
const mostSeen = 40;

/**
 * @param before What is known; undefined at the first look ever.
 * @param tags Of a good list, oldest version first.
 */
export function look(before: Memory | undefined, tags: readonly [Tag, ...Tag[]], now: Date): Look {
  const sight = (tag: Tag): Seen => ({...tag, firstSeenAt: now, lastSeenAt: now});
  if (!before) {
    const [first, ...others] = tags;
    return {memory: {seen: [sight(first), ...others.map(sight)], lookedAt: now}, announcements: []};
  }
  const known = newestOf(before);
  const newest = tags.at(-1) ?? tags[0];
  const order = compareVersions(newest.version, known.version);
  if (order < 0) return {memory: {...before, lookedAt: now}, announcements: [], note: wentBack(newest, known)};
  const [first, ...rest] = before.seen;
  if (order === 0) {
    const touched = {...known, lastSeenAt: now};
    const seen: Memory['seen'] = rest.length === 0 ? [touched] : [first, ...rest.slice(0, -1), touched];
    return {memory: {seen, lookedAt: now}, announcements: []};
  }
  const fresh = tags.filter(({version}) => compareVersions(version, known.version) > 0).map(sight);
  const [oldest = first, ...kept] = [...before.seen, ...fresh].slice(-mostSeen);
  const memory: Memory = {seen: [oldest, ...kept], lookedAt: now};
  return {memory, announcements: isTurn(known.version, newest.version) ? [announcementOf(memory)] : []};
}

/** Whether the window opened or closed on the way from one version to a later one. */
function isTurn(before: Version, after: Version): boolean {
  return after.rc === undefined || compareVersions(releaseOf(before), releaseOf(after)) !== 0;
}

function announcementOf(memory: Memory): Announcement {
  const {type, newest, since} = stateOf(memory);
  return {type: type === 'open' ? 'opened' : 'closed', newest, since};
}

export function stateOf(memory: Memory): WindowState {
  const {version, releasedAt} = newestOf(memory);
  const newest: Tag = {version, releasedAt};
  if (version.rc === undefined) return {type: 'open', newest, since: {type: 'at', at: releasedAt}};
  const at = memory.seen.findIndex((each) => compareVersions(releaseOf(each.version), releaseOf(version)) === 0);
  const first = memory.seen[at];
  if (first?.version.rc === 1) {
    const rc1At = first.releasedAt;
    return {type: 'closed', newest, since: {type: 'at', at: rc1At}, rc1At};
  }
  const last = memory.seen[at - 1];
  if (!first || !last) return {type: 'closed', newest, since: {type: 'unseen'}};
  // It was not out at the last look before, and was when a later candidate was tagged.
  const [from, to] = [last.lastSeenAt, first.releasedAt];
  return {type: 'closed', newest, since: from < to ? {type: 'between', from, to} : {type: 'unseen'}};
}

function newestOf({seen}: Memory): Seen {
  return seen.at(-1) ?? seen[0];
}

function wentBack(newest: Tag, known: Tag): string {
  return `The list of releases has gone back to ${formatVersion(newest.version)}; ${formatVersion(known.version)} was seen before and is kept.`;
}
