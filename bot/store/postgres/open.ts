/**
 * A Postgres database that several replicas of the bot share.
 */
import {Kysely, PostgresDialect, sql} from 'kysely';
import {Pool, TypeOverrides, types} from 'pg';
import type {Database} from '../database.js';
import {StoreError} from '../store-error.js';
import type {Tables} from '../tables.js';
import {postgresSentence} from './sentences.js';

const maxConnections = 10;
const connectMs = 5000;
/** A replica that is cut off in the middle of a transaction holds its locks no longer than this. */
const abandonedMs = 15_000;
const statementMs = 30_000;

/**
 * No connection is made before the first query.
 *
 * @param address `postgres://user:password@host:5432/database`.
 * @param tellLost Told of a connection that broke while nothing was asked of it.
 */
export function openPostgres(address: string, tellLost: (error: unknown) => void): Database {
  const named = nameOf(address);
  const pool = new Pool({
    connectionString: address,
    application_name: 'bpf-howto',
    max: maxConnections,
    connectionTimeoutMillis: connectMs,
    statement_timeout: statementMs,
    idle_in_transaction_session_timeout: abandonedMs,
    keepAlive: true,
    types: ourTypes,
  });
  // Without a listener a broken connection would end the process. The next query makes a new one.
  pool.on('error', tellLost);
  const query = new Kysely<Tables>({dialect: new PostgresDialect({pool})});
  return {
    query,
    locksRows: true,
    sentenceOf: (error) => postgresSentence(error, named),
    exclusively: (name, work) =>
      query.transaction().execute(async (one) => {
        await sql`select pg_advisory_xact_lock(hashtextextended(${`bpf-howto ${name}`}, 0))`.execute(one);
        return work(one);
      }),
    close: () => query.destroy(),
  };
}

/** Numbers of 8 bytes come as text, since not all fit a number; moments and counts do. */
const ourTypes = new TypeOverrides();
ourTypes.setTypeParser(types.builtins.INT8, Number);

/** @throws StoreError without a cause, since the cause would quote the password. */
export function nameOf(address: string): string {
  if (!URL.canParse(address)) {
    throw new StoreError(
      'DATABASE_URL cannot be read. It looks like postgres://user:password@host:5432/database; write special characters of the password as %XX.',
    );
  }
  const url = new URL(address);
  const host = url.hostname === '' ? (url.searchParams.get('host') ?? 'its socket') : url.host;
  return `The Postgres database ${url.pathname.slice(1) || url.username} at ${host}`;
}
