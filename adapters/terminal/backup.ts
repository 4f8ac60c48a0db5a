/**
 * `backup`: a copy of what the bot remembers, while it runs or not.
 */
import {statSync} from 'node:fs';
import {resolve} from 'node:path';
import {UserError} from '../../bot/errors.js';
import {paragraphs, type Reply} from '../../bot/message.js';
import {whereOf} from '../../bot/store/open.js';
import {backupSqlite} from '../../bot/store/sqlite/backup.js';
import type {Settings} from '../config.js';
import {page} from './one-shot.js';

/**
 * @throws UserError where Postgres keeps the data, which has tools of its own; StoreError where the copy cannot be made.
 */
export async function backup(file: string, {DATA_DIR, DATABASE_URL}: Settings): Promise<Reply> {
  const where = whereOf(DATA_DIR, DATABASE_URL);
  if (where.type === 'postgres') {
    throw new UserError(
      'DATABASE_URL is set, so Postgres keeps the data. Back it up with: pg_dump --format=custom --file=FILE "$DATABASE_URL"',
    );
  }
  await backupSqlite(where.path, file);
  const {size} = statSync(file);
  const sentence = `${where.path} was copied to ${file} (${size} bytes). To go back to it: stop the bot, remove ${where.path}-wal and ${where.path}-shm, copy ${file} over ${where.path}, and start the bot.`;
  return page([paragraphs(sentence)], {database: resolve(where.path), file: resolve(file), bytes: size});
}
