/**
 * Deliveries on all databases: each is sent once, whoever dies on the way. A replica dies by doing nothing any more.
 */
import fc from 'fast-check';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import type {Claim, Occurrence} from '../../bot/store/deliveries.js';
import type {Store} from '../../bot/store/store.js';
import type {Subscription} from '../../bot/store/subscriptions.js';
import {databases, type EmptyDatabase} from './store.js';

const secondMs = 1000;
const leaseMs = 30 * secondMs;
/** Moments of the tests, in seconds from noon. */
const at = (seconds: number) => new Date(Date.UTC(2026, 7, 24, 12) + seconds * secondMs);

const place = {platform: 'slack', workspace: 'T1', channel: 'C1'};

function subscription(id: string, differs: Partial<Subscription> = {}): Subscription {
  return {
    ...{id, place, job: 'weekly', schedule: '', template: 'Hi', addedAt: at(-99)},
    ...{pausedUntil: null, nextAt: at(0), ...differs},
  };
}

function occurrence(of: string, dueSeconds = 0, differs: Partial<Occurrence> = {}): Occurrence {
  return {job: 'weekly', subscription: of, occurrence: '2026-08-24', dueAt: at(dueSeconds), ...differs};
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
      for (const one of all) await store.subscriptions.add(one, 1000);
    };
    const claim = (seconds: number, limit = 100, by = store) =>
      by.deliveries.claim({now: at(seconds), leaseMs, limit, platforms: ['slack']});
    const claimOne = async (seconds: number): Promise<Claim> => {
      const [one] = await claim(seconds, 1);
      if (!one) throw new Error(`Nothing to claim ${seconds} s past noon.`);
      return one;
    };
    const planOne = async () => {
      await add(subscription('a'));
      await store.deliveries.plan([occurrence('a')]);
    };
    const first: Claim = {
      ...{job: 'weekly', occurrence: '2026-08-24', subscription: subscription('a'), dueAt: at(0)},
      ...{fence: 1, attempts: 0, unsureSince: null},
    };

    describe('planning', () => {
      it('plans each occurrence once, whoever plans and how often', async () => {
        await add(subscription('a'), subscription('b'));
        const other = await empty.open();
        const wanted = [occurrence('a'), occurrence('b'), occurrence('a', 0, {job: 'window'})];
        const backwards = [...wanted].reverse();
        const counts = await Promise.all(
          [store, other].map((one, turn) => one.deliveries.plan(turn ? backwards : wanted)),
        );
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(3);
        expect(await store.deliveries.plan([...wanted, occurrence('a', 9, {occurrence: '2026-08-31'})])).toBe(1);
        expect(await store.deliveries.plan([])).toBe(0);
      });

      it('leaves out subscriptions that are gone', async () => {
        await add(subscription('a'));
        expect(await store.deliveries.plan([occurrence('gone'), occurrence('a')])).toBe(1);
      });

      it('moves subscriptions on, and never back', async () => {
        await add(subscription('a'), subscription('untimed', {nextAt: null}));
        const next = (seconds: number) => [
          occurrence('a', 0, {nextAt: at(seconds)}),
          occurrence('untimed', 0, {nextAt: at(seconds)}),
        ];
        await store.deliveries.plan(next(70));
        await store.deliveries.plan([...next(50), occurrence('a', 1, {occurrence: 'x', nextAt: at(60)})]);
        expect(await store.subscriptions.ofPlace(place)).toEqual([
          subscription('a', {nextAt: at(70)}),
          subscription('untimed', {nextAt: null}),
        ]);
      });

      it('plans more than go into one statement', async () => {
        await add(subscription('a'));
        const many = Array.from({length: 1201}, (_, number) => occurrence('a', number, {occurrence: String(number)}));
        expect(await store.deliveries.plan(many)).toBe(1201);
        const claimed = await claim(1200, 2000);
        expect(claimed.map(({occurrence}) => occurrence)).toEqual(many.map(({occurrence}) => occurrence));
      });

      it('goes with its subscription', async () => {
        await planOne();
        await store.subscriptions.remove(place, 'a');
        expect(await claim(5)).toEqual([]);
      });
    });

    describe('claiming', () => {
      it('gives what is due, the longest due first, with all that a sender needs', async () => {
        await add(subscription('a'), subscription('b'), subscription('c'));
        await store.deliveries.plan([occurrence('a', 2), occurrence('b', 1), occurrence('c', 3)]);
        const [b, a] = [
          {...first, subscription: subscription('b'), dueAt: at(1)},
          {...first, subscription: subscription('a'), dueAt: at(2)},
        ];
        expect(await claim(2, 1)).toEqual([b]);
        expect(await claim(2)).toEqual([a]);
        expect(await claim(2)).toEqual([]);
      });

      it('leaves paused subscriptions and other platforms alone', async () => {
        await add(subscription('paused', {pausedUntil: at(9)}));
        await add(subscription('elsewhere', {place: {...place, platform: 'discord'}}));
        await store.deliveries.plan([occurrence('paused'), occurrence('elsewhere')]);
        expect(await claim(8)).toEqual([]);
        expect((await claim(9)).map(({subscription: {id}}) => id)).toEqual(['paused']);
      });

      it('gives nothing twice to many that claim at once', async () => {
        const ids = Array.from({length: 60}, (_, number) => `s${number}`);
        await add(...ids.map((id) => subscription(id)));
        await store.deliveries.plan(ids.map((id) => occurrence(id)));
        const replicas = [store, ...(await Promise.all([empty.open(), empty.open(), empty.open()]))];
        const claimed: string[] = [];
        const work = async (by: Store) => {
          for (let turn = 0; turn < ids.length; turn++) {
            const some = await claim(1, 3, by);
            claimed.push(...some.map(({subscription: {id}}) => id));
            // A replica may pass over what another has just locked, so nothing is no end.
            if (claimed.length >= ids.length) return;
          }
        };
        await Promise.all(replicas.flatMap((replica) => [work(replica), work(replica)]));
        expect(claimed.sort()).toEqual([...ids].sort());
      });
    });

    describe('a lease', () => {
      it('that ends before sending began sets the delivery free', async () => {
        await planOne();
        expect(await claimOne(0)).toEqual(first);
        expect(await claim(29)).toEqual([]);
        expect(await claimOne(30)).toEqual({...first, fence: 2});
      });

      it('that ends after sending began leaves it unsure', async () => {
        await planOne();
        expect(await store.deliveries.beginSending(await claimOne(0), at(1))).toBe(true);
        expect(await claim(29)).toEqual([]);
        const unsure = await claimOne(30);
        expect(unsure).toEqual({...first, fence: 2, attempts: 1, unsureSince: at(1)});
        // Whoever looks it up may die too.
        expect(await claimOne(60)).toEqual({...unsure, fence: 3});
      });

      it('can be renewed until it ends', async () => {
        await planOne();
        const mine = await claimOne(0);
        expect(await store.deliveries.renew(mine, at(29), leaseMs)).toBe(true);
        expect(await claim(58)).toEqual([]);
        expect(await store.deliveries.renew(mine, at(59), leaseMs)).toBe(false);
        expect(await store.deliveries.beginSending(mine, at(59))).toBe(false);
        expect((await claim(59)).length).toBe(1);
      });

      it('that went to another leaves nothing to its old holder', async () => {
        await planOne();
        const old = await claimOne(0);
        const mine = await claimOne(30);
        const {deliveries} = store;
        expect([
          await deliveries.renew(old, at(31), leaseMs),
          await deliveries.beginSending(old, at(31)),
          await deliveries.settle(old, 'old', at(31)),
          await deliveries.retry(old, at(31)),
          await deliveries.markUnsure(old, at(31)),
          await deliveries.abandon(old, 'old', at(31)),
        ]).toEqual([false, false, false, false, false, false]);
        expect(await deliveries.settle(mine, 'new', at(31))).toBe(true);
      });
    });

    describe('an end', () => {
      const ends: readonly (readonly [string, (claim: Claim) => Promise<boolean>])[] = [
        ['settled', (mine) => store.deliveries.settle(mine, '1724.5', at(2))],
        ['abandoned', (mine) => store.deliveries.abandon(mine, 'The channel is gone.', at(2))],
      ];

      it.each(ends)('%s is one', async (_name, end) => {
        await planOne();
        const mine = await claimOne(0);
        await store.deliveries.beginSending(mine, at(1));
        expect(await end(mine)).toBe(true);
        expect(await end(mine)).toBe(false);
        expect(await store.deliveries.retry(mine, at(3))).toBe(false);
        expect(await claim(1000)).toEqual([]);
        expect(await store.deliveries.plan([occurrence('a')])).toBe(0);
      });

      it('is forgotten after a while, and what goes on is not', async () => {
        await add(subscription('a'), subscription('b'));
        await store.deliveries.plan([occurrence('a'), occurrence('b', 1)]);
        await store.deliveries.settle(await claimOne(0), '1', at(2));
        expect([await store.deliveries.forget(at(2)), await store.deliveries.forget(at(3))]).toEqual([0, 1]);
        expect((await claim(3)).map(({subscription: {id}}) => id)).toEqual(['b']);
      });
    });

    describe('an attempt', () => {
      it('that surely failed is made again when it was said', async () => {
        await planOne();
        const mine = await claimOne(0);
        await store.deliveries.beginSending(mine, at(1));
        expect(await store.deliveries.retry(mine, at(60))).toBe(true);
        expect(await store.deliveries.settle(mine, 'given up', at(2))).toBe(false);
        expect(await claim(59)).toEqual([]);
        expect(await claimOne(60)).toEqual({...first, fence: 3, attempts: 1});
      });

      it('that may have arrived is looked up, and then sent or settled', async () => {
        await planOne();
        const mine = await claimOne(0);
        await store.deliveries.beginSending(mine, at(1));
        expect(await store.deliveries.markUnsure(mine, at(5))).toBe(true);
        const unsure = await claimOne(5);
        expect(unsure).toEqual({...first, fence: 3, attempts: 1, unsureSince: at(1)});
        expect(await store.deliveries.beginSending(unsure, at(6))).toBe(true);
        expect(await claimOne(35)).toEqual({...first, fence: 4, attempts: 2, unsureSince: at(6)});
      });
    });

    it('sends each once, whatever workers do and whenever they die', {timeout: 120_000}, async () => {
      const steps = fc.array(
        fc.record({
          worker: fc.nat({max: 2}),
          step: fc.constantFrom('claim', 'begin', 'arrive', 'settle', 'renew', 'retry', 'unsure', 'die'),
          passes: fc.constantFrom(0, 0, 1, 15, 31),
        }),
        {minLength: 10, maxLength: 60},
      );
      let run = 0;
      await fc.assert(
        fc.asyncProperty(steps, async (played) => {
          await store.subscriptions.removeAll(place);
          const id = `run${run++}`;
          await add(subscription(id));
          await store.deliveries.plan([occurrence(id)]);
          await playWorkers(store, played);
        }),
        {numRuns: 60},
      );
    });
  });
});

