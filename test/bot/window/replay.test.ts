/**
 * All tags of mainline since 2005, with a look at the list every hour, as the bot does it.
 */
import {describe, expect, it} from 'vitest';
import {look, stateOf, type Announcement, type Memory} from '../../../bot/window/state.js';
import {formatVersion} from '../../../bot/window/version.js';
import {listed, mainlineTags} from '../../helpers/mainline.js';
import {hasShared, sharedNote} from '../../helpers/shared.js';

const hourMs = 3_600_000;
/** 2.6.32-rc2 followed its -rc1 within the hour, so no look of ours met the first. */
const unmet = '2.32-rc1';
const metInstead = '2.32-rc2';

/** What is announced, by a bot that looks at these moments. */
function replay(isDown: (hour: number) => boolean): {announced: Announcement[]; memory: Memory | undefined} {
  const tags = mainlineTags().toSorted((one, other) => one.releasedAt.getTime() - other.releasedAt.getTime());
  const announced: Announcement[] = [];
  let memory: Memory | undefined;
  let out = 0;
  let list = listed(tags.slice(0, 1));
  const first = tags[0]?.releasedAt.getTime() ?? 0;
  const last = tags.at(-1)?.releasedAt.getTime() ?? 0;
  for (let hour = 0, at = first; at < last + 24 * hourMs; hour++, at += hourMs) {
    const before = out;
    while ((tags[out]?.releasedAt.getTime() ?? Infinity) <= at) out += 1;
    if (out > before) list = listed(tags.slice(0, out));
    if (isDown(hour)) continue;
    const seen = look(memory, list, new Date(at));
    memory = seen.memory;
    announced.push(...seen.announcements);
  }
  return {announced, memory};
}

describe.runIf(hasShared)(`the merge windows from 2.6.12 to 6.5${sharedNote}`, () => {
  it('are announced once each, in order, at the times of their tags', () => {
    const {announced, memory} = replay(() => false);
    const expected = mainlineTags()
      .map(({version}) => ({version, name: formatVersion(version)}))
      .filter(({version, name}) => (version.rc === undefined || version.rc === 1) && name !== unmet)
      .map(({version, name}) => `${version.rc === 1 ? 'closed' : 'opened'} by ${name}`);
    const said = announced.map(({type, newest}) => `${type} by ${formatVersion(newest.version)}`);
    expect(said.filter((each) => each !== `closed by ${metInstead}`)).toEqual(expected);
    expect(said.length).toBe(expected.length + 1);
    for (const {newest, since} of announced) {
      if (formatVersion(newest.version) !== metInstead) expect(since).toEqual({type: 'at', at: newest.releasedAt});
      else expect(since.type).toBe('between');
    }
    expect(memory && stateOf(memory).type).toBe('open');
  });

  it('are announced at most once each by a bot that is down for three weeks of five', () => {
    const {announced} = replay((hour) => hour % (5 * 7 * 24) >= 2 * 7 * 24);
    const names = announced.map(({type, newest: {version}}) => `${type} ${version.major}.${version.minor}`);
    expect(new Set(names).size).toBe(names.length);
    expect(
      announced.every(({newest}, at) => at === 0 || newest.releasedAt >= (announced[at - 1]?.newest.releasedAt ?? 0)),
    ).toBe(true);
    expect(names.length).toBeGreaterThan(73);
  });
});
