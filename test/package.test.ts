/**
 * The package as somebody else installs it: packed, installed into an empty folder, run.
 *
 * Skipped where the program was not built, since it is the built program that is packed.
 */
import {execFile, execFileSync, spawnSync} from 'node:child_process';
import {existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {promisify} from 'node:util';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {serveInstalled, type LoopbackRegistry} from './helpers/loopback-registry.js';

/** What a lock file says of one package. */
interface Locked {
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly peerDependenciesMeta?: Readonly<Record<string, {readonly optional?: boolean}>>;
}

const isBuilt = existsSync('dist/adapters/main.js');
const root = resolve('.');
let folder = '';
let registry: LoopbackRegistry;

const {packages} = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {packages: Record<string, Locked>};
const runtime = Object.entries(packages)
  .filter(([path, {dev}]) => path !== '' && dev !== true)
  .map(([path, locked]) => ({path, name: path.split('node_modules/').at(-1) ?? '', ...locked}));

/** Install a tarball with nothing but the registry: no settings, no cache, no scripts of anybody's. */
async function install(tarball: string, into: string): Promise<void> {
  const home = join(folder, 'home');
  for (const path of [home, into]) mkdirSync(path);
  const options = [
    ...['--registry', registry.url, '--cache', join(folder, 'cache'), '--globalconfig', join(home, 'none')],
    ...['--ignore-scripts', '--no-audit', '--no-fund', '--no-update-notifier'],
  ];
  const env = {PATH: process.env.PATH, HOME: home};
  await promisify(execFile)('npm', ['install', tarball, ...options], {cwd: into, env});
}

describe.skipIf(!isBuilt)(`the package${isBuilt ? '' : ' (skipped: run npm run build first)'}`, () => {
  let place = '';

  beforeAll(async () => {
    registry = await serveInstalled(root);
    folder = mkdtempSync(join(tmpdir(), 'bpf-howto-'));
    place = join(folder, 'place');
    execFileSync('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], {cwd: root});
    const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '';
    await install(join(folder, tarball), place);
  }, 120_000);

  afterAll(async () => {
    await registry.close();
    rmSync(folder, {recursive: true, force: true});
  });

  const run = (args: readonly string[], input = ''): {status: number | null; stdout: string; stderr: string} =>
    spawnSync(join(place, 'node_modules/.bin/bpf-howto'), args, {
      cwd: place,
      encoding: 'utf8',
      input,
      env: {PATH: process.env.PATH, HOME: folder},
    });

  it('asks for what it needs to run and for nothing else', () => {
    const installed = runtime.filter(({path}) => existsSync(path)).map(({name}) => name);
    const served = [...registry.asked].filter((name) => !registry.missed.has(name));
    expect(served.sort()).toEqual([...new Set(installed)].sort());
  });

  it('does without what is optional', () => {
    const peers = runtime.flatMap(({peerDependenciesMeta}) => Object.entries(peerDependenciesMeta ?? {}));
    const optional = [
      ...runtime.filter((one) => one.optional === true).map(({name}) => name),
      ...peers.filter(([, peer]) => peer.optional === true).map(([name]) => name),
    ];
    expect([...registry.missed].filter((name) => !optional.includes(name))).toEqual([]);
  });

  it('answers a question where it was installed', () => {
    const {status, stdout, stderr} = run(['ask', 'where do I send my patches?']);
    expect({status, stderr}).toEqual({status: 0, stderr: ''});
    expect(stdout).toContain('bpf@vger.kernel.org');
    expect(stdout).toContain(
      'https://docs.kernel.org/bpf/bpf_devel_QA.html#q-to-which-mailing-list-do-i-need-to-submit-my-bpf-patches',
    );
  });

  it('reads another document where it was installed', () => {
    const {status, stdout} = run([
      'ask',
      '--source',
      join(root, 'test/fixtures/entries/markdown.md'),
      'does markdown work',
    ]);
    expect(status).toBe(0);
    expect(stdout).toContain('It does');
  });

  it('lists its entries as JSON', () => {
    const {status, stdout} = run(['entries', '--json']);
    const entries = JSON.parse(stdout) as Record<string, unknown>[];
    expect(status).toBe(0);
    expect(entries.length).toBe(29);
    expect(Object.keys(entries[0] ?? {})).toEqual([
      'id',
      'section',
      'heading',
      'question',
      'url',
      'line',
      'links',
      'code',
      'answer',
    ]);
  });

  it('holds what it needs and nothing of the tests', () => {
    const home = join(place, 'node_modules/bpf-howto');
    expect(readdirSync(home).sort()).toEqual(['LICENSE', 'README.md', 'dist', 'package.json']);
    expect(readdirSync(join(home, 'dist')).sort()).toEqual(['adapters', 'bot', 'knowledge']);
  });
});
