/** The loopback Slack against the real Bolt by signed requests. */
import type {App} from '@slack/bolt';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {afterEach, beforeEach, expect, it} from 'vitest';
import {onHttp} from './bolt.js';
import {startSlack, type LoopbackSlack} from './index.js';
import type {Requests} from './requests.js';

let slack: LoopbackSlack;
let app: App;
let requests: Requests;

beforeEach(async () => {
  slack = await startSlack({ackMs: 1000, retryDelaysMs: [0]});
  ({app, requests} = await onHttp(slack, (bolt) => {
    bolt.command('/bpf-howto', ({ack, command}) => ack(`You said ${command.text}`));
    bolt.event('app_mention', async ({say}) => {
      await say('Public');
    });
  }));
});
afterEach(async () => {
  await app.stop();
  await slack.stop();
});

it('carries a command with its answer', async () => {
  const {status} = await slack.say.command('a+b & c').delivery.acked;
  expect(status).toBe(200);
  expect(slack.workspace.byBot()[0]?.content.text).toBe('You said a+b & c');
});

it('carries a mention', async () => {
  const question = slack.say.mention('how?', {channel: 'secret'});
  await slack.until('an answer', () => slack.workspace.byBot()[0]);
  expect(slack.deliveriesOf(question)).toHaveLength(2);
});

it.each([
  ['good', 200],
  ['bad', 401],
  ['stale', 401],
  ['none', 401],
  // Bolt does not mind the future; an app may.
  ['future', 200],
] as const)('a %s signature is answered %i', async (signing, status) =>
  expect((await slack.say.command('x', {signing}).delivery.acked).status).toBe(status),
);

it('verifies the address and the certificate', async () => {
  expect((await requests.verifyUrl()).passed).toBe(true);
  expect((await requests.verifyUrl('bad')).passed).toBe(false);
  expect((await requests.checkSsl()).status).toBe(200);
});

it('repeats an event that was not acknowledged, and says so', async () => {
  const retries: unknown[] = [];
  const failing = createServer(({headers}, response) => {
    retries.push([headers['x-slack-retry-num'], headers['x-slack-retry-reason']]);
    response.writeHead(500).end();
  });
  await new Promise<void>((listening) => failing.listen(0, '127.0.0.1', listening));
  slack.deliverTo(`http://127.0.0.1:${(failing.address() as AddressInfo).port}/`);
  const delivery = slack.happen.tell(slack.workspace, {type: 'app_mention'});
  await slack.until('two attempts', () => delivery.attempts.filter(({failure}) => failure).length === 2);
  failing.close();
  expect(retries).toEqual([
    [undefined, undefined],
    ['1', 'http_error'],
  ]);
  expect(slack.violations.map(({rule}) => rule)).toEqual(['refused', 'refused']);
});

it('waits for an acknowledgement no longer than said', async () => {
  const mute = createServer();
  await new Promise<void>((listening) => mute.listen(0, '127.0.0.1', listening));
  slack.deliverTo(`http://127.0.0.1:${(mute.address() as AddressInfo).port}/`);
  expect((await slack.say.command('x').delivery.acked).failure).toBe('http_timeout');
  expect(slack.violations.map(({rule}) => rule)).toEqual(['late-ack']);
  mute.closeAllConnections();
  mute.close();
});

it('notices that nobody is there', async () => {
  slack.deliverTo('http://127.0.0.1:1/');
  expect((await slack.say.command('x').delivery.acked).failure).toBe('connection_failed');
});
