/**
 * `backup`: the copy is whole, nobody else reads it, and nothing is lost where it cannot be made.
 */
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {runTerminal} from '../../../adapters/terminal/index.js';
import {openStore, whereOf} from '../../../bot/store/open.js';
import {makeConsole} from '../../helpers/console.js';

let folder = '';
const path = (name: string) => join(folder, name);
const openData = () => openStore(whereOf(path('data'), undefined), {now: new Date(0), tellLost: () => undefined});

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'backup-'));
});
afterEach(() => rmSync(folder, {recursive: true}));

async function run(args: readonly string[], env: Record<string, string> = {}) {
  const {console, written, told} = makeConsole({env: {DATA_DIR: path('data'), ...env}});
  const code = await runTerminal(
    args.map((arg) => arg.replace('DIR', folder)),
    console,
  );
  return {code, out: written().replaceAll(folder, 'DIR'), told: told().replaceAll(folder, 'DIR')};
}

const refused: readonly (readonly [string, () => unknown, readonly string[], string])[] = [
  [
    'there is no database',
    () => undefined,
    ['backup', 'DIR/copy'],
    'There is nothing to back up: DIR/data/bpf-howto.sqlite does not exist. Set DATA_DIR to the folder that the bot uses.',
  ],
  [
    'the file is the database itself',
    async () => (await openData()).close(),
    ['backup', 'DIR/data/../data/bpf-howto.sqlite'],
    'DIR/data/../data/bpf-howto.sqlite is the database itself. Name another file for the backup.',
  ],
  [
    'the file cannot be written',
    async () => (await openData()).close(),
    ['backup', 'DIR/nowhere/copy'],
    'DIR/nowhere/copy.new cannot be written (ENOENT). Name a file in a folder that you may write in.',
  ],
  [
    'the file is a folder',
    async () => {
      await (await openData()).close();
      mkdirSync(path('copy/full'), {recursive: true});
    },
    ['backup', 'DIR/copy'],
    'DIR/copy cannot be written (EISDIR). Name a file in a folder that you may write in.',
  ],
  [
    'the database is damaged',
    () => {
      mkdirSync(path('data'));
      writeFileSync(path('data/bpf-howto.sqlite'), 'no database '.repeat(1000));
      chmodSync(path('data/bpf-howto.sqlite'), 0o600);
    },
    ['backup', 'DIR/copy'],
    'DIR/data/bpf-howto.sqlite is damaged or no SQLite database (file is not a database). Stop the bot, move it and the files DIR/data/bpf-howto.sqlite-wal and DIR/data/bpf-howto.sqlite-shm away, and put your last backup in its place; without one, the bot starts with an empty one.',
  ],
];

describe('backup', () => {
  it('copies what was said a moment ago, while the bot runs', async () => {
    const store = await openData();
    await store.feedback.count('q-a', true);
    expect(await run(['backup', 'DIR/copy'])).toEqual({
      code: 0,
      out: expect.stringMatching(
        /^DIR\/data\/bpf-howto\.sqlite was copied to DIR\/copy \(\d+ bytes\)\. To go back/u,
      ) as unknown,
      told: '',
    });
    await store.feedback.count('q-a', false);
    await store.close();
    copyFileSync(path('copy'), path('data/bpf-howto.sqlite'));
    const again = await openData();
    expect(await again.feedback.all()).toEqual([{entry: 'q-a', helped: 1, failed: 0}]);
    await again.close();
  });

  it('replaces an older copy, is read by nobody else, and leaves nothing beside it', async () => {
    await (await openData()).close();
    writeFileSync(path('copy'), 'old', {mode: 0o644});
    const {out} = await run(['backup', 'DIR/copy', '--json']);
    const {size, mode} = statSync(path('copy'));
    expect(JSON.parse(out)).toEqual({database: 'DIR/data/bpf-howto.sqlite', file: 'DIR/copy', bytes: size});
    expect((mode & 0o777).toString(8)).toBe('600');
    expect(readdirSync(folder).sort()).toEqual(['copy', 'data']);
  });

  it.each(refused)('says so where %s', async (_name, prepare, args, sentence) => {
    await prepare();
    expect(await run(args)).toEqual({code: 1, out: '', told: expect.stringContaining(sentence) as unknown});
    expect(readdirSync(folder).filter((name) => name.endsWith('.new'))).toEqual([]);
  });

  it('keeps an older copy where the new one cannot be made', async () => {
    mkdirSync(path('data'));
    writeFileSync(path('data/bpf-howto.sqlite'), 'no database '.repeat(1000));
    writeFileSync(path('copy'), 'old');
    expect((await run(['backup', 'DIR/copy'])).code).toBe(1);
    expect(readFileSync(path('copy'), 'utf8')).toBe('old');
  });

  it('names the tool of Postgres where that keeps the data', async () => {
    const {code, told} = await run(['backup', 'DIR/copy'], {DATABASE_URL: 'postgres://bot:hunter@db.example/bot'});
    expect([code, told]).toEqual([
      2,
      expect.stringContaining(
        'Postgres keeps the data. Back it up with: pg_dump --format=custom --file=FILE "$DATABASE_URL"',
      ),
    ]);
    expect(told).not.toContain('hunter');
  });
});
