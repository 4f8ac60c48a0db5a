/**
 * Who wants to be told what, where and when.
 *
 * The store does not read schedules: the job that a subscription is for does, and says from when on it may be due.
 */
import {toDate, toMs, type Database} from './database.js';
import type {Place} from './place.js';
import type {SubscriptionsTable} from './tables.js';

export interface Subscription {
  /** Letters and digits, made by chance; the same for as long as the subscription lives. */
  readonly id: string;
  readonly place: Place;
  /** Name of the job that posts. */
  readonly job: string;
  /** As the job wrote it. */
  readonly schedule: string;
  /** Words of the place’s own for the post; null for the usual ones. */
  readonly template: string | null;
  readonly addedAt: Date;
  /** Nothing is posted before; null where it is not paused. */
  readonly pausedUntil: Date | null;
  /** From when on something may be due; null where the job is not ruled by time. */
  readonly nextAt: Date | null;
}

export type Change = Partial<Pick<Subscription, 'schedule' | 'template' | 'pausedUntil' | 'nextAt'>>;

/** Who asks names the place, so that nobody reaches into another one by guessing ids. */
export interface Subscriptions {
  /** @returns False where the place has `maxPerPlace` already. */
  add(subscription: Subscription, maxPerPlace: number): Promise<boolean>;
  /** In the order they were added. */
  ofPlace(place: Place): Promise<Subscription[]>;
  /** @returns False where the place has no such subscription. */
  change(place: Place, id: string, change: Change): Promise<boolean>;
  /** With what was planned for it. @returns False where the place has no such subscription. */
  remove(place: Place, id: string): Promise<boolean>;
  /** All of a channel, or of a workspace where no channel is named. @returns How many there were. */
  removeAll(place: Omit<Place, 'channel'> & Partial<Pick<Place, 'channel'>>): Promise<number>;
  /** Those that are not paused and whose `nextAt` has come, the longest due first. */
  due(now: Date, limit: number): Promise<Subscription[]>;
  /** Those of a job that are not paused, by id. @param after The last id of the page before; '' for the first. */
  ofJob(job: string, now: Date, after: string, limit: number): Promise<Subscription[]>;
}

export function subscriptionsIn({query, exclusively}: Database): Subscriptions {
  const running = (now: Date) =>
    query
      .selectFrom('subscriptions')
      .selectAll()
      .where((is) => is.or([is('paused_until', 'is', null), is('paused_until', '<=', now.getTime())]));
  return {
    add: (subscription, maxPerPlace) =>
      // Two that are added at once would each see room for one.
      exclusively('subscribe', async (query) => {
        const {count} = await query
          .selectFrom('subscriptions')
          .select(({fn}) => fn.countAll<number>().as('count'))
          .where((is) => is.and({...subscription.place}))
          .executeTakeFirstOrThrow();
        if (count >= maxPerPlace) return false;
        await query.insertInto('subscriptions').values(toRow(subscription)).execute();
        return true;
      }),
    ofPlace: async (place) => {
      const rows = await query
        .selectFrom('subscriptions')
        .selectAll()
        .where((is) => is.and({...place}))
        .orderBy('added_at')
        .orderBy('id')
        .execute();
      return rows.map(fromRow);
    },
    change: async (place, id, change) => {
      const {numUpdatedRows} = await query
        .updateTable('subscriptions')
        .set({
          // What is not named stays as it is; an update has to set something.
          id,
          ...(change.schedule === undefined ? {} : {schedule: change.schedule}),
          ...(change.template === undefined ? {} : {template: change.template}),
          ...(change.pausedUntil === undefined ? {} : {paused_until: toMs(change.pausedUntil)}),
          ...(change.nextAt === undefined ? {} : {next_at: toMs(change.nextAt)}),
        })
        .where((is) => is.and({...place, id}))
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    remove: async (place, id) => {
      const {numDeletedRows} = await query
        .deleteFrom('subscriptions')
        .where((is) => is.and({...place, id}))
        .executeTakeFirst();
      return numDeletedRows > 0n;
    },
    removeAll: (place) =>
      // Planning locks many subscriptions too, and in another order: each would wait for the other.
      exclusively('plan', async (query) => {
        const {numDeletedRows} = await query
          .deleteFrom('subscriptions')
          .where((is) => is.and({...place}))
          .executeTakeFirst();
        return Number(numDeletedRows);
      }),
    due: async (now, limit) => {
      const rows = await running(now)
        .where('next_at', '<=', now.getTime())
        .orderBy('next_at')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(fromRow);
    },
    ofJob: async (job, now, after, limit) => {
      const rows = await running(now)
        .where('job', '=', job)
        .where('id', '>', after)
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(fromRow);
    },
  };
}

function toRow({place, addedAt, pausedUntil, nextAt, ...same}: Subscription): SubscriptionsTable {
  return {...same, ...place, added_at: addedAt.getTime(), paused_until: toMs(pausedUntil), next_at: toMs(nextAt)};
}

export function fromRow(row: SubscriptionsTable): Subscription {
  const {id, platform, workspace, channel, job, schedule, template} = row;
  return {
    ...{id, place: {platform, workspace, channel}, job, schedule, template},
    addedAt: new Date(row.added_at),
    pausedUntil: toDate(row.paused_until),
    nextAt: toDate(row.next_at),
  };
}
