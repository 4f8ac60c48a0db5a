/**
 * What one replica does at a time, such as holding the gateway of Discord: a name, who holds it, and until when.
 *
 * Whoever dies holds it no longer than the lease that was given last. Replicas compare their own clocks, so a lease has
 * to be long beside what these differ by.
 */
import {sql} from 'kysely';
import type {Database} from './database.js';

export interface Leases {
  /**
   * Take a lease that is free or has ended, or renew one's own.
   *
   * @param holder A name that no other replica has.
   * @returns The fence, a number that grows whenever the lease is taken anew; undefined where somebody else holds it.
   */
  hold(name: string, holder: string, now: Date, forMs: number): Promise<number | undefined>;
  /** End one's own, so that another may take it at once; nothing where it is somebody else's. */
  release(name: string, holder: string): Promise<void>;
}

export function leasesIn({query}: Database): Leases {
  return {
    hold: async (name, holder, now, forMs) => {
      const [nowMs, endsAt] = [now.getTime(), now.getTime() + forMs];
      const {rows} = await sql<{fence: number}>`
        insert into leases (name, holder, fence, ends_at) values (${name}, ${holder}, 1, ${endsAt})
        on conflict (name) do update set
          holder = excluded.holder,
          ends_at = excluded.ends_at,
          fence = leases.fence + case when leases.holder = excluded.holder and leases.ends_at > ${nowMs} then 0 else 1 end
        where leases.holder = excluded.holder or leases.ends_at <= ${nowMs}
        returning fence`.execute(query);
      return rows[0]?.fence;
    },
    release: async (name, holder) => {
      // The row stays, so that the fence goes on growing.
      await query
        .updateTable('leases')
        .set({ends_at: 0})
        .where((is) => is.and({name, holder}))
        .execute();
    },
  };
}
