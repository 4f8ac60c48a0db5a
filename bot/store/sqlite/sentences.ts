/**
 * Errors of SQLite and of its file as sentences. Source: SQLite, "Result and Error Codes".
 */

import {patienceMs} from './patience.js';

const roomy = 'Free some space; nothing that was kept is lost, and the bot goes on by itself.';

/** @param path Of the database file. @returns Undefined for an error that is a fault of this program. */
export function sqliteSentence(error: unknown, path: string): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const {code = ''} = error as NodeJS.ErrnoException;
  const [family = ''] = /^SQLITE_[A-Z]+/u.exec(code) ?? [code];
  switch (family) {
    case 'SQLITE_CORRUPT':
    case 'SQLITE_NOTADB':
      return `${path} is damaged or no SQLite database (${error.message}). Stop the bot, move it and the files ${path}-wal and ${path}-shm away, and put your last backup in its place; without one, the bot starts with an empty one.`;
    case 'SQLITE_READONLY':
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `${path} cannot be written (${code}). Give the user of the bot the right to write there, or set DATA_DIR to a folder of its own.`;
    case 'SQLITE_CANTOPEN':
    case 'ENOTDIR':
    case 'EEXIST':
    case 'EISDIR':
    case 'ENOENT':
      return `${path} cannot be opened (${code}). Check that DATA_DIR is a folder in which the user of the bot may read and write.`;
    case 'SQLITE_FULL':
    case 'ENOSPC':
    case 'EDQUOT':
      return `There is no room left for ${path}. ${roomy}`;
    case 'SQLITE_IOERR':
      return `${path} cannot be read or written (${code}). Check the disk and the room on it: ${roomy.charAt(0).toLowerCase()}${roomy.slice(1)}`;
    case 'SQLITE_BUSY':
    case 'SQLITE_LOCKED':
      return `${path} was locked by another program for more than ${patienceMs / 1000} s. Let one bot alone use it; for several, set DATABASE_URL to a Postgres.`;
    default:
      return undefined;
  }
}

/** @param error Of loading the driver; some of them list every place that was looked at, a line each. */
export function unbuiltSentence(error: unknown): string {
  const {code} = error as NodeJS.ErrnoException;
  return `SQLite cannot be used here: better-sqlite3 is not built for this machine and this Node.js (${code ?? 'no binary'}). Install python3, make and g++, then this program again, or set DATABASE_URL to a Postgres.`;
}
