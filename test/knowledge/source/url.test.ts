/**
 * What a server can do wrong: at first it is a sentence for the operator, later the last good copy stays in use.
 */
import type {RequestListener} from 'node:http';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {SourceError} from '../../../knowledge/source/source.js';
import {UrlSource, type Fetch} from '../../../knowledge/source/url.js';
import {answerStatus, answerText, TestServer} from './server.js';

const good = 'Q: May I?\n---------\nA: Yes.\n';
const better = 'Q: May I?\n---------\nA: Please do.\n';
const goodRevision = 'a0f00531db72';
const plain = {'content-type': 'text/plain'};

let server: TestServer;

beforeEach(async () => {
  server = new TestServer();
  await server.start();
});
afterEach(() => server.stop());

function sourceAt(path: string, timeoutMs?: number): UrlSource {
  return new UrlSource(server.address(path), {fetchUrl: fetch, ...(timeoutMs === undefined ? {} : {timeoutMs})});
}

async function refusal(source: UrlSource): Promise<string> {
  const error: unknown = await source.read().catch((error: unknown) => error);
  if (!(error instanceof SourceError)) throw new Error('it was not refused', {cause: error});
  expect(error.source).toBe(source.named);
  return error.message;
}

/** More than is read, without an end. */
const endless: RequestListener = (_request, response) => {
  response.writeHead(200, plain);
  const part = Buffer.alloc(256 * 1024, 'Q: May I?\n');
  const send = (): void => {
    if (!response.destroyed) response.write(part, send);
  };
  send();
};

/** A head, the begin of a body, and then nothing. */
const slow: RequestListener = (_request, response) => response.writeHead(200, plain).write('Q: May');

const truncated: RequestListener = (_request, response) => {
  response.writeHead(200, {...plain, 'content-length': '1000'});
  response.write(good, () => response.destroy());
};

const faults: readonly (readonly [string, RequestListener, string])[] = [
  ['404', answerStatus(404), 'answered 404. Open it in a browser and check the address.'],
  ['500', answerStatus(500), 'answered 500. Open it in a browser and check the address.'],
  ['no content', answerStatus(204), 'is empty. Name a file with the text of the HOWTO.'],
  [
    'nothing at all',
    (request) => request.socket.destroy(),
    'cannot be read (other side closed). Check the network and the address.',
  ],
  ['slow head', () => undefined, 'took longer than 0.5 s. Check the network and the address.'],
  ['slow body', slow, 'took longer than 0.5 s. Check the network and the address.'],
  ['truncated body', truncated, 'cannot be read (other side closed). Check the network and the address.'],
  ['endless body', endless, 'has more than 8 MiB, the most that is read. Name the document itself, not an archive.'],
  [
    'body declared too large',
    (_request, response) =>
      response.writeHead(200, {...plain, 'content-length': String(200 * 1024 ** 2)}).flushHeaders(),
    'has 200 MiB; at most 8 MiB are read. Name the document itself, not an archive.',
  ],
  [
    'web page',
    answerText('<p>Sign in</p>', {'content-type': 'text/html; charset=utf-8'}),
    'is a web page. Name the address of the plain .rst or .md file.',
  ],
  [
    'web page as XML',
    answerText('<p>Sign in</p>', {'content-type': 'application/xhtml+xml'}),
    'is a web page. Name the address of the plain .rst or .md file.',
  ],
  [
    'archive',
    answerText('\u001f\u008b\0', {'content-type': 'application/gzip'}),
    'is a binary file, not a text. Name the .rst or .md file of the document itself.',
  ],
  [
    'redirect to a file',
    answerStatus(302, {location: 'file:///etc/passwd'}),
    'redirects to file:///etc/passwd, which is not read. Name the final https address.',
  ],
  [
    'redirect to plain http',
    answerStatus(301, {location: 'http://example.org/bpf.rst'}),
    'redirects to http://example.org/bpf.rst, which is not read. Name the final https address.',
  ],
  [
    'redirect to itself',
    answerStatus(307, {location: '/bpf.rst'}),
    'redirects more than 5 times. Name the final https address.',
  ],
  ['redirect to nowhere', answerStatus(302), 'answered 302. Open it in a browser and check the address.'],
];

/** Short where the fault is to be slow; elsewhere a busy machine may take its time. */
function patienceFor(predicate: string): number | undefined {
  return predicate.startsWith('took') ? 500 : undefined;
}

describe('an address that fails', () => {
  it.each(faults)('%s', async (_what, answer, predicate) => {
    server.answer = answer;
    const source = sourceAt('/bpf.rst', patienceFor(predicate));
    expect(await refusal(source)).toBe(`${source.named} ${predicate}`);
    expect(source.stale).toBeUndefined();
  });

  it('304 that nobody asked for', async () => {
    server.answer = answerStatus(304);
    const source = sourceAt('/bpf.rst');
    expect(await refusal(source)).toBe(`${source.named} answered 304. Open it in a browser and check the address.`);
  });

  it('nobody listens', async () => {
    const source = sourceAt('/bpf.rst');
    await server.stop();
    const reason = `connect ECONNREFUSED ${new URL(source.named).host}`;
    expect(await refusal(source)).toBe(
      `${source.named} cannot be read (${reason}). Check the network and the address.`,
    );
    await server.start();
  });
});

