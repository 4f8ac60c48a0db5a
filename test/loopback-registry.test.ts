import {createHash} from 'node:crypto';
import {mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, it} from 'vitest';
import {serveInstalled} from './helpers/loopback-registry.js';

it('the loopback registry serves the bytes it told of, also of a version that is installed twice', async () => {
  const root = mkdtempSync(join(tmpdir(), 'registry-'));
  const folders = ['node_modules/a/node_modules/twice', 'node_modules/b/node_modules/twice'];
  for (const [at, folder] of folders.entries()) {
    mkdirSync(join(root, folder), {recursive: true});
    const manifest = join(root, folder, 'package.json');
    writeFileSync(manifest, '{"name": "twice", "version": "1.0.0"}');
    utimesSync(manifest, at * 1000, at * 1000);
  }
  writeFileSync(
    join(root, 'package-lock.json'),
    JSON.stringify({packages: Object.fromEntries(folders.map((path) => [path, {}]))}),
  );
  const registry = await serveInstalled(root);
  const {versions} = (await (await fetch(`${registry.url}/twice`)).json()) as {
    versions: Record<string, {dist: {tarball: string; integrity: string}}>;
  };
  const {tarball = '', integrity} = versions['1.0.0']?.dist ?? {};
  const bytes = Buffer.from(await (await fetch(tarball)).arrayBuffer());
  expect(`sha512-${createHash('sha512').update(bytes).digest('base64')}`).toBe(integrity);
  await registry.close();
  rmSync(root, {recursive: true});
});
