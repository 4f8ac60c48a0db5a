/**
 * The SQLite driver, loaded where it is first needed. It is native code, and a machine may do without it.
 */
import type SqliteDatabase from 'better-sqlite3';
import {StoreError} from '../store-error.js';
import {unbuiltSentence} from './sentences.js';

export type Sqlite = SqliteDatabase.Database;

/**
 * @param path Of the database file; it is made where it is absent, unless `readonly`.
 * @throws StoreError where the driver is not installed; errors of the driver otherwise.
 */
export async function openSqliteFile(path: string, options: SqliteDatabase.Options = {}): Promise<Sqlite> {
  return new (await driver())(path, options);
}

async function driver(): Promise<typeof SqliteDatabase> {
  try {
    const {default: loaded} = await import('better-sqlite3');
    // The native part is loaded with the first database.
    new loaded(':memory:').close();
    return loaded;
  } catch (cause) {
    throw new StoreError(unbuiltSentence(cause), {cause});
  }
}
