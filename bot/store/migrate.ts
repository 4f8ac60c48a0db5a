/**
 * Bring a database up to this program, all steps or none, one program at a time.
 *
 * The database keeps the name and the checksum of each step it was made by, so that a newer or a foreign database is
 * told from our own before anything is written.
 */
import {createHash} from 'node:crypto';
import {sql} from 'kysely';
import type {Database, Query} from './database.js';
import type {Migration} from './migrations.js';
import {StoreError} from './store-error.js';

interface Applied {
  readonly number: number;
  readonly name: string;
  readonly checksum: string;
}

/**
 * @param named The database, as a sentence names it.
 * @throws StoreError where the database is newer than this program, or was made by other steps.
 */
export async function migrate(
  database: Database,
  migrations: readonly Migration[],
  named: string,
  now: Date,
): Promise<void> {
  await database.exclusively('migrate', async (query) => {
    await sql`create table if not exists migrations (
      number integer not null primary key, name text not null, checksum text not null, applied_at bigint not null
    )`.execute(query);
    const {rows: applied} = await sql<Applied>`select number, name, checksum from migrations order by number`.execute(
      query,
    );
    refuseForeign(applied, migrations, named);
    for (const [at, migration] of migrations.entries()) {
      if (at >= applied.length) await apply(query, at + 1, migration, now);
    }
  });
}

async function apply(query: Query, number: number, migration: Migration, now: Date): Promise<void> {
  for (const statement of migration.statements) await sql.raw(statement).execute(query);
  await sql`insert into migrations (number, name, checksum, applied_at)
    values (${number}, ${migration.name}, ${checksumOf(migration)}, ${now.getTime()})`.execute(query);
}

function refuseForeign(applied: readonly Applied[], migrations: readonly Migration[], named: string): void {
  for (const [at, {number, name, checksum}] of applied.entries()) {
    const known = migrations[at];
    if (!known) {
      throw new StoreError(
        `${named} is newer than this program: it holds step ${number} (${name}), and this program knows ${migrations.length}. Start the newer program, or put a backup from before its update in its place.`,
      );
    }
    if (number !== at + 1 || checksum !== checksumOf(known)) {
      throw new StoreError(
        `${named} was made by another program: its step ${number} (${name}) is not step ${at + 1} (${known.name}) of this one. Start the program that made it, or name an empty database.`,
      );
    }
  }
}

/** First 16 digits of the SHA-256 of what a step does. */
export function checksumOf({statements}: Migration): string {
  return createHash('sha256').update(JSON.stringify(statements)).digest('hex').slice(0, 16);
}
