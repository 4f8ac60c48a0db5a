/**
 * The image cannot be built everywhere, but its paths can be checked everywhere.
 */
import {spawn} from 'node:child_process';
import {existsSync, readFileSync} from 'node:fs';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {describe, expect, it} from 'vitest';

const lines = readFileSync('Dockerfile', 'utf8').split('\n');
const copies = lines.filter((line) => line.startsWith('COPY ') && !line.includes('--from='));
const sources = copies.flatMap((line) => line.split(/\s+/).slice(1, -1));

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

describe('Dockerfile', () => {
  it('copies paths that exist', () => {
    expect(sources.length).toBeGreaterThan(5);
    expect(sources.filter((source) => !existsSync(source))).toEqual([]);
  });

  it('copies what the program is made of', () => {
    for (const folder of ['knowledge', 'bot', 'adapters']) expect(copies).toContain(`COPY ${folder} ./${folder}`);
  });

  it('copies nothing that is kept out of it, secrets least of all', () => {
    const ignored = readFileSync('.dockerignore', 'utf8').split('\n').filter(Boolean);
    expect(ignored).toContain('.env');
    expect(sources.filter((source) => ignored.includes(source) || source === '.')).toEqual([]);
  });

  it('has what the build reads', () => {
    const {extends: base, include} = read('tsconfig.build.json') as {extends: string; include: string[]};
    expect([base.slice(2), 'tsconfig.build.json', ...include].filter((path) => !sources.includes(path))).toEqual([]);
  });

  it('runs the scripts of packages that need one to run, and no other', () => {
    const {packages} = read('package-lock.json') as {
      packages: Record<string, {readonly dev?: boolean; readonly hasInstallScript?: boolean}>;
    };
    // `npm run` is our own; the others would start scripts of what they install or take away.
    const commands = lines.flatMap((line) => line.match(/npm (?!run )[^&]+/g) ?? []).map((command) => command.trim());
    const needing = Object.entries(packages).filter(([, {dev, hasInstallScript}]) => dev !== true && hasInstallScript);
    const names = needing.map(([path]) => path.replace('node_modules/', ''));
    expect(names).toEqual(['better-sqlite3']);
    expect(commands).toEqual([
      'npm ci --ignore-scripts',
      `npm rebuild ${names.join(' ')} --build-from-source`,
      'npm prune --omit=dev --ignore-scripts',
    ]);
  });

  it('starts what package.json starts', () => {
    const {scripts} = read('package.json') as {scripts: {start: string}};
    expect(lines).toContain(`ENTRYPOINT ${JSON.stringify(scripts.start.split(' ')).replaceAll(',', ', ')}`);
  });

  it('asks for its health by a command that runs', async () => {
    const [, script] = /^HEALTHCHECK .*CMD \["node", "-e", "(.*)"\]$/m.exec(lines.join('\n')) ?? [];
    const server = createServer((request, response) => {
      response.writeHead(request.url === '/readyz' ? status : 404).end();
    });
    let status = 200;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const {port} = server.address() as AddressInfo;
    const ask = () =>
      new Promise((resolve) => {
        const child = spawn(process.execPath, ['-e', script ?? ''], {env: {PORT: String(port)}});
        child.once('close', resolve);
      });
    const codes = [await ask()];
    status = 503;
    codes.push(await ask());
    await new Promise((resolve) => server.close(resolve));
    codes.push(await ask());
    expect(codes).toEqual([0, 1, 1]);
  });

  it('runs as a user without rights', () => {
    expect(lines).toContain('USER node');
  });

  it('names the version of its base, the same for the build and the run', () => {
    const bases = lines.filter((line) => line.startsWith('FROM ')).map((line) => line.split(' ')[1] ?? '');
    expect(bases.length).toBe(2);
    expect(new Set(bases).size).toBe(1);
    expect(bases[0]).toMatch(/:\d/);
  });

  it('builds on a Node that package.json allows', () => {
    const {engines} = read('package.json') as {engines: {node: string}};
    const least = Number(/\d+/.exec(engines.node)?.[0]);
    expect(Number(/^FROM node:(\d+)/m.exec(lines.join('\n'))?.[1])).toBeGreaterThanOrEqual(least);
  });
});
