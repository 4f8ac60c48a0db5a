/**
 * A Slack of one's own on loopback: Web API, response_url, Socket Mode and signed requests, for the real Bolt.
 * How to use it stands in README.md beside this file.
 */
import {Delivery, type Attempt, type Kind, type Signing, type Transport} from './delivery.js';
import {wrapEvent} from './events.js';
import {isFields, type Fields} from './fields.js';
import {allEvents, allScopes, Platform} from './platform.js';
import {ResponseUrls} from './response-urls.js';
import {Say} from './say.js';
import {startServer} from './server.js';
import {Sockets} from './sockets.js';
import type {Workspace} from './workspace.js';

export interface SlackOptions {
  /** Milliseconds since 1970; response_urls, triggers and timestamps go by it. */
  readonly now?: () => number;
  readonly events?: readonly string[];
  readonly scopes?: readonly string[];
  /** How long the app may take to acknowledge. */
  readonly ackMs?: number;
}

export async function startSlack({
  now = Date.now,
  events = allEvents,
  scopes = allScopes,
  ackMs = 3000,
}: SlackOptions = {}) {
  const platform = new Platform(now, events);
  const workspace = platform.addWorkspace('loopback');
  const installation = platform.install(workspace, scopes);
  const sockets = new Sockets(platform, ackMs);
  const responseUrls = new ResponseUrls(platform);
  const deliveries: Delivery[] = [];
  const transport: Transport = sockets;

  const deliver = (kind: Kind, payload: Fields, signing?: Signing, onAck?: (body: Fields) => void): Delivery => {
    const acknowledged = ({attempts}: Delivery, attempt: Attempt): void => {
      if (attempt === attempts[0] && isFields(attempt.body)) onAck?.(attempt.body);
      platform.changed();
    };
    const delivery = new Delivery(kind, payload, () => transport, acknowledged);
    deliveries.push(delivery);
    void delivery.send(signing);
    return delivery;
  };
  platform.tell = (place: Workspace, event: Fields) => void deliver('events_api', wrapEvent(platform, place, event));

  const server = await startServer(platform, sockets, responseUrls);
  return {
    platform,
    workspace,
    /** For `token` and `appToken` of Bolt. */
    botToken: installation.botToken,
    appToken: platform.app.appToken,
    url: platform.url,
    /** For `clientOptions.slackApiUrl` of Bolt. */
    apiUrl: `${platform.url}/api/`,
    say: new Say(platform, deliver, responseUrls, () => workspace),
    faults: platform.faults,
    violations: platform.violations,
    calls: platform.calls,
    deliveries,
    sockets,
    until: platform.until.bind(platform),
    stop: async (): Promise<void> => {
      await sockets.stop();
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
