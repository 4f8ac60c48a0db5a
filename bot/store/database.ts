/**
 * An open database, SQLite or Postgres: what the verbs of the store are written on.
 */
import type {Kysely} from 'kysely';
import type {Tables} from './tables.js';

export type Query = Kysely<Tables>;

export interface Database {
  readonly query: Query;
  /** Whether several connections write at once, so that rows have to be locked by name. SQLite has one writer. */
  readonly locksRows: boolean;
  /**
   * Do work in a transaction, while nobody else on this database, in this process or another, does work of this name.
   *
   * @param work Must use the query it is given: another one would wait for this one to end.
   */
  readonly exclusively: <T>(name: string, work: (query: Query) => Promise<T>) => Promise<T>;
  /** What an error of the driver means, for the operator; undefined where it is a fault of this program. */
  readonly sentenceOf: (error: unknown) => string | undefined;
  close(): Promise<void>;
}

/** A moment as it is stored: milliseconds since the epoch, which both databases order and compare alike. */
export function toMs(moment: Date | null): number | null {
  return moment === null ? null : moment.getTime();
}

export function toDate(ms: number | null): Date | null {
  return ms === null ? null : new Date(ms);
}
