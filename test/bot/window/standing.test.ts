import {describe, expect, it} from 'vitest';
import {isoDay} from '../../../bot/window/day.js';
import {standingAt} from '../../../bot/window/standing.js';
import {look} from '../../../bot/window/state.js';
import {formatVersion, parseVersion} from '../../../bot/window/version.js';

/** One look at a list of one tag. */
function memoryOf(newest: string, tagged: string, lookedAt: string) {
  const version = parseVersion(newest);
  if (!version) throw new Error(`${newest} is no version`);
  return look(undefined, [{version, releasedAt: new Date(tagged)}], new Date(lookedAt)).memory;
}

function told(memory: ReturnType<typeof memoryOf> | undefined, now: string): string {
  const standing = standingAt(memory, new Date(now));
  switch (standing.type) {
    case 'known':
      return `${standing.isDated ? 'dated ' : ''}${standing.state.type}, ${formatVersion(standing.forecast.release.version)} ${isoDay(standing.forecast.release.on)}`;
    case 'outdated':
      return `outdated, was ${standing.was.type}`;
    case 'never-seen':
      return 'never seen';
  }
}

const open = memoryOf('6.5', '2023-08-27T21:49:51Z', '2023-08-28T06:00:00Z');
const atRc7 = memoryOf('6.5-rc7', '2023-08-20T13:02:52Z', '2023-08-25T06:00:00Z');
const christmas = memoryOf('6.2-rc7', '2023-02-05T21:13:28Z', '2023-02-06T06:00:00Z');
const late = memoryOf('6.5-rc7', '2023-08-20T13:02:52Z', '2023-08-29T06:00:00Z');

describe('what may be said', () => {
  it.each([
    ['nothing was ever read', undefined, '2023-08-28T06:00:00Z', 'never seen'],
    ['at the look', open, '2023-08-28T06:00:00Z', 'open, 6.6 2023-10-29'],
    ['a minute short of a day later', open, '2023-08-29T05:59:00Z', 'open, 6.6 2023-10-29'],
    ['a day later', open, '2023-08-29T06:00:00Z', 'dated open, 6.6 2023-10-29'],
    ['the evening before rc1 is expected', open, '2023-09-09T23:59:00Z', 'dated open, 6.6 2023-10-29'],
    ['the day rc1 is expected', open, '2023-09-10T00:00:00Z', 'outdated, was open'],
    ['a year later', open, '2024-09-10T00:00:00Z', 'outdated, was open'],
    ['before a release', atRc7, '2023-08-26T23:00:00Z', 'dated closed, 6.5 2023-08-27'],
    ['within the day, though a release was expected', atRc7, '2023-08-25T23:00:00Z', 'closed, 6.5 2023-08-27'],
    ['the day a release is expected', atRc7, '2023-08-27T00:00:00Z', 'outdated, was closed'],
    ['the earlier of two Sundays', christmas, '2023-02-12T00:00:00Z', 'outdated, was closed'],
    ['before the earlier of two Sundays', christmas, '2023-02-11T00:00:00Z', 'dated closed, 6.2 2023-02-19'],
    ['late already at the look', late, '2023-08-31T00:00:00Z', 'dated closed, 6.5 2023-09-03'],
    ['late already at the look, and the next Sunday', late, '2023-09-03T00:00:00Z', 'outdated, was closed'],
  ])('%s', (_name, memory, now, said) => expect(told(memory, now)).toBe(said));

  it('is the same within the day, whatever was expected', () => {
    const eve = memoryOf('6.5-rc7', '2023-08-20T13:02:52Z', '2023-08-27T06:00:00Z');
    expect(told(eve, '2023-08-28T05:00:00Z')).toBe('closed, 6.5 2023-08-28');
  });
});
