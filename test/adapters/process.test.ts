/**
 * The program as a process of its own, straight from its sources: what only a process has.
 */
import {spawn, spawnSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';

const program = ['--import', fileURLToPath(import.meta.resolve('tsx')), resolve('adapters/main.ts')];
const clean = {PATH: process.env.PATH};
let folder = '';
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'process-'))));
afterAll(() => rmSync(folder, {recursive: true}));

function run(args: readonly string[], {cwd = folder, input = '', env = {}} = {}) {
  const {status, stdout, stderr} = spawnSync(process.execPath, [...program, ...args], {
    cwd,
    input,
    env: {...clean, ...env},
    encoding: 'utf8',
  });
  return {status, stdout, stderr};
}

function folderWith(name: string, env: string | undefined): string {
  const path = join(folder, name);
  mkdirSync(path);
  if (env === undefined) mkdirSync(join(path, '.env'));
  else writeFileSync(join(path, '.env'), env);
  return path;
}

describe('the process', () => {
  it('answers and ends', () => {
    const {status, stdout, stderr} = run(['ask', 'how do I report a bug in BPF']);
    expect({status, stderr}).toEqual({status: 0, stderr: ''});
    expect(stdout).toContain('bpf@vger.kernel.org');
  });

  it('reads questions from standard input', () =>
    expect(run([], {input: 'bake bread\n'})).toEqual({
      status: 1,
      stdout: expect.stringMatching(/^The HOWTO does not cover that\./u) as string,
      stderr: '',
    }));

  it.each([
    ['a.env', 'HOWTO_SOURCE=absent.rst\n', 1, /^bpf-howto: .*absent\.rst/u],
    ['b.env', '\ufeffLOG_LEVEL=loud\n', 2, /^bpf-howto: LOG_LEVEL is "loud"/u],
    ['c.env', 'HOWTO_SORCE=x\nOTHER=y\n', 0, /^bpf-howto: warn: HOWTO_SORCE is set.*HOWTO_SOURCE\?\n$/u],
    ['d.env', undefined, 2, /^bpf-howto: The file \.env cannot be read \(EISDIR\)\./u],
  ])('reads the file %s', (name, env, status, told) =>
    expect(run(['browse'], {cwd: folderWith(name, env)})).toMatchObject({
      status,
      stderr: expect.stringMatching(told) as string,
    }),
  );

  it('ends quietly when its reader is gone', async () => {
    const child = spawn(process.execPath, [...program, 'entries', '--json'], {cwd: folder, env: clean});
    child.stdout.once('data', () => child.stdout.destroy());
    const told: Buffer[] = [];
    child.stderr.on('data', (chunk: Buffer) => told.push(chunk));
    const code = await new Promise((done) => child.once('close', done));
    expect([code, Buffer.concat(told).toString('utf8')]).toEqual([0, '']);
  });
});
