/**
 * What every kind of source keeps: equal bytes give an equal text and revision, other bytes another.
 */
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {openSource} from '../../../knowledge/source/open.js';
import {SourceError, type Source, type SourceSpec} from '../../../knowledge/source/source.js';
import type {Fetch} from '../../../knowledge/source/url.js';
import {answerStatus, answerText, TestServer} from './server.js';

const bundledPath = 'knowledge/howto/bpf.rst';
const other = 'Q: May I?\n---------\nA: Yes.\n';
const page = 'https://docs.kernel.org/bpf/bpf_devel_QA.html';
const server = new TestServer();
let folder = '';
let bundled = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bpf-howto-source-'));
  bundled = await readFile(bundledPath, 'utf8');
  await server.start();
});
afterAll(async () => {
  await server.stop();
  await rm(folder, {recursive: true, force: true});
});

const noFetch: Fetch = (url) => Promise.reject(new Error(`${url} was asked for`));

interface Kind {
  readonly type: SourceSpec['type'];
  readonly name: string;
  readonly fetchUrl: Fetch;
  spec(): SourceSpec;
  /** Puts a text where the source is read; absent where the text is fixed. */
  readonly put?: (text: string) => Promise<void> | void;
  readonly remove?: () => Promise<void> | void;
}

const kinds: readonly Kind[] = [
  {type: 'bundled', name: 'bpf.rst', fetchUrl: noFetch, spec: () => ({type: 'bundled'})},
  {
    type: 'path',
    name: 'bpf_devel_QA.rst',
    fetchUrl: noFetch,
    spec: () => ({type: 'path', path: join(folder, 'bpf_devel_QA.rst')}),
    put: (text) => writeFile(join(folder, 'bpf_devel_QA.rst'), text),
    remove: () => rm(join(folder, 'bpf_devel_QA.rst'), {force: true}),
  },
  {
    type: 'url',
    name: 'bpf_devel_QA.rst',
    fetchUrl: fetch,
    spec: () => ({type: 'url', url: server.address('/bpf_devel_QA.rst')}),
    put: (text) => void (server.answer = answerText(text)),
    remove: () => void (server.answer = answerStatus(404)),
  },
];

function open(kind: Kind): Source {
  return openSource(kind.spec(), kind.fetchUrl);
}

describe.each(kinds.map((kind) => [kind.type, kind] as const))('a source of the kind %s', (type, kind) => {
  it('gives name, text, page and revision', async () => {
    await kind.put?.(bundled);
    const {revision, ...source} = await open(kind).read();
    expect(source).toEqual({name: kind.name, text: bundled, bytes: Buffer.byteLength(bundled), pageUrl: page});
    expect(revision).toMatch(/^[0-9a-f]{12}$/);
  });

  it('gives the same for equal bytes, from the same source and from another', async () => {
    await kind.put?.(bundled);
    const source = open(kind);
    const first = await source.read();
    await kind.put?.(bundled);
    expect(await source.read()).toEqual(first);
    expect(await open(kind).read()).toEqual(first);
    expect(source.stale).toBeUndefined();
  });

  it('has the name of what the operator wrote', () => {
    const spec = kind.spec();
    const names = {
      bundled: 'the bundled HOWTO',
      path: 'path' in spec ? spec.path : '',
      url: 'url' in spec ? spec.url : '',
    };
    expect(open(kind).named).toBe(names[type]);
  });

  it.skipIf(!kind.put)(
    `gives another revision for other bytes${kind.put ? '' : ' (skipped: the text is fixed)'}`,
    async () => {
      await kind.put?.(bundled);
      const source = open(kind);
      const first = await source.read();
      await kind.put?.(other);
      const second = await source.read();
      await kind.put?.(`${other}\n`);
      const third = await source.read();
      expect([first.text, second.text, third.text]).toEqual([bundled, other, `${other}\n`]);
      expect(new Set([first.revision, second.revision, third.revision]).size).toBe(3);
    },
  );

  it.skipIf(!kind.remove)(
    `refuses by its name what is not there${kind.remove ? '' : ' (skipped: it is always there)'}`,
    async () => {
      await kind.remove?.();
      const source = open(kind);
      const error: unknown = await source.read().catch((error: unknown) => error);
      expect(error).toBeInstanceOf(SourceError);
      expect((error as SourceError).source).toBe(source.named);
      expect((error as SourceError).message.startsWith(`${source.named} `)).toBe(true);
    },
  );
});

it('the three kinds agree on equal bytes', async () => {
  for (const kind of kinds) await kind.put?.(bundled);
  const revisions = await Promise.all(kinds.map(async (kind) => (await open(kind).read()).revision));
  expect(new Set(revisions).size).toBe(1);
});
