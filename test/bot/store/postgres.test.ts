/**
 * Postgres that cannot be used: what the operator is told, and that the bot goes on once it can.
 */
import {once} from 'node:events';
import {createServer, type AddressInfo} from 'node:net';
import {describe, expect, it} from 'vitest';
import {openStore} from '../../../bot/store/open.js';
import {postgresSentence} from '../../../bot/store/postgres/sentences.js';
import {StoreError} from '../../../bot/store/store-error.js';
import {hangUp, postgres, serverNote, serverUrl} from '../../contract/store.js';

/** What an operator reads where this address is opened. */
async function told(url: string): Promise<string> {
  try {
    await (await openStore({type: 'postgres', url}, {now: new Date(0), tellLost: () => undefined})).close();
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    expect(`${error.message} ${String(error.cause)}`).not.toContain('hunter');
    return error.message;
  }
  return '';
}

describe('an address', () => {
  it.each([
    [
      'that cannot be read',
      'postgres://bot:hunter@127.0.0.1:99999/bot',
      'DATABASE_URL cannot be read. It looks like postgres://user:password@host:5432/database; write special characters of the password as %XX.',
    ],
    [
      'where nobody listens',
      'postgres://bot:hunter@127.0.0.1:1/bot',
      'The Postgres database bot at 127.0.0.1:1 does not answer (ECONNREFUSED). Start it, or correct the address in DATABASE_URL.',
    ],
    [
      'of a socket that is not there',
      'postgres:///bot?host=/nowhere',
      'The Postgres database bot at /nowhere does not answer (ENOENT). Start it, or correct the address in DATABASE_URL.',
    ],
  ])('%s', async (_name, url, sentence) => expect(await told(url)).toBe(sentence));

  it('where another program hangs up', async () => {
    const server = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const {port} = server.address() as AddressInfo;
    expect(await told(`postgres://bot:hunter@127.0.0.1:${port}/bot`)).toMatch(
      /^The Postgres database bot at 127\.0\.0\.1:\d+ does not answer \(.+\)\. Start it, or correct the address in DATABASE_URL\.$/u,
    );
    server.close();
  });
});

const coded = (code: string, message = 'why') => Object.assign(new Error(message), {code});

it.each([
  [coded('28P01'), 'Here does not accept the user or the password of DATABASE_URL (why).'],
  [
    new Error('SASL: no password'),
    'Here does not accept the user or the password of DATABASE_URL (SASL: no password).',
  ],
  [coded('42501'), 'Here may not be changed by the user of DATABASE_URL (why).'],
  [coded('53100'), 'There is no room left for Here (why).'],
  [coded('53300'), 'Here takes no connection now (why).'],
  [coded('XX001'), 'Here is damaged (why).'],
  [coded('57P01'), 'Here does not answer (57P01).'],
  [coded('SELF_SIGNED_CERT_IN_CHAIN'), 'Here has a certificate that is not trusted here (SELF_SIGNED_CERT_IN_CHAIN).'],
  [
    new Error('timeout exceeded when trying to connect'),
    'Here does not answer (timeout exceeded when trying to connect).',
  ],
  [coded('23505'), undefined],
  [new TypeError('x is undefined'), undefined],
  ['nonsense', undefined],
])('reads %s', (error, first) => {
  const sentence = postgresSentence(error, 'Here');
  expect(sentence?.slice(0, first?.length)).toBe(first);
});

describe.skipIf(serverUrl === undefined)(`a server${serverNote}`, () => {
  const at = (change: (url: URL) => void): string => {
    const url = new URL(serverUrl ?? '');
    change(url);
    return url.href;
  };
  const cases: readonly (readonly [string, (url: URL) => void, RegExp])[] = [
    [
      'without the database',
      (url) => (url.pathname = '/nowhere'),
      /^The Postgres database nowhere at \S+ does not exist\. Make it with createdb/u,
    ],
    [
      'without the user',
      (url) => (url.username = 'nobody_here'),
      / does not accept the user or the password of DATABASE_URL \(/u,
    ],
    [
      'without TLS',
      (url) => url.searchParams.set('sslmode', 'verify-full'),
      / does not speak TLS\. Turn it on there, or leave sslmode out/u,
    ],
    [
      'that only reads',
      (url) => url.searchParams.set('options', '-c default_transaction_read_only=on'),
      / takes no writes: it is a standby, or set to read only\. Name the primary in DATABASE_URL\.$/u,
    ],
  ];
  it.each(cases)('%s', async (_name, change, sentence) => expect(await told(at(change))).toMatch(sentence));

  it('that ends all connections is connected to again', async () => {
    const empty = await postgres.make();
    let tellLost: (error: unknown) => void = () => undefined;
    const lost = new Promise((resolve) => (tellLost = resolve));
    const store = await empty.open({tellLost});
    await store.feedback.count('q-a', true);
    await hangUp(empty.where);
    expect(postgresSentence(await lost, 'Here')).toMatch(/^Here does not answer \(57P01\)\./u);
    expect(await store.feedback.all()).toEqual([{entry: 'q-a', helped: 1, failed: 0}]);
    await empty.drop();
  });
});
