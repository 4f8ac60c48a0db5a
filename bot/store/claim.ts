/**
 * Claiming: what is due becomes one caller's, in one statement, so that no two callers get the same.
 */
import {sql} from 'kysely';
import {toDate, type Database} from './database.js';
import type {Claim, Deliveries} from './deliveries.js';
import {fromRow} from './subscriptions.js';
import type {DeliveriesTable} from './tables.js';

type Claimed = Pick<
  DeliveriesTable,
  'subscription' | 'job' | 'occurrence' | 'due_at' | 'state' | 'fence' | 'attempts' | 'sending_at'
>;

export function claimIn({query, locksRows}: Database): Deliveries['claim'] {
  return async ({now, leaseMs, limit, platforms}) => {
    const nowMs = now.getTime();
    // Rows that another replica is claiming at this moment are passed over rather than waited for.
    const lock = locksRows ? sql`for update of deliveries skip locked` : sql``;
    // SQLite takes the tables of a cross join in this order: first the few deliveries that are due.
    const {rows} = await sql<Claimed>`
      with picked (of_subscription, of_job, of_occurrence) as materialized (
        select deliveries.subscription, deliveries.job, deliveries.occurrence
        from deliveries cross join subscriptions
        where deliveries.claimable_at <= ${nowMs} and subscriptions.id = deliveries.subscription
          and (subscriptions.paused_until is null or subscriptions.paused_until <= ${nowMs})
          and subscriptions.platform in (${sql.join(platforms)})
        order by deliveries.claimable_at
        limit ${limit} ${lock}
      )
      update deliveries set
        claimable_at = ${nowMs + leaseMs},
        fence = deliveries.fence + 1,
        state = case deliveries.state when 'sending' then 'unsure' else deliveries.state end
      from picked
      where subscription = of_subscription and job = of_job and occurrence = of_occurrence
      returning subscription, job, occurrence, due_at, state, fence, attempts, sending_at`.execute(query);
    if (rows.length === 0) return [];
    const ids = [...new Set(rows.map(({subscription}) => subscription))];
    const found = await query.selectFrom('subscriptions').selectAll().where('id', 'in', ids).execute();
    const subscriptions = new Map(found.map((row) => [row.id, fromRow(row)]));
    return rows
      .flatMap((row): Claim[] => {
        const subscription = subscriptions.get(row.subscription);
        // It was removed at this very moment, and its deliveries with it.
        if (!subscription) return [];
        const {job, occurrence, fence, attempts} = row;
        const unsureSince = row.state === 'unsure' ? toDate(row.sending_at) : null;
        return [{job, occurrence, subscription, dueAt: new Date(row.due_at), fence, attempts, unsureSince}];
      })
      .sort((one, other) => one.dueAt.getTime() - other.dueAt.getTime() || compare(one, other));
  };
}

function compare(one: Claim, other: Claim): number {
  const [key, otherKey] = [one, other].map(({subscription, occurrence}) => `${subscription.id} ${occurrence}`);
  return (key ?? '') < (otherKey ?? '') ? -1 : 1;
}
