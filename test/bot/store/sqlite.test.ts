/**
 * SQLite files that cannot be used: what the operator is told, and that the rest goes on.
 */
import {execFileSync} from 'node:child_process';
import {chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {setTimeout as pause} from 'node:timers/promises';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {openStore, whereOf} from '../../../bot/store/open.js';
import {openSqliteFile} from '../../../bot/store/sqlite/driver.js';
import {unbuiltSentence} from '../../../bot/store/sqlite/sentences.js';
import {StoreError} from '../../../bot/store/store-error.js';
import type {Store} from '../../../bot/store/store.js';

let folder = '';
let opened: Store[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sqlite-'));
  chmodSync(folder, 0o755);
});
afterEach(async () => {
  await Promise.all(opened.map((store) => store.close()));
  opened = [];
  rmSync(folder, {recursive: true});
});

async function open(dataDir = join(folder, 'data')): Promise<Store> {
  const store = await openStore(whereOf(dataDir, undefined), {now: new Date(0), tellLost: () => undefined});
  opened.push(store);
  return store;
}

/** What an operator reads, DIR for the folder of the test. */
async function told(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return error.message.replaceAll(folder, 'DIR');
  }
  return '';
}

const file = () => join(folder, 'data/bpf-howto.sqlite');

describe('the file', () => {
  it('is read by nobody but the user of the bot', async () => {
    await (await open()).installations.keep('T1', '{"token":"secret"}');
    const modes = ['', '/bpf-howto.sqlite', '/bpf-howto.sqlite-wal', '/bpf-howto.sqlite-shm'].map((name) =>
      (statSync(join(folder, 'data') + name).mode & 0o777).toString(8),
    );
    expect(modes).toEqual(['700', '600', '600', '600']);
  });

  it('may be no database', async () => {
    mkdirSync(join(folder, 'data'));
    writeFileSync(file(), 'Dear diary, '.repeat(1000));
    expect(await told(open())).toBe(
      'DIR/data/bpf-howto.sqlite is damaged or no SQLite database (file is not a database). Stop the bot, move it and the files DIR/data/bpf-howto.sqlite-wal and DIR/data/bpf-howto.sqlite-shm away, and put your last backup in its place; without one, the bot starts with an empty one.',
    );
  });

  it('may be damaged in the middle', async () => {
    const store = await open();
    for (let number = 0; number < 200; number++) await store.installations.keep(`T${number}`, 'x'.repeat(500));
    await store.close();
    const bytes = readFileSync(file());
    // The header and the list of tables stay whole, so that it opens.
    bytes.fill(0x5a, 4096 * 20);
    writeFileSync(file(), bytes);
    const damaged = await open();
    const reads = Array.from({length: 200}, (_, number) => damaged.installations.find(`T${number}`));
    expect((await Promise.all(reads.map(told))).find((sentence) => sentence !== '')).toMatch(
      /^DIR\/data\/bpf-howto\.sqlite is damaged or no SQLite database \(database disk image is malformed\)\. Stop the bot/u,
    );
  });

  it('may be in a folder that is a file', async () => {
    writeFileSync(join(folder, 'data'), '');
    expect(await told(open())).toBe(
      'DIR/data/bpf-howto.sqlite cannot be opened (EEXIST). Check that DATA_DIR is a folder in which the user of the bot may read and write.',
    );
  });

  it('may be a folder', async () => {
    mkdirSync(file(), {recursive: true});
    expect(await told(open())).toBe(
      'DIR/data/bpf-howto.sqlite cannot be opened (EISDIR). Check that DATA_DIR is a folder in which the user of the bot may read and write.',
    );
  });

  it('may be in a folder that is read only', async () => {
    mkdirSync(join(folder, 'data'), {mode: 0o555});
    const sentence = await withoutRights(() => told(open()));
    expect(sentence).toBe(
      'DIR/data/bpf-howto.sqlite cannot be written (EACCES). Give the user of the bot the right to write there, or set DATA_DIR to a folder of its own.',
    );
  });

  it('may be read only itself', async () => {
    await (await open()).close();
    chmodSync(file(), 0o444);
    chmodSync(join(folder, 'data'), 0o755);
    expect(await withoutRights(() => told(open()))).toMatch(
      /^DIR\/data\/bpf-howto\.sqlite cannot be written \(EACCES\)/u,
    );
  });
});

