import {describe, expect, it} from 'vitest';
import {memoryFromJson, memoryToJson} from '../../../bot/window/memory.js';
import {look, type Look, type Memory} from '../../../bot/window/state.js';
import {notWatched} from '../../../bot/window/not-watched.js';
import {createWatch, noStore, type ReleasesSource, type WindowStore} from '../../../bot/window/watch.js';
import {releasesJson} from '../../helpers/mainline.js';

const open = releasesJson(['6.5', '2023-08-27T21:49:51Z']);
const rc1 = releasesJson(['6.6-rc1', '2023-09-10T23:28:31Z']);

/** A watch over a list, a store and a clock that a test sets. */
function makeWatch(store: WindowStore = noStore()) {
  const stage = {text: open as string | Error, now: '2023-08-28T06:00:00Z', reads: 0, told: [] as string[]};
  const source: ReleasesSource = {
    named: 'the list',
    read: () => {
      stage.reads += 1;
      return stage.text instanceof Error ? Promise.reject(stage.text) : Promise.resolve(stage.text);
    },
  };
  const view = createWatch({source, store, now: () => new Date(stage.now), warn: (told) => void stage.told.push(told)});
  const says = async () => {
    const {standing, problem} = await view();
    const what = standing.type === 'known' ? standing.state.type : standing.type;
    return problem === undefined ? what : `${what}; ${problem}`;
  };
  return {stage, says};
}

/** A store in memory, as a database would be one. */
function makeStore(): WindowStore & {readonly looks: Look[]} {
  const looks: Look[] = [];
  return {
    looks,
    load: () => Promise.resolve(looks.at(-1)?.memory),
    save: (seen) => Promise.resolve(void looks.push(seen)),
  };
}

describe('a watch', () => {
  it('looks once an hour at most', async () => {
    const {stage, says} = makeWatch();
    expect(await Promise.all([says(), says(), says()])).toEqual(['open', 'open', 'open']);
    stage.now = '2023-08-28T06:59:59Z';
    expect([await says(), stage.reads]).toEqual(['open', 1]);
    stage.now = '2023-08-28T07:00:00Z';
    expect([await says(), stage.reads]).toEqual(['open', 2]);
  });

  it('looks sooner while it knows nothing', async () => {
    const {stage, says} = makeWatch();
    stage.text = new Error('The list is away.');
    expect(await says()).toBe('never-seen; The list is away.');
    stage.text = open;
    expect(await says()).toBe('never-seen; The list is away.');
    stage.now = '2023-08-28T06:05:00Z';
    expect([await says(), stage.told]).toEqual(['open', ['The list is away.']]);
  });

  it('keeps what it knows when the list fails, and says so', async () => {
    const {stage, says} = makeWatch();
    await says();
    stage.text = '<html>';
    stage.now = '2023-08-28T08:00:00Z';
    const problem = 'the list cannot be used: it is a web page, not JSON.';
    expect([await says(), stage.told]).toEqual([`open; ${problem}`, [problem]]);
    stage.now = '2023-09-10T08:00:00Z';
    expect(await says()).toBe(`outdated; ${problem}`);
    stage.text = rc1;
    stage.now = '2023-09-11T08:00:00Z';
    expect(await says()).toBe('closed');
  });

  it('says that a list went back', async () => {
    const {stage, says} = makeWatch();
    stage.text = rc1;
    stage.now = '2023-09-11T06:00:00Z';
    await says();
    stage.text = open;
    stage.now = '2023-09-11T07:00:00Z';
    expect(await says()).toBe(
      'closed; The list of releases has gone back to 6.5; 6.6-rc1 was seen before and is kept.',
    );
  });

  it('goes on from the store after a restart, and announces nothing again', async () => {
    const store = makeStore();
    await makeWatch(store).says();
    const second = makeWatch(store);
    expect([await second.says(), second.stage.reads]).toEqual(['open', 0]);
    second.stage.text = rc1;
    second.stage.now = '2023-09-11T06:00:00Z';
    expect(await second.says()).toBe('closed');
    const third = makeWatch(store);
    third.stage.text = rc1;
    third.stage.now = '2023-09-11T07:00:00Z';
    expect(await third.says()).toBe('closed');
    expect(store.looks.map(({announcements}) => announcements.map(({type}) => type))).toEqual([[], ['closed'], []]);
  });

  it('looks again where the store is ahead of the clock', async () => {
    const store = makeStore();
    const early = makeWatch(store);
    early.stage.now = '2023-08-29T06:00:00Z';
    await early.says();
    const second = makeWatch(store);
    expect([await second.says(), second.stage.reads]).toEqual(['open', 1]);
  });

  it('is not there where nobody set it up', async () =>
    expect((await notWatched()).standing).toEqual({type: 'never-seen'}));
});

describe('what was seen', () => {
  const tag = (minor: number, releasedAt: string) => ({version: {major: 6, minor}, releasedAt: new Date(releasedAt)});
  const first = look(undefined, [tag(4, '2023-06-25T23:00:00Z')], new Date('2023-06-26T00:00:00Z')).memory;
  const memory: Memory = look(first, [tag(5, '2023-08-27T21:49:51Z')], new Date('2023-08-28T06:00:00Z')).memory;
  const written = JSON.stringify(memoryToJson(memory));

  it('is the same after it was written and read', () => expect(memoryFromJson(written)).toEqual(memory));

  it.each([
    ['nothing', ''],
    ['a file that was cut off', written.slice(0, -2)],
    ['another value', '[]'],
    ['null', 'null'],
    ['no versions', written.replace(/"seen":\[.*\]/u, '"seen":[]')],
    ['a version that is none', written.replace('"6.5"', '"6.5.1"')],
    ['a time that is none', written.replace('2023-08-27T21', '2023-18-27T21')],
    ['versions out of order', written.replace('"6.4"', '"6.6"')],
    ['no time of the last look', written.replace('lookedAt', 'looked')],
  ])('is not read from %s', (_name, text) => expect(memoryFromJson(text)).toBeUndefined());
});
