/**
 * Planning: occurrences become deliveries, many at once, and their subscriptions move on to the next one.
 */
import {sql} from 'kysely';
import type {Database, Query} from './database.js';
import type {Deliveries, Occurrence} from './deliveries.js';

/** SQLite works in the thread of the program, so it gets no more rows than it plans in a few milliseconds. */
const rowsAtOnce = 250;

export function planIn({exclusively, locksRows}: Database): Deliveries['plan'] {
  return async (occurrences) => {
    let planned = 0;
    for (let at = 0; at < occurrences.length; at += rowsAtOnce) {
      const some = occurrences.slice(at, at + rowsAtOnce);
      // Replicas that plan the same in another order would wait for one another for ever.
      planned += await exclusively('plan', (query) => planSome(query, some, locksRows));
    }
    return planned;
  };
}

async function planSome(query: Query, occurrences: readonly Occurrence[], locksRows: boolean): Promise<number> {
  const rows = occurrences.map(
    ({subscription, job, occurrence, dueAt}) =>
      sql`(cast(${subscription} as text), cast(${job} as text), cast(${occurrence} as text), cast(${dueAt.getTime()} as bigint))`,
  );
  // `where true` parts the source of the rows from ON CONFLICT for SQLite.
  const {numAffectedRows = 0n} = await sql`
    with wanted (subscription, job, occurrence, due_at) as (values ${sql.join(rows)})
    insert into deliveries (subscription, job, occurrence, due_at, state, claimable_at, fence, attempts)
    select wanted.subscription, wanted.job, wanted.occurrence, wanted.due_at, 'planned', wanted.due_at, 0, 0
    from wanted join subscriptions on subscriptions.id = wanted.subscription where true
    ${locksRows ? sql`for key share of subscriptions` : sql``}
    on conflict do nothing`.execute(query);
  await moveOn(query, occurrences);
  return Number(numAffectedRows);
}

async function moveOn(query: Query, occurrences: readonly Occurrence[]): Promise<void> {
  const nextAt = new Map<string, number>();
  for (const {subscription, nextAt: at} of occurrences) {
    if (at) nextAt.set(subscription, Math.max(at.getTime(), nextAt.get(subscription) ?? 0));
  }
  if (nextAt.size === 0) return;
  const rows = [...nextAt].map(([id, at]) => sql`(cast(${id} as text), cast(${at} as bigint))`);
  // Never back: a replica that is late would have the same planned again and again.
  await sql`
    with wanted (id, next_at) as (values ${sql.join(rows)})
    update subscriptions set next_at = wanted.next_at from wanted
    where subscriptions.id = wanted.id and subscriptions.next_at < wanted.next_at`.execute(query);
}
