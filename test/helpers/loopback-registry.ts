/**
 * An npm registry on the loopback interface that serves what is installed in a checkout, and nothing else.
 *
 * It answers the two questions `npm install` asks: which versions of a package are there (its packument), and what is
 * in one of them (its tarball). A package installed in several versions, below others, is served in all of them.
 * Source: npm's "package metadata" (docs/responses/package-metadata.md in npm/registry), the abbreviated form.
 */
import {execFile} from 'node:child_process';
import {createHash} from 'node:crypto';
import {existsSync, readFileSync} from 'node:fs';
import {createServer, type Server, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {basename, dirname, join} from 'node:path';
import {promisify} from 'node:util';

export interface LoopbackRegistry {
  readonly url: string;
  /** Names of the packages that were asked for. */
  readonly asked: ReadonlySet<string>;
  /** Those of them that are not installed, which got a 404. */
  readonly missed: ReadonlySet<string>;
  close(): Promise<void>;
}

/** What a packument repeats of a package's own package.json. */
const manifestFields = [
  'name',
  'version',
  'bin',
  'engines',
  'os',
  'cpu',
  'dependencies',
  'optionalDependencies',
  'peerDependencies',
  'peerDependenciesMeta',
] as const;

type Manifest = Readonly<Partial<Record<(typeof manifestFields)[number], unknown>>> & {
  readonly name: string;
  readonly version: string;
};

interface Installed {
  readonly folder: string;
  readonly manifest: Manifest;
}

/** Most bytes of a tarball. */
const maxTarballBytes = 256 * 1024 * 1024;

const run = promisify(execFile);

/** @param root A checkout with its package-lock.json and what `npm ci` made of it. */
export async function serveInstalled(root: string): Promise<LoopbackRegistry> {
  const packages = installedIn(root);
  const tarball = tarballs();
  const asked = new Set<string>();
  const missed = new Set<string>();

  const answer = async (path: string, origin: string, response: ServerResponse): Promise<void> => {
    const [name = '', version] = path.slice(1).split('/-/');
    const versions = packages.filter(({manifest}) => manifest.name === name);
    const wanted = versions.find(({manifest}) => manifest.version === version);
    asked.add(name);
    if (versions.length === 0) missed.add(name);
    if (wanted !== undefined) send(response, 200, 'application/octet-stream', await tarball(wanted.folder));
    else if (version !== undefined || versions.length === 0) send(response, 404, 'application/json', '{}');
    else {
      const packument = await packumentOf(name, versions, origin, tarball);
      send(response, 200, 'application/vnd.npm.install-v1+json', JSON.stringify(packument));
    }
  };

  const server = createServer((request, response) => {
    const origin = `http://${request.headers.host ?? ''}`;
    // A scoped name comes with its slash encoded: /@slack%2fbolt.
    const path = decodeURIComponent(new URL(request.url ?? '/', origin).pathname);
    answer(path, origin, response).catch((error: unknown) => send(response, 500, 'text/plain', String(error)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const {port} = server.address() as AddressInfo;
  return {url: `http://127.0.0.1:${port}`, asked, missed, close: () => closed(server)};
}

/**
 * The lock file knows the folders; the folders know what is really there. A version that stands in several folders is
 * served from one of them, since its copies are packed into different bytes where they were written at different times.
 */
function installedIn(root: string): Installed[] {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {packages: Record<string, unknown>};
  return Object.keys(lock.packages)
    .filter((path) => path !== '' && existsSync(join(root, path, 'package.json')))
    .map((path) => {
      const folder = join(root, path);
      return {folder, manifest: JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest};
    })
    .filter(({manifest: {name, version}}, at, all) => {
      const first = all.findIndex(({manifest}) => manifest.name === name && manifest.version === version);
      return first === at;
    });
}

async function packumentOf(
  name: string,
  installed: readonly Installed[],
  origin: string,
  tarball: (folder: string) => Promise<Buffer>,
): Promise<unknown> {
  const versions: [string, unknown][] = [];
  for (const {folder, manifest} of installed) {
    const integrity = `sha512-${createHash('sha512')
      .update(await tarball(folder))
      .digest('base64')}`;
    const told = Object.fromEntries(manifestFields.map((field) => [field, manifest[field]]));
    const dist = {tarball: `${origin}/${name}/-/${manifest.version}`, integrity};
    versions.push([manifest.version, {...told, dist}]);
  }
  // What stands on top is what a reader of the tree would call the version in use.
  return {name, 'dist-tags': {latest: installed[0]?.manifest.version}, versions: Object.fromEntries(versions)};
}

/** Packs each folder once, so that its bytes fit the integrity that was told before. */
function tarballs(): (folder: string) => Promise<Buffer> {
  const packed = new Map<string, Promise<Buffer>>();
  return (folder) => {
    const tarball = packed.get(folder) ?? pack(folder);
    packed.set(folder, tarball);
    return tarball;
  };
}

/** One folder at the top of the tarball, whatever its name: npm strips it. What is installed below is served by itself. */
async function pack(folder: string): Promise<Buffer> {
  const name = basename(folder);
  const args = ['-czf', '-', '--exclude', `${name}/node_modules`, '-C', dirname(folder), name];
  const {stdout} = await run('tar', args, {encoding: 'buffer', maxBuffer: maxTarballBytes});
  return stdout;
}

function send(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  response.writeHead(status, {'content-type': type}).end(body);
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
