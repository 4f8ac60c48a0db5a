/** The real Bolt on the loopback Slack, for tests of the latter. */
import {App, HTTPReceiver, LogLevel, SocketModeReceiver} from '@slack/bolt';
import type {AddressInfo} from 'node:net';
import type {LoopbackSlack} from './index.js';
import type {Requests} from './requests.js';

/** Tells nothing: faults are part of the tests. */
const silent = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  setLevel: () => undefined,
  getLevel: () => LogLevel.ERROR,
  setName: () => undefined,
};

/** Quick, and few. */
const retryConfig = {retries: 2, minTimeout: 1, maxTimeout: 5};

export async function onSockets(slack: LoopbackSlack, listen: (app: App) => void): Promise<App> {
  const clientOptions = {slackApiUrl: slack.apiUrl, retryConfig};
  const receiver = new SocketModeReceiver({
    appToken: slack.appToken,
    // A gap of this length stands before each reconnection.
    clientPingTimeout: 200,
    installerOptions: {clientOptions},
    logger: silent,
  });
  const app = new App({token: slack.botToken, receiver, clientOptions, logger: silent});
  app.error(() => Promise.resolve());
  listen(app);
  await app.start();
  await knowsItself(slack, app);
  return app;
}

export async function onHttp(
  slack: LoopbackSlack,
  listen: (app: App) => void,
): Promise<{readonly app: App; readonly requests: Requests}> {
  const clientOptions = {slackApiUrl: slack.apiUrl, retryConfig};
  const {signingSecret} = slack;
  const receiver = new HTTPReceiver({signingSecret, logger: silent, unhandledRequestTimeoutMillis: 100});
  const app = new App({token: slack.botToken, receiver, clientOptions, logger: silent});
  app.error(() => Promise.resolve());
  listen(app);
  const server = await app.start({port: 0, host: '127.0.0.1'});
  await knowsItself(slack, app);
  const {port} = (server as unknown as {address: () => AddressInfo}).address();
  return {app, requests: slack.deliverTo(`http://127.0.0.1:${port}/slack/events`)};
}

/** Bolt asks auth.test from its constructor and waits for it nowhere; one who stops it too early meets a rejection. */
async function knowsItself(slack: LoopbackSlack, app: App): Promise<void> {
  await slack.until('auth.test', () => slack.calls.some(({method}) => method === 'auth.test'));
  await app.client.auth.test({token: slack.botToken});
}
