/**
 * The list of releases over a real server on this machine, and what is kept of it in a file.
 */
import {mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import type {RequestListener} from 'node:http';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {gzipSync} from 'node:zlib';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {releasesSource} from '../../adapters/window.js';
import {windowFile} from '../../adapters/window-file.js';
import {createWatch, type WindowStore} from '../../bot/window/watch.js';
import {releasesJson} from '../helpers/mainline.js';
import {answerStatus, answerText, TestServer} from '../knowledge/source/server.js';

const open = releasesJson(['6.5', '2023-08-27T21:49:51Z']);
const json = {'content-type': 'application/json'};

let server: TestServer;
let folder = '';

beforeEach(async () => {
  server = new TestServer();
  await server.start();
  folder = mkdtempSync(join(tmpdir(), 'window-'));
});
afterEach(async () => {
  await server.stop();
  rmSync(folder, {recursive: true});
});

function makeWatch(store: WindowStore) {
  const told: string[] = [];
  const clock = {now: '2023-08-28T06:00:00Z'};
  const view = createWatch({
    source: releasesSource({type: 'url', url: server.address('/releases.json')}),
    store,
    now: () => new Date(clock.now),
    warn: (sentence) => void told.push(sentence.replaceAll(server.address(''), 'SERVER')),
  });
  return {clock, told, says: async () => (await view()).standing.type};
}

const file = (warn: (sentence: string) => void = () => undefined) => windowFile(join(folder, 'data/window.json'), warn);
const page = '<!DOCTYPE html><h1>502 Bad Gateway</h1>';

const faults: readonly (readonly [string, RequestListener, string])[] = [
  ['500', answerStatus(500), 'SERVER/releases.json answered 500. Open it in a browser and check the address.'],
  [
    'a web page',
    answerText(page, {'content-type': 'text/html'}),
    'SERVER/releases.json is a web page. Name the address of the plain .json file.',
  ],
  [
    'a web page that says it is JSON',
    answerText(page, json),
    'SERVER/releases.json cannot be used: it is a web page, not JSON.',
  ],
  ['nothing', answerText('', json), 'SERVER/releases.json is empty. Name a file with the list of releases.'],
  [
    'a list that is cut off',
    answerText(open.slice(0, 40), json),
    'SERVER/releases.json cannot be used: it is no JSON, or is cut off.',
  ],
  [
    'a redirect to plain http elsewhere',
    answerStatus(302, {location: 'http://example.org/releases.json'}),
    'SERVER/releases.json redirects to http://example.org/releases.json, which is not read. Name the final https address.',
  ],
  [
    'a connection that ends',
    (request) => request.socket.destroy(),
    'SERVER/releases.json cannot be read (other side closed). Check the network and the address.',
  ],
];

describe('the list of releases at an address', () => {
  it.each(faults)('says what is wrong: %s', async (_name, answer, sentence) => {
    server.answer = answer;
    const {told, says} = makeWatch(file());
    expect([await says(), told]).toEqual(['never-seen', [sentence]]);
  });

  it.each(faults)('stands when it was read before: %s', async (_name, answer, sentence) => {
    server.answer = answerText(open, json);
    await makeWatch(file()).says();
    server.answer = answer;
    const {clock, told, says} = makeWatch(file());
    clock.now = '2023-08-29T08:00:00Z';
    expect([await says(), told]).toEqual(['known', [sentence]]);
  });

  it.each([
    ['as it is', answerText(open, json)],
    [
      'packed',
      (_request, response) => response.writeHead(200, {...json, 'content-encoding': 'gzip'}).end(gzipSync(open)),
    ],
    [
      'after a redirect',
      (request, response) =>
        request.url === '/new.json'
          ? response.writeHead(200, json).end(open)
          : response.writeHead(301, {location: '/new.json'}).end(),
    ],
  ] satisfies [string, RequestListener][])('is read %s', async (_name, answer) => {
    server.answer = answer;
    const {told, says} = makeWatch(file());
    expect([await says(), told]).toEqual(['known', []]);
  });

  it('is asked for again only where it changed, which counts as a look', async () => {
    server.answer = answerText(open, {...json, etag: '"a"'});
    const {clock, told, says} = makeWatch(file());
    await says();
    clock.now = '2023-08-30T06:00:00Z';
    expect([await says(), told]).toEqual(['known', []]);
    expect(server.requests.map(({headers}) => headers['if-none-match'])).toEqual([undefined, '"a"']);
    expect(readFileSync(join(folder, 'data/window.json'), 'utf8')).toContain('"lookedAt":"2023-08-30T06:00:00.000Z"');
  });
});

describe('the file of what was seen', () => {
  it('is made with its folder, replaced whole, and alone there', async () => {
    server.answer = answerText(open, json);
    await makeWatch(file()).says();
    expect(readdirSync(join(folder, 'data'))).toEqual(['window.json']);
    expect((await file().load())?.seen.map(({version}) => version)).toEqual([{major: 6, minor: 5}]);
  });

  it.each([
    ['damaged', '{"seen": [', 'DIR/data/window.json is damaged, so what was seen of the merge window is forgotten.'],
    ['absent', undefined, undefined],
  ])('may be %s', async (_name, text, sentence) => {
    server.answer = answerText(open, json);
    await makeWatch(file()).says();
    if (text === undefined) rmSync(join(folder, 'data'), {recursive: true});
    else writeFileSync(join(folder, 'data/window.json'), text);
    const told: string[] = [];
    const kept = await file((line) => void told.push(line.replaceAll(folder, 'DIR'))).load();
    expect([kept, told]).toEqual([undefined, sentence === undefined ? [] : [sentence]]);
  });

  it('that cannot be written stops nothing', async () => {
    server.answer = answerText(open, json);
    writeFileSync(join(folder, 'data'), 'a file where the folder belongs');
    const told: string[] = [];
    const {says} = makeWatch(file((line) => void told.push(line.replaceAll(folder, 'DIR'))));
    expect(await says()).toBe('known');
    expect(told).toEqual([
      "DIR/data/window.json cannot be read (ENOTDIR). Set DATA_DIR to a folder of the bot's own.",
      "DIR/data/window.json cannot be written (EEXIST). Set DATA_DIR to a folder of the bot's own.",
    ]);
  });
});