/** Root may write everywhere, so it steps down for a moment. */
async function withoutRights<T>(work: () => Promise<T>): Promise<T> {
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.(65_534);
  try {
    return await work();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
}

it.each([
  ['ERR_DLOPEN_FAILED', Object.assign(new Error('built for another'), {code: 'ERR_DLOPEN_FAILED'})],
  ['ERR_MODULE_NOT_FOUND', Object.assign(new Error('not there'), {code: 'ERR_MODULE_NOT_FOUND'})],
  ['no binary', new Error('Could not locate the bindings file. Tried:\n → /a\n → /b')],
])('may be without its driver: %s', (reason, error) =>
  expect(unbuiltSentence(error)).toBe(
    `SQLite cannot be used here: better-sqlite3 is not built for this machine and this Node.js (${reason}). Install python3, make and g++, then this program again, or set DATABASE_URL to a Postgres.`,
  ),
);

it('leaves the program a turn between statements, however many there are', async () => {
  const store = await open();
  let turns = 0;
  let isDone = false;
  const count = () => {
    turns++;
    if (!isDone) setImmediate(count);
  };
  setImmediate(count);
  await store.deliveries.plan(
    Array.from({length: 2500}, (_, number) => ({
      ...{job: 'weekly', subscription: 'a', occurrence: String(number), dueAt: new Date(0)},
    })),
  );
  isDone = true;
  expect(turns).toBeGreaterThan(10);
});

describe('another program that writes', () => {
  const lock = async () => {
    const other = await openSqliteFile(file());
    other.exec('begin immediate');
    return other;
  };

  it('is waited for, and meanwhile others are answered', async () => {
    const store = await open();
    const other = await lock();
    const counted = store.feedback.count('q-a', true).then(() => 'counted');
    expect(await Promise.race([counted, pause(100, 'answered')])).toBe('answered');
    other.exec('rollback');
    other.close();
    expect(await counted).toBe('counted');
  });

  it('is named where it does not end', async () => {
    const store = await open();
    const other = await lock();
    expect(await told(store.feedback.count('q-a', true))).toBe(
      'DIR/data/bpf-howto.sqlite was locked by another program for more than 2 s. Let one bot alone use it; for several, set DATABASE_URL to a Postgres.',
    );
    other.close();
    await store.feedback.count('q-a', true);
    expect(await store.feedback.all()).toEqual([{entry: 'q-a', helped: 1, failed: 0}]);
  });
});

/** Whether this machine lets the tests make a disk of their own; it takes root. */
const canMount = (() => {
  const place = mkdtempSync(join(tmpdir(), 'mount-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', place], {stdio: 'ignore'});
    execFileSync('umount', [place]);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(place, {recursive: true});
  }
})();

describe.skipIf(!canMount)(`a full disk${canMount ? '' : ' (skipped: no disk can be mounted here)'}`, () => {
  let disk = '';

  beforeEach(() => {
    disk = join(folder, 'disk');
    mkdirSync(disk);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk]);
  });
  afterEach(async () => {
    await Promise.all(opened.map((store) => store.close()));
    opened = [];
    execFileSync('umount', [disk]);
  });

  it('is told of, loses nothing, and is got over', async () => {
    const store = await open(join(disk, 'data'));
    await store.installations.keep('T1', 'one');
    writeFileSync(join(disk, 'filler'), Buffer.alloc(600_000));
    const full = await told(store.installations.keep('T2', 'x'.repeat(600_000)));
    expect(full).toMatch(
      /^There is no room left for DIR\/disk\/data\/bpf-howto\.sqlite\. Free some space; nothing that was kept is lost, and the bot goes on by itself\.$/u,
    );
    expect(await store.installations.find('T1')).toBe('one');
    // In a transaction of several statements, too.
    const many = Array.from({length: 4000}, (_, number) => ({
      version: `${number}.${'0'.repeat(300)}`,
      releasedAt: null,
      firstSeenAt: new Date(0),
    }));
    expect(await told(store.releases.note(many))).toBe(full);
    expect(await store.releases.all()).toEqual([]);
    rmSync(join(disk, 'filler'));
    await store.installations.keep('T2', 'two');
    expect(await store.installations.find('T2')).toBe('two');
  });

  it('is told of where there is no room to begin with', async () => {
    // A disk hands out whole pages, so the last bytes go one page at a time.
    writeFileSync(join(disk, 'filler'), Buffer.alloc(1024 * 1024 - 8192));
    expect(await told(open(join(disk, 'data')))).toMatch(
      /^There is no room left for|^DIR\/disk\/data\/bpf-howto\.sqlite cannot be read or written/u,
    );
  });
});
