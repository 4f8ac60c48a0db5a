/**
 * Keys of requests that were taken, so that of several replicas one answers.
 */
import {sql} from 'kysely';
import {holdMs, type Claims} from '../claims.js';
import type {Database} from './database.js';

export interface RequestKeys {
  /** @returns Whether the key is the caller's now; false where it was taken before and is still held. */
  take(key: string, now: Date, holdMs: number): Promise<boolean>;
  /** Drop what is held no longer. @returns How many keys. */
  forget(now: Date): Promise<number>;
}

export function requestKeysIn({query}: Database): RequestKeys {
  return {
    take: async (key, now, holdMs) => {
      const [nowMs, endsAt] = [now.getTime(), now.getTime() + holdMs];
      const {rows} = await sql`
        insert into request_keys (request_key, ends_at) values (${key}, ${endsAt})
        on conflict (request_key) do update set ends_at = excluded.ends_at where request_keys.ends_at <= ${nowMs}
        returning request_key`.execute(query);
      return rows.length > 0;
    },
    forget: async (now) => {
      const {numDeletedRows} = await query
        .deleteFrom('request_keys')
        .where('ends_at', '<=', now.getTime())
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}

/** Claims that all replicas on one store share. @param now Milliseconds since the epoch. */
export function sharedClaims(keys: RequestKeys, now: () => number): Claims {
  return {take: (key) => keys.take(key, new Date(now()), holdMs)};
}
