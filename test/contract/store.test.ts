/**
 * One suite for all databases: what the bot remembers is the same on each.
 */
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {sharedClaims} from '../../bot/store/request-keys.js';
import type {Store} from '../../bot/store/store.js';
import type {Subscription} from '../../bot/store/subscriptions.js';
import {databases, type EmptyDatabase} from './store.js';

const minuteMs = 60_000;
/** Moments of the tests, in minutes from noon. */
const at = (minutes: number) => new Date(Date.UTC(2026, 7, 24, 12) + minutes * minuteMs);

const room = {platform: 'slack', workspace: 'T1', channel: 'C1'};
const hall = {platform: 'discord', workspace: '900', channel: '901'};

function subscription(id: string, differs: Partial<Subscription> = {}): Subscription {
  return {
    ...{id, place: room, job: 'weekly', schedule: '{"day":"mon"}', template: null},
    ...{addedAt: at(0), pausedUntil: null, nextAt: at(10)},
    ...differs,
  };
}

describe.each(databases.map((database) => [database.name, database] as const))('%s', (_name, database) => {
  describe.skipIf(!database.isHere)('', () => {
    let empty: EmptyDatabase;
    let store: Store;

    beforeEach(async () => {
      empty = await database.make();
      store = await empty.open();
    });
    afterEach(() => empty.drop());

    const add = async (...all: readonly Subscription[]) => {
      for (const one of all) expect(await store.subscriptions.add(one, 100)).toBe(true);
    };

    describe('subscriptions', () => {
      it('gives back what was added, by place and in order', async () => {
        const odd = subscription('c', {
          ...{place: hall, job: 'window', schedule: 'ü\u{1f600}\'"%_\\', template: ''},
          ...{pausedUntil: at(5), nextAt: null},
        });
        const [first, second] = [subscription('b'), subscription('a', {addedAt: at(1)})];
        await add(odd, second, first);
        expect(await store.subscriptions.ofPlace(room)).toEqual([first, second]);
        expect(await store.subscriptions.ofPlace(hall)).toEqual([odd]);
        expect(await store.subscriptions.ofPlace({...room, channel: 'C2'})).toEqual([]);
      });

      it('adds no more to a place than it may have, also at once and by several replicas', async () => {
        const other = await empty.open();
        const ids = Array.from({length: 12}, (_, number) => `s${number}`);
        const added = await Promise.all(
          ids.map((id, number) => (number % 2 ? store : other).subscriptions.add(subscription(id), 5)),
        );
        expect(added.filter(Boolean).length).toBe(5);
        expect((await store.subscriptions.ofPlace(room)).length).toBe(5);
        expect(await store.subscriptions.add(subscription('elsewhere', {place: hall}), 5)).toBe(true);
      });

      it('changes what is named and nothing else', async () => {
        const before = subscription('a', {template: 'Hi', pausedUntil: at(3)});
        await add(before, subscription('b'));
        expect(await store.subscriptions.change(room, 'a', {})).toBe(true);
        expect(await store.subscriptions.change(room, 'a', {template: 'Ho'})).toBe(true);
        expect(await store.subscriptions.change(room, 'a', {pausedUntil: null, nextAt: at(99)})).toBe(true);
        expect(await store.subscriptions.change(room, 'a', {schedule: '{}'})).toBe(true);
        expect(await store.subscriptions.ofPlace(room)).toEqual([
          {...before, template: 'Ho', pausedUntil: null, nextAt: at(99), schedule: '{}'},
          subscription('b'),
        ]);
      });

      it('reaches into no other place', async () => {
        await add(subscription('a'));
        expect(await store.subscriptions.change(hall, 'a', {template: 'Ha'})).toBe(false);
        expect(await store.subscriptions.remove(hall, 'a')).toBe(false);
        expect(await store.subscriptions.ofPlace(room)).toEqual([subscription('a')]);
        expect(await store.subscriptions.remove(room, 'a')).toBe(true);
        expect(await store.subscriptions.remove(room, 'a')).toBe(false);
        expect(await store.subscriptions.ofPlace(room)).toEqual([]);
      });

      it('removes all of a channel, or of a workspace', async () => {
        const next = {...room, channel: 'C2'};
        await add(subscription('a'), subscription('b'), subscription('c', {place: next}));
        await add(subscription('d', {place: next}), subscription('e', {place: hall}));
        expect(await store.subscriptions.removeAll(room)).toBe(2);
        expect(await store.subscriptions.removeAll({platform: 'slack', workspace: 'T1'})).toBe(2);
        expect(await store.subscriptions.removeAll({platform: 'slack', workspace: 'T1'})).toBe(0);
        expect(await store.subscriptions.ofPlace(hall)).toEqual([subscription('e', {place: hall})]);
      });

      it('finds those that may be due, the longest due first', async () => {
        await add(
          subscription('later', {nextAt: at(11)}),
          subscription('now', {nextAt: at(10)}),
          subscription('before', {nextAt: at(9)}),
          subscription('never', {nextAt: null}),
          subscription('paused', {nextAt: at(9), pausedUntil: at(20)}),
          subscription('resumed', {nextAt: at(8), pausedUntil: at(10)}),
        );
        const due = async (limit: number) => (await store.subscriptions.due(at(10), limit)).map(({id}) => id);
        expect(await due(9)).toEqual(['resumed', 'before', 'now']);
        expect(await due(2)).toEqual(['resumed', 'before']);
      });

      it('pages through those of a job', async () => {
        const paused = {pausedUntil: at(20)};
        await add(...['a', 'b', 'c'].map((id) => subscription(id)), subscription('d', paused));
        await add(subscription('e', {job: 'window'}));
        const page = async (after: string) =>
          (await store.subscriptions.ofJob('weekly', at(0), after, 2)).map(({id}) => id);
        expect([await page(''), await page('b'), await page('c')]).toEqual([['a', 'b'], ['c'], []]);
      });
    });

    describe('releases', () => {
      const rc1 = {version: '7.2-rc1', releasedAt: null, firstSeenAt: at(0)};

      it('tells which versions are new, once', async () => {
        const final = {version: '7.2', releasedAt: at(-5), firstSeenAt: at(1)};
        expect(await store.releases.note([rc1])).toEqual(['7.2-rc1']);
        expect(await store.releases.note([rc1, final])).toEqual(['7.2']);
        expect(await store.releases.all()).toEqual([rc1, final]);
        expect(await store.releases.note([])).toEqual([]);
      });

      it('keeps when a version was first seen, and fills in a date that was missed', async () => {
        await store.releases.note([rc1]);
        await store.releases.note([{...rc1, releasedAt: at(-9), firstSeenAt: at(7)}]);
        await store.releases.note([{...rc1, releasedAt: at(-1), firstSeenAt: at(8)}]);
        expect(await store.releases.all()).toEqual([{...rc1, releasedAt: at(-9)}]);
      });

      it('tells one of several replicas', async () => {
        const replicas = [store, ...(await Promise.all([empty.open(), empty.open()]))];
        const told = await Promise.all(replicas.map((one) => one.releases.note([rc1])));
        expect(told.flat()).toEqual(['7.2-rc1']);
      });

      it('keeps the last copy of a document', async () => {
        const copy = {name: 'releases.json', text: '{"ä":1}', etag: 'W/"1"', lastModified: null, readAt: at(1)};
        expect(await store.releases.copyOf('releases.json')).toBeUndefined();
        await store.releases.keep(copy);
        await store.releases.keep({...copy, name: 'other', etag: null, lastModified: 'Mon'});
        await store.releases.keep({...copy, text: 'older', readAt: at(0)});
        expect(await store.releases.copyOf('releases.json')).toEqual(copy);
        await store.releases.keep({...copy, text: 'newer', readAt: at(2)});
        expect(await store.releases.copyOf('releases.json')).toEqual({...copy, text: 'newer', readAt: at(2)});
      });
    });

    describe('leases', () => {
      const hold = (holder: string, minutes: number) =>
        store.leases.hold('gateway', holder, at(minutes), 10 * minuteMs);

      it('has one holder until it ends or is given up, and a fence that grows with holders', async () => {
        expect(await hold('a', 0)).toBe(1);
        expect(await hold('b', 9)).toBeUndefined();
        expect(await hold('a', 9)).toBe(1);
        expect(await hold('b', 18)).toBeUndefined();
        expect(await hold('b', 19)).toBe(2);
        expect(await hold('a', 20)).toBeUndefined();
        await store.leases.release('gateway', 'a');
        expect(await hold('a', 20)).toBeUndefined();
        await store.leases.release('gateway', 'b');
        expect(await hold('a', 20)).toBe(3);
      });

      it('has a new fence where the same holder comes back too late', async () => {
        expect([await hold('a', 0), await hold('a', 10), await hold('a', 11)]).toEqual([1, 2, 2]);
      });

      it('goes to one of many that reach for it', async () => {
        const replicas = [store, ...(await Promise.all([empty.open(), empty.open(), empty.open()]))];
        const fences = await Promise.all(
          replicas.flatMap((one, number) =>
            [0, 1].map((again) => one.leases.hold('gateway', `${number}.${again}`, at(0), 1)),
          ),
        );
        expect(fences.filter((fence) => fence !== undefined)).toEqual([1]);
        expect(await store.leases.hold('another', 'b', at(0), 1)).toBe(1);
      });
    });

    describe('request keys', () => {
      it('are taken once, until they are held no longer', async () => {
        const take = (key: string, minutes: number) => store.requestKeys.take(key, at(minutes), 10 * minuteMs);
        expect([await take('a', 0), await take('a', 9), await take('b', 9)]).toEqual([true, false, true]);
        expect(await store.requestKeys.forget(at(9))).toBe(0);
        expect([await take('a', 10), await take('a', 11)]).toEqual([true, false]);
        expect(await store.requestKeys.forget(at(19))).toBe(1);
        expect(await store.requestKeys.forget(at(20))).toBe(1);
      });

      it('let one of several replicas answer', async () => {
        const replicas = [store, ...(await Promise.all([empty.open(), empty.open()]))];
        const claims = replicas.map((one) => sharedClaims(one.requestKeys, () => at(0).getTime()));
        const taken = await Promise.all([...claims, ...claims, ...claims].map((one) => one.take('C1 1.2')));
        expect(taken.filter(Boolean).length).toBe(1);
      });
    });

    it('counts what was said of answers', async () => {
      const said = [true, false, true, true];
      await Promise.all(said.map((helpful) => store.feedback.count('q-b', helpful)));
      await store.feedback.count('q-a', false);
      expect(await store.feedback.all()).toEqual([
        {entry: 'q-a', helped: 0, failed: 1},
        {entry: 'q-b', helped: 3, failed: 1},
      ]);
    });

    it('keeps installations', async () => {
      await store.installations.keep('T1', '{"bot":{"token":"one"}}');
      await store.installations.keep('T1', '{"bot":{"token":"two"}}');
      expect(await store.installations.find('T1')).toBe('{"bot":{"token":"two"}}');
      await store.installations.remove('T1');
      await store.installations.remove('T1');
      expect(await store.installations.find('T1')).toBeUndefined();
    });

    it('keeps a note on each tree', async () => {
      const note = {
        tree: 'net-next',
        note: 'See the page.',
        link: 'https://a.example/',
        checkedAt: at(0),
        keeper: 'U1',
      };
      const next = {...note, tree: 'bpf-next', note: 'Takes patches.'};
      await store.treeNotes.put({...note, note: 'Closed.', checkedAt: at(-1)});
      await store.treeNotes.put(note);
      await store.treeNotes.put(next);
      expect(await store.treeNotes.all()).toEqual([next, note]);
      await store.treeNotes.remove('bpf-next');
      expect(await store.treeNotes.all()).toEqual([note]);
    });

    it('remembers all of it when it is opened again', async () => {
      await add(subscription('a'));
      await store.close();
      const again = await empty.open();
      expect(await again.subscriptions.ofPlace(room)).toEqual([subscription('a')]);
      store = again;
    });
  });
});
