/**
 * The SQLite database of one bot: a file in its folder, with a write-ahead log beside it.
 *
 * The driver works in the thread of the program, so statements are kept short. The file holds tokens of Slack, so
 * nobody but the user of the bot reads it.
 */
import {closeSync, mkdirSync, openSync} from 'node:fs';
import {dirname} from 'node:path';
import {setImmediate} from 'node:timers/promises';
import {Kysely, sql, SqliteDialect} from 'kysely';
import type {Database} from '../database.js';
import {telling} from '../store-error.js';
import type {Tables} from '../tables.js';
import {openSqliteFile, type Sqlite} from './driver.js';
import {patiently} from './patience.js';
import {sqliteSentence} from './sentences.js';

/** @throws StoreError where the file cannot be used. */
export async function openSqlite(path: string): Promise<Database> {
  const sentenceOf = (error: unknown) => sqliteSentence(error, path);
  const file = await telling(() => openForWriting(path), sentenceOf);
  const dialect = new SqliteDialect({
    database: file,
    onCreateConnection: (connection) => {
      const execute = connection.executeQuery.bind(connection);
      connection.executeQuery = async (query) => {
        // Nothing here ever waits by itself: without a turn of the event loop, many statements would be one long block.
        await setImmediate();
        return patiently(() => execute(query));
      };
      return Promise.resolve();
    },
  });
  const query = new Kysely<Tables>({dialect});
  return {
    query,
    locksRows: false,
    sentenceOf,
    // Whoever writes keeps all other writers out, whatever the name of the work.
    exclusively: (_name, work) =>
      query.connection().execute(async (one) => {
        await sql`begin immediate`.execute(one);
        try {
          const result = await work(one);
          await sql`commit`.execute(one);
          return result;
        } catch (error) {
          // A full disk ends the transaction by itself.
          if (file.inTransaction) await sql`rollback`.execute(one);
          throw error;
        }
      }),
    close: () => query.destroy(),
  };
}

async function openForWriting(path: string): Promise<Sqlite> {
  mkdirSync(dirname(path), {recursive: true, mode: 0o700});
  closeSync(openSync(path, 'a', 0o600));
  const file = await openSqliteFile(path, {timeout: 0});
  try {
    await patiently(() => file.pragma('journal_mode = WAL'));
    // With a write-ahead log the file stays whole; a power cut may take the last writes, a crash of the bot takes none.
    file.pragma('synchronous = NORMAL');
    file.pragma('foreign_keys = ON');
    return file;
  } catch (error) {
    file.close();
    throw error;
  }
}
