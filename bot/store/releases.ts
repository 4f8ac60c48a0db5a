/**
 * What was seen of Linux's releases and of the documents that tell of them.
 */
import {toDate, toMs, type Database} from './database.js';

export interface Release {
  /** As kernel.org writes it: `7.2-rc1`. */
  readonly version: string;
  /** As kernel.org dates it; null where that was missed. */
  readonly releasedAt: Date | null;
  readonly firstSeenAt: Date;
}

/** The last copy of a document that could be read, with what its server wants to see to tell whether it changed. */
export interface Copy {
  /** Name or address of the document. */
  readonly name: string;
  readonly text: string;
  /** As the headers gave them. */
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** When its server last said that this is the document. */
  readonly readAt: Date;
}

export interface Releases {
  /**
   * Remember releases. What is known of a version stays as it was first seen, but for a date that was missed then.
   *
   * @returns The versions nobody noted before. Of replicas that note the same at once, one is told each.
   */
  note(releases: readonly Release[]): Promise<string[]>;
  /** In the order they were first seen. */
  all(): Promise<Release[]>;
  /** Replaces the copy of this name, unless a later one is there. */
  keep(copy: Copy): Promise<void>;
  copyOf(name: string): Promise<Copy | undefined>;
}

export function releasesIn({query, exclusively}: Database): Releases {
  return {
    note: (releases) =>
      exclusively('note releases', async (query) => {
        const fresh: string[] = [];
        for (const {version, releasedAt, firstSeenAt} of releases) {
          const released_at = toMs(releasedAt);
          const {numInsertedOrUpdatedRows = 0n} = await query
            .insertInto('releases')
            .values({version, released_at, first_seen_at: firstSeenAt.getTime()})
            .onConflict((on) => on.doNothing())
            .executeTakeFirst();
          if (numInsertedOrUpdatedRows > 0n) fresh.push(version);
          else if (released_at !== null) {
            await query
              .updateTable('releases')
              .set({released_at})
              .where('version', '=', version)
              .where('released_at', 'is', null)
              .execute();
          }
        }
        return fresh;
      }),
    all: async () => {
      const rows = await query
        .selectFrom('releases')
        .selectAll()
        .orderBy('first_seen_at')
        .orderBy('released_at')
        .orderBy('version')
        .execute();
      return rows.map(({version, released_at, first_seen_at}) => ({
        ...{version, releasedAt: toDate(released_at), firstSeenAt: new Date(first_seen_at)},
      }));
    },
    keep: async ({name, text, etag, lastModified, readAt}) => {
      const facts = {text, etag, last_modified: lastModified, read_at: readAt.getTime()};
      await query
        .insertInto('documents')
        .values({name, ...facts})
        .onConflict((on) => on.column('name').doUpdateSet(facts).where('documents.read_at', '<=', facts.read_at))
        .execute();
    },
    copyOf: async (name) => {
      const row = await query.selectFrom('documents').selectAll().where('name', '=', name).executeTakeFirst();
      if (!row) return undefined;
      const {text, etag, last_modified, read_at} = row;
      return {name, text, etag, lastModified: last_modified, readAt: new Date(read_at)};
    },
  };
}
