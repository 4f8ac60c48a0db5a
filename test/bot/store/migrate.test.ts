/**
 * How databases come up to this program, and which ones are refused.
 */
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {checksumOf} from '../../../bot/store/migrate.js';
import {migrations, type Migration} from '../../../bot/store/migrations.js';
import {databases, type EmptyDatabase} from '../../contract/store.js';

/** Steps that databases out there were made by. Rows are added, and never changed. */
const released: readonly (readonly [string, string])[] = [
  ['subscriptions', '5e4ab61623d1c5d9'],
  ['deliveries', '6e43605a487d9d21'],
  ['releases and documents', 'e6f2b0539147e094'],
  ['leases and request keys', '1a916c1d94b3342f'],
  ['feedback, installations and notes on trees', '3331f111ff07aaf0'],
];

const next: Migration = {name: 'next', statements: ['create table next_things (id text not null primary key)']};
const broken: Migration = {name: 'broken', statements: ['create table half (id text)', 'create nonsense']};

it('steps are added to the end and never changed', () =>
  expect(migrations.map((one) => [one.name, checksumOf(one)])).toEqual(released));

describe.each(databases.map((database) => [database.name, database] as const))('%s', (_name, database) => {
  describe.skipIf(!database.isHere)('', () => {
    let empty: EmptyDatabase;

    beforeEach(async () => {
      empty = await database.make();
    });
    afterEach(() => empty.drop());

    const counted = {entry: 'q-a', helped: 1, failed: 0};
    const put = async () => {
      const store = await empty.open();
      await store.feedback.count('q-a', true);
    };
    const messageOf = (opened: Promise<unknown>) =>
      opened.then(
        () => 'opened',
        (error: unknown) => (error as Error).message,
      );

    it('is made once by many that start at once', async () => {
      const replicas = await Promise.all(Array.from({length: 4}, () => empty.open()));
      await replicas[0]?.feedback.count('q-a', true);
      expect(await replicas[3]?.feedback.all()).toEqual([counted]);
    });

    it('is brought up to a newer program, and keeps what it held', async () => {
      await put();
      const newer = await empty.open({migrations: [...migrations, next]});
      expect(await newer.feedback.all()).toEqual([counted]);
    });

    it('stays as it was where a step fails', async () => {
      await put();
      expect(await messageOf(empty.open({migrations: [...migrations, next, broken]}))).toMatch(/nonsense/u);
      // Neither step is there, nor a part of one.
      const repaired = {...broken, statements: broken.statements.slice(0, 1)};
      const store = await empty.open({migrations: [...migrations, repaired, next]});
      expect(await store.feedback.all()).toEqual([counted]);
    });

    it('is refused where it is newer than the program', async () => {
      await empty.open({migrations: [...migrations, next]});
      expect(await messageOf(empty.open())).toMatch(
        / is newer than this program: it holds step 6 \(next\), and this program knows 5\. Start the newer program, or put a backup from before its update in its place\.$/u,
      );
    });

    it('is refused where another program made it', async () => {
      await empty.open({migrations: [next]});
      expect(await messageOf(empty.open())).toMatch(
        / was made by another program: its step 1 \(next\) is not step 1 \(subscriptions\) of this one\. Start the program that made it, or name an empty database\.$/u,
      );
    });
  });
});
