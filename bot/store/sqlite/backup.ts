/**
 * A copy of the SQLite database as it is at one moment, while the bot goes on writing.
 */
import {chmodSync, closeSync, existsSync, fsyncSync, openSync, realpathSync, renameSync, rmSync} from 'node:fs';
import {StoreError, telling} from '../store-error.js';
import {openSqliteFile} from './driver.js';
import {patienceMs} from './patience.js';
import {sqliteSentence} from './sentences.js';

/**
 * @param path Of the database.
 * @param target File to write; one that is there is replaced once the new copy is whole.
 * @throws StoreError where there is nothing to copy, the copy cannot be written, or it is damaged.
 */
export async function backupSqlite(path: string, target: string): Promise<void> {
  if (!existsSync(path)) {
    throw new StoreError(
      `There is nothing to back up: ${path} does not exist. Set DATA_DIR to the folder that the bot uses.`,
    );
  }
  if (existsSync(target) && realpathSync(path) === realpathSync(target)) {
    throw new StoreError(`${target} is the database itself. Name another file for the backup.`);
  }
  const draft = `${target}.new`;
  try {
    await telling(
      () => copy(path, draft),
      (error) => sqliteSentence(error, path),
    );
    await telling(
      () => replace(draft, target),
      (error) => `${target} cannot be written (${codeOf(error)}). Name a file in a folder that you may write in.`,
    );
  } finally {
    rmSync(draft, {force: true});
  }
}

async function copy(path: string, draft: string): Promise<void> {
  await telling(
    () => {
      rmSync(draft, {force: true});
      // Made before there is anything in it, so that nobody else can ever read it.
      closeSync(openSync(draft, 'wx', 0o600));
    },
    (error) => `${draft} cannot be written (${codeOf(error)}). Name a file in a folder that you may write in.`,
  );
  const file = await openSqliteFile(path, {timeout: patienceMs, fileMustExist: true});
  try {
    file.prepare('vacuum into ?').run(draft);
  } finally {
    file.close();
  }
  const written = await openSqliteFile(draft, {readonly: true});
  try {
    const verdict = written.pragma('integrity_check', {simple: true});
    if (verdict !== 'ok') throw new StoreError(`${path} is damaged (${String(verdict)}), and was not backed up.`);
  } finally {
    written.close();
  }
}

function replace(draft: string, target: string): void {
  chmodSync(draft, 0o600);
  const handle = openSync(draft, 'r');
  fsyncSync(handle);
  closeSync(handle);
  renameSync(draft, target);
}

function codeOf(error: unknown): string {
  const {code, message} = error as NodeJS.ErrnoException;
  return code ?? message;
}
