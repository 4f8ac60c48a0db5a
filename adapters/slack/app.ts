/**
 * Bolt's App as the settings ask for it: with the token of one workspace or installations of many, over a socket or
 * HTTP.
 */
import type {RequestListener} from 'node:http';
import {App, HTTPReceiver, SocketModeReceiver} from '@slack/bolt';
import type {Log} from '../log.js';
import type {SlackAccess, SlackSetup} from '../platforms.js';
import {boltLogger} from './bolt-log.js';
import {maxBodyBytes} from './http-guard.js';
import {fileInstallations, type Installations} from './installations.js';
import {slackManifest} from './manifest.js';
import {operatorError} from './operator-error.js';

/** Slack answers within one or two. */
const callMs = 5000;

export interface SlackApp {
  readonly app: App;
  /** In Socket Mode: what opens the socket. */
  readonly client?: SocketModeReceiver['client'];
  /** In HTTP mode, and for OAuth in both: what answers requests below /slack/. */
  readonly listener?: RequestListener;
  readonly installations?: Installations;
}

/** @throws PlatformError where the token of the bot is not valid. */
export async function createApp({access, transport, apiUrl, dataDir}: SlackSetup, log: Log): Promise<SlackApp> {
  const logger = boltLogger(log);
  // Calls are repeated by `persist`, which knows which of them may be.
  const clientOptions = {
    slackApiUrl: `${apiUrl}/`,
    timeout: callMs,
    retryConfig: {retries: 0},
    rejectRateLimitedCalls: true,
    logger,
  };
  const installations = access.type === 'oauth' ? fileInstallations(dataDir) : undefined;
  const http =
    transport.type === 'http' || installations
      ? new HTTPReceiver({
          signingSecret: transport.type === 'http' ? transport.signingSecret : '',
          signatureVerification: transport.type === 'http',
          endpoints: transport.type === 'http' ? ['/slack/events'] : [],
          bodyLimit: maxBodyBytes,
          logger,
          ...(access.type === 'oauth' && installations ? installer(access, installations, apiUrl, clientOptions) : {}),
        })
      : undefined;
  const socket =
    transport.type === 'socket'
      ? new SocketModeReceiver({
          appToken: transport.appToken,
          autoReconnectEnabled: false,
          installerOptions: {clientOptions: {...clientOptions}},
          logger,
        })
      : undefined;
  const receiver = socket ?? http;
  const authorize = socket ? http?.installer?.authorize.bind(http.installer) : undefined;
  const app = new App({
    ...(receiver ? {receiver} : {}),
    ...(access.type === 'token' ? {token: access.botToken} : {}),
    ...(authorize ? {authorize} : {}),
    clientOptions: {...clientOptions},
    logger,
    // Otherwise a state is kept of every conversation.
    convoStore: false,
    // The token is tried when asked to, so that its failure is ours to tell.
    deferInitialization: true,
  });
  await app.init().catch((error: unknown) => {
    throw operatorError(error, 'SLACK_BOT_TOKEN');
  });
  return {
    app,
    ...(socket ? {client: socket.client} : {}),
    ...(http ? {listener: http.requestListener} : {}),
    ...(installations ? {installations} : {}),
  };
}

function installer(
  {clientId, clientSecret, stateSecret}: Extract<SlackAccess, {type: 'oauth'}>,
  installationStore: Installations,
  apiUrl: string,
  clientOptions: object,
) {
  return {
    clientId,
    clientSecret,
    stateSecret,
    installationStore,
    scopes: slackManifest([]).oauth_config.scopes.bot,
    installerOptions: {
      directInstall: true,
      // Beside the API: https://slack.com/oauth/v2/authorize.
      authorizationUrl: new URL('oauth/v2/authorize', `${apiUrl}/`.replace(/[^/]*\/$/u, '')).href,
      clientOptions: {...clientOptions},
    },
  };
}