describe('an address that fails after a good copy', () => {
  it.each(faults)('%s', async (_what, answer, predicate) => {
    server.answer = answerText(good);
    const source = sourceAt('/bpf.rst', patienceFor(predicate));
    const first = await source.read();
    server.answer = answer;
    expect(await source.read()).toEqual(first);
    expect(source.stale?.message).toBe(
      `${source.named} ${predicate} The copy read before (revision ${goodRevision}) stays in use.`,
    );
    server.answer = answerText(better);
    expect((await source.read()).text).toBe(better);
    expect(source.stale).toBeUndefined();
  });
});

describe('an address that is asked again', () => {
  const lastModified = 'Sat, 06 Dec 2025 12:00:00 GMT';
  it.each([
    ['nothing', {}, [undefined, undefined]],
    ['an ETag', {etag: '"1"'}, ['"1"', undefined]],
    ['a date', {'last-modified': lastModified}, [undefined, lastModified]],
    ['both', {etag: 'W/"1"', 'last-modified': lastModified}, ['W/"1"', lastModified]],
  ])('says what it has: %s', async (_what, headers, conditions) => {
    server.answer = answerText(good, headers);
    const source = sourceAt('/bpf.rst');
    const first = await source.read();
    const again = await source.read();
    expect({again, stale: source.stale}).toEqual({again: first, stale: undefined});
    expect(server.requests.map(({headers: sent}) => [sent['if-none-match'], sent['if-modified-since']])).toEqual([
      [undefined, undefined],
      conditions,
    ]);
  });

  it('gives the new text where it changed', async () => {
    const source = sourceAt('/bpf.rst');
    server.answer = answerText(good, {etag: '"1"'});
    await source.read();
    server.answer = answerText(better, {etag: '"2"'});
    expect((await source.read()).text).toBe(better);
    await source.read();
    expect(server.requests.map(({headers}) => headers['if-none-match'])).toEqual([undefined, '"1"', '"2"']);
  });

  it('keeps what it has to say through a failure', async () => {
    const source = sourceAt('/bpf.rst');
    server.answer = answerText(good, {etag: '"1"'});
    await source.read();
    server.answer = answerStatus(500, {etag: '"error"'});
    await source.read();
    server.answer = answerText(good, {etag: '"1"'});
    expect((await source.read()).text).toBe(good);
    expect({asked: server.requests[2]?.headers['if-none-match'], stale: source.stale}).toEqual({
      asked: '"1"',
      stale: undefined,
    });
  });

  it('tells an ETag only to the address that gave it', async () => {
    const source = sourceAt('/latest.rst');
    let target = '/v1/bpf.rst';
    server.answer = (request, response) =>
      request.url === '/latest.rst'
        ? answerStatus(302, {location: target, etag: '"redirect"'})(request, response)
        : answerText(target, {etag: '"same"'})(request, response);
    const texts = [(await source.read()).text, (await source.read()).text];
    target = '/v2/bpf.rst';
    texts.push((await source.read()).text);
    expect(texts).toEqual(['/v1/bpf.rst', '/v1/bpf.rst', '/v2/bpf.rst']);
    expect(server.requests.map(({url, headers}) => [url, headers['if-none-match']])).toEqual([
      ['/latest.rst', undefined],
      ['/v1/bpf.rst', undefined],
      ['/latest.rst', undefined],
      ['/v1/bpf.rst', '"same"'],
      ['/latest.rst', undefined],
      ['/v2/bpf.rst', undefined],
    ]);
  });
});

describe('what an address gives', () => {
  it.each([
    [
      '/linux/plain/Documentation/bpf/bpf_devel_QA.rst?h=v6.1',
      'bpf_devel_QA.rst',
      'https://docs.kernel.org/bpf/bpf_devel_QA.html',
    ],
    ['/team/faq.md', 'faq.md', undefined],
    ['/', '127.0.0.1', undefined],
  ])('%s', async (path, name, pageUrl) => {
    server.answer = answerText(good, {'content-type': 'application/octet-stream'});
    const expected = {name, text: good, revision: goodRevision, bytes: good.length};
    expect(await sourceAt(path).read()).toEqual(pageUrl === undefined ? expected : {...expected, pageUrl});
  });

  it('takes no more of an endless body than is read, and hangs up', async () => {
    const mebibyte = new Uint8Array(1024 * 1024).fill(0x51);
    let taken = 0;
    let isCancelled = false;
    const body = new ReadableStream<Uint8Array>(
      {
        pull: (controller) => {
          taken++;
          controller.enqueue(mebibyte);
        },
        cancel: () => {
          isCancelled = true;
        },
      },
      {highWaterMark: 0},
    );
    const named = 'https://example.org/bpf.rst';
    const source = new UrlSource(named, {fetchUrl: () => Promise.resolve(new Response(body))});
    expect(await refusal(source)).toBe(
      `${named} has more than 8 MiB, the most that is read. Name the document itself, not an archive.`,
    );
    expect({taken, isCancelled}).toEqual({taken: 9, isCancelled: true});
  });

  it('asks no address that is not read', async () => {
    const asked: string[] = [];
    const fetchUrl: Fetch = (url) => {
      asked.push(url);
      return Promise.resolve(new Response(null, {status: 302, headers: {location: 'http://127.0.0.1/admin'}}));
    };
    const named = 'https://example.org/bpf.rst';
    expect(await refusal(new UrlSource(named, {fetchUrl}))).toBe(
      `${named} redirects to http://127.0.0.1/admin, which is not read. Name the final https address.`,
    );
    const plainHttp = 'http://example.org/bpf.rst';
    expect(await refusal(new UrlSource(plainHttp, {fetchUrl}))).toBe(
      `${plainHttp} is not https. Only https addresses are read.`,
    );
    expect(asked).toEqual([named]);
  });
});