interface Step {
  readonly worker: number;
  readonly step: 'claim' | 'begin' | 'arrive' | 'settle' | 'renew' | 'retry' | 'unsure' | 'die';
  readonly passes: number;
}

/** A worker with a delivery in hand. */
interface Hand {
  readonly claim: Claim;
  /** Until when the lease lasts. */
  until: number;
  begun: boolean;
}

/**
 * Play three workers that follow the rules: send only after `beginSending` said yes, look an unsure delivery up before
 * sending. The platform keeps what arrived; more than one message, or two workers with a lease, is a fault of the store.
 */
async function playWorkers(store: Store, played: readonly Step[]): Promise<void> {
  const {deliveries} = store;
  const hands = new Map<number, Hand>();
  let seconds = 0;
  let arrived = 0;
  let settled = 0;
  for (const {worker, step, passes} of played) {
    seconds += passes;
    const hand = hands.get(worker);
    if (step === 'claim' && !hand) {
      const [claim] = await deliveries.claim({now: at(seconds), leaseMs, limit: 1, platforms: ['slack']});
      if (!claim) continue;
      expect(settled).toBe(0);
      expect([...hands.values()].filter(({until}) => until > seconds)).toEqual([]);
      // Found on the platform: nothing is sent again.
      if (arrived > 0) expect(claim.unsureSince).not.toBeNull();
      if (claim.unsureSince !== null && arrived > 0)
        settled += Number(await deliveries.settle(claim, 'm', at(seconds)));
      else hands.set(worker, {claim, until: seconds + leaseMs / secondMs, begun: false});
    }
    if (!hand) continue;
    const isHeld = hand.until > seconds;
    if (step === 'begin' && !hand.begun) {
      hand.begun = await deliveries.beginSending(hand.claim, at(seconds));
      expect(hand.begun).toBe(isHeld);
      if (!hand.begun) hands.delete(worker);
    }
    // A message that is under way longer than the lease is what the platform's own guard against doubles is for.
    if (step === 'arrive' && hand.begun && isHeld && arrived === 0) arrived += 1;
    if (step === 'settle' && hand.begun && arrived > 0) {
      settled += Number(await deliveries.settle(hand.claim, 'm', at(seconds)));
      hands.delete(worker);
    }
    if (step === 'renew') {
      expect(await deliveries.renew(hand.claim, at(seconds), leaseMs)).toBe(isHeld);
      if (isHeld) hand.until = seconds + leaseMs / secondMs;
      else hands.delete(worker);
    }
    if (step === 'retry' && (!hand.begun || arrived === 0)) {
      await deliveries.retry(hand.claim, at(seconds));
      hands.delete(worker);
    }
    if (step === 'unsure' && hand.begun) {
      await deliveries.markUnsure(hand.claim, at(seconds));
      hands.delete(worker);
    }
    if (step === 'die') hands.delete(worker);
  }
  expect(settled).toBeLessThanOrEqual(1);
}
