/**
 * The package as somebody else installs it: packed, installed into an empty folder, run.
 *
 * Skipped where the program was not built, since it is the built program that is packed.
 */
import {execFileSync, spawnSync} from 'node:child_process';
import {existsSync, mkdtempSync, readdirSync, rmSync, symlinkSync, mkdirSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';

const isBuilt = existsSync('dist/adapters/main.js');
const root = resolve('.');
let folder = '';

/** Packages that the program needs when it runs, as the lock file has them. */
function runtimePackages(): string[] {
  const listed = execFileSync('npm', ['ls', '--omit=dev', '--all', '--parseable', '--silent'], {encoding: 'utf8'});
  return listed
    .split('\n')
    .filter((line) => line.includes('node_modules'))
    .map((line) => line.slice(line.lastIndexOf('node_modules/') + 'node_modules/'.length));
}

describe.skipIf(!isBuilt)(`the package${isBuilt ? '' : ' (skipped: run npm run build first)'}`, () => {
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'bpf-howto-'));
    execFileSync('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], {cwd: root});
    const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '';
    const home = join(folder, 'node_modules', 'bpf-howto');
    mkdirSync(home, {recursive: true});
    execFileSync('tar', ['-xzf', join(folder, tarball), '-C', home, '--strip-components=1']);
    // The dependencies come from the checkout, so that no registry is needed; only those that are declared.
    for (const name of runtimePackages()) {
      const target = join(folder, 'node_modules', name);
      mkdirSync(join(target, '..'), {recursive: true});
      if (!existsSync(target)) symlinkSync(join(root, 'node_modules', name), target);
    }
  }, 120_000);

  afterAll(() => rmSync(folder, {recursive: true, force: true}));

  const run = (args: readonly string[], input = ''): {status: number | null; stdout: string; stderr: string} =>
    spawnSync(process.execPath, [join(folder, 'node_modules/bpf-howto/dist/adapters/main.js'), ...args], {
      cwd: folder,
      encoding: 'utf8',
      input,
      env: {PATH: process.env.PATH, HOME: folder},
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
    const home = join(folder, 'node_modules/bpf-howto');
    expect(readdirSync(home).sort()).toEqual(['LICENSE', 'README.md', 'dist', 'package.json']);
    expect(readdirSync(join(home, 'dist')).sort()).toEqual(['adapters', 'bot', 'knowledge']);
  });
});
