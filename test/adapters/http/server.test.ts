import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {healthPages} from '../../../adapters/http/health.js';
import {startHttp, type HttpServer} from '../../../adapters/http/server.js';
import type {PlatformState} from '../../../adapters/supervisor.js';
import {goodDocument, makeKnowledge} from '../../helpers/knowledge.js';

const state = (name: string, is: PlatformState['state'], reason?: string): PlatformState => ({
  name,
  state: is,
  since: new Date(0),
  ...(reason === undefined ? {} : {reason}),
});

let states: readonly PlatformState[] = [];
let server: HttpServer;
beforeAll(async () => {
  const documents = [{...goodDocument, damage: {reasons: ['Its hosts are unknown.']}}];
  server = await startHttp(
    0,
    healthPages(
      () => states,
      () => makeKnowledge({documents}),
      '1.2.3',
    ),
  );
});
afterAll(() => server.close());

const get = (path: string, method = 'GET') => fetch(`http://127.0.0.1:${server.port}${path}`, {method});

const readiness: readonly (readonly [string, readonly PlatformState[], number, string])[] = [
  ['all that is wanted', [state('Slack', 'ready'), state('Discord', 'ready')], 200, 'ready'],
  ['one of two', [state('Slack', 'ready'), state('Discord', 'waiting', 'No.')], 200, 'degraded'],
  ['none', [state('Slack', 'starting')], 503, 'not ready'],
  ['one that reconnects', [state('Slack', 'reconnecting')], 503, 'not ready'],
];

describe('health', () => {
  it('says that the process lives', async () => {
    const response = await get('/healthz');
    expect([response.status, await response.json()]).toEqual([200, {status: 'alive', version: '1.2.3'}]);
  });

  it.each(readiness)('says that %s is ready', async (_name, now, status, word) => {
    states = now;
    const response = await get('/readyz');
    expect([response.status, ((await response.json()) as {status: string}).status]).toEqual([status, word]);
  });

  it('says what is wrong, and with which document', async () => {
    states = [state('Discord', 'waiting', 'The token is not valid.')];
    expect(await (await get('/readyz')).json()).toEqual({
      status: 'not ready',
      version: '1.2.3',
      platforms: [
        {name: 'Discord', state: 'waiting', since: '1970-01-01T00:00:00.000Z', reason: 'The token is not valid.'},
      ],
      documents: [{name: 'doc.rst', revision: '0123456789ab', entries: 3, damage: ['Its hosts are unknown.']}],
    });
  });
});

describe('the HTTP server', () => {
  it.each([
    ['/', 'GET', 404],
    ['/constructor', 'GET', 404],
    ['/healthz?x=1', 'GET', 200],
    ['/healthz', 'HEAD', 200],
    ['/healthz', 'POST', 405],
  ])('answers %s by %s', async (path, method, status) => expect((await get(path, method)).status).toBe(status));

  it('serves what is mounted, until that is undone', async () => {
    const unmount = server.mount('/slack/', (_request, response) => response.end('slack'));
    expect(await (await get('/slack/events')).text()).toBe('slack');
    unmount();
    expect((await get('/slack/events')).status).toBe(404);
  });

  it('says that its port is taken', async () =>
    expect(startHttp(server.port, {})).rejects.toMatchObject({code: 'EADDRINUSE'}));
});
