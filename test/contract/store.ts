/**
 * The databases that a store may be on, each empty and by itself for every test.
 *
 * Postgres is tested where TEST_DATABASE_URL names a server; every test gets a schema of its own there.
 */
import {randomBytes} from 'node:crypto';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {Client} from 'pg';
import {openStore, whereOf, type OpenParts, type Where} from '../../bot/store/open.js';
import type {Store} from '../../bot/store/store.js';

/** An empty database, which many replicas may open. */
export interface EmptyDatabase {
  readonly where: Where;
  /** One more replica on it. */
  open(parts?: Partial<OpenParts>): Promise<Store>;
  /** Closes all that were opened, and takes the database away. */
  drop(): Promise<void>;
}

export interface DatabaseUnderTest {
  readonly name: string;
  readonly isHere: boolean;
  make(): Promise<EmptyDatabase>;
}

/** The server that tests may use; undefined where there is none. */
export const serverUrl = process.env.TEST_DATABASE_URL;
export const serverNote = serverUrl === undefined ? ' (skipped: TEST_DATABASE_URL names no server)' : '';

const sqlite: DatabaseUnderTest = {
  name: 'SQLite',
  isHere: true,
  make() {
    const folder = mkdtempSync(join(tmpdir(), 'store-'));
    const drop = () => {
      rmSync(folder, {recursive: true});
      return Promise.resolve();
    };
    return Promise.resolve(emptyDatabase(whereOf(folder, undefined), drop));
  },
};

export const postgres: DatabaseUnderTest = {
  name: `Postgres${serverNote}`,
  isHere: serverUrl !== undefined,
  async make() {
    const schema = `test_${randomBytes(8).toString('hex')}`;
    await onServer(`create schema ${schema}`);
    const url = new URL(serverUrl ?? '');
    url.searchParams.set('options', `-c search_path=${schema}`);
    url.searchParams.set('application_name', schema);
    return emptyDatabase(whereOf('', url.href), () => onServer(`drop schema ${schema} cascade`));
  },
};

export const databases: readonly DatabaseUnderTest[] = [sqlite, postgres];

/** End all connections to such a database, as a server does that stops. */
export async function hangUp(where: Where): Promise<void> {
  const name = where.type === 'postgres' ? new URL(where.url).searchParams.get('application_name') : null;
  await onServer(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = '${name ?? ''}'`);
}

function emptyDatabase(where: Where, drop: () => Promise<void>): EmptyDatabase {
  const opened: Store[] = [];
  return {
    where,
    open: async (parts = {}) => {
      const store = await openStore(where, {now: new Date(0), tellLost: () => undefined, ...parts});
      opened.push(store);
      return store;
    },
    drop: async () => {
      await Promise.all(opened.map((store) => store.close()));
      await drop();
    },
  };
}

async function onServer(statement: string): Promise<void> {
  const client = new Client({connectionString: serverUrl});
  await client.connect();
  await client.query(statement);
  await client.end();
}
