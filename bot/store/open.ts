/**
 * The door of the store: where it is, and a store that is up to date.
 */
import {join} from 'node:path';
import type {Database} from './database.js';
import {migrate} from './migrate.js';
import {migrations as ours, type Migration} from './migrations.js';
import {telling} from './store-error.js';
import {storeIn, type Store} from './store.js';

/** A file of SQLite, or the address of a Postgres. */
export type Where =
  {readonly type: 'sqlite'; readonly path: string} | {readonly type: 'postgres'; readonly url: string};

/** @param url What DATABASE_URL says; without it, the data is in a file of the folder. */
export function whereOf(dataDir: string, url: string | undefined): Where {
  return url === undefined ? {type: 'sqlite', path: join(dataDir, 'bpf-howto.sqlite')} : {type: 'postgres', url};
}

export interface OpenParts {
  /** Written down with the steps that are applied. */
  readonly now: Date;
  /** Told of connections that broke while nothing was asked of them. */
  readonly tellLost: (error: unknown) => void;
  /** Others than this program's, for tests. */
  readonly migrations?: readonly Migration[];
}

/** @throws StoreError with the way out, where the database cannot be used. */
export async function openStore(where: Where, {now, tellLost, migrations = ours}: OpenParts): Promise<Store> {
  const {database, named} = await openDatabase(where, tellLost);
  try {
    await telling(() => migrate(database, migrations, named, now), database.sentenceOf);
    return storeIn(database);
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** A driver is loaded only where it is used. */
async function openDatabase(
  where: Where,
  tellLost: (error: unknown) => void,
): Promise<{readonly database: Database; readonly named: string}> {
  if (where.type === 'sqlite') {
    const {openSqlite} = await import('./sqlite/open.js');
    return {database: await openSqlite(where.path), named: where.path};
  }
  const {nameOf, openPostgres} = await import('./postgres/open.js');
  return {database: openPostgres(where.url, tellLost), named: nameOf(where.url)};
}
