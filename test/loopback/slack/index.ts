/**
 * A Slack of one's own on loopback: Web API, response_url, Socket Mode and signed requests, for the real Bolt.
 * How to use it stands in README.md beside this file.
 */
import {prepareShapes, shapesChecked} from './checks.js';
import {Delivery, type Attempt, type Kind, type Signing, type Transport} from './delivery.js';
import {wrapEvent} from './events.js';
import {isFields, type Fields} from './fields.js';
import {Happenings} from './happenings.js';
import {allEvents, allScopes, Platform} from './platform.js';
import {Press} from './press.js';
import {Requests} from './requests.js';
import {ResponseUrls} from './response-urls.js';
import {Say} from './say.js';
import {startServer} from './server.js';
import {Sockets} from './sockets.js';
import type {Message, Workspace} from './workspace.js';

export interface SlackOptions {
  /** Milliseconds since 1970; response_urls, triggers and timestamps go by it. */
  readonly now?: () => number;
  /** Events the app subscribed to; all where nothing is said. */
  readonly events?: readonly string[];
  /** Scopes of the app in the first workspace; all where nothing is said. */
  readonly scopes?: readonly string[];
  /** How long the app may take to acknowledge, in real time. */
  readonly ackMs?: number;
  /** After how long events that failed are sent again by themselves; Slack has `[0, 60_000, 300_000]`. */
  readonly retryDelaysMs?: readonly number[];
}

export type LoopbackSlack = Awaited<ReturnType<typeof startSlack>>;

export async function startSlack({
  now = Date.now,
  events = allEvents,
  scopes = allScopes,
  ackMs = 3000,
  retryDelaysMs = [],
}: SlackOptions = {}) {
  prepareShapes();
  const platform = new Platform(now, events);
  const workspace = platform.addWorkspace('loopback');
  const installation = platform.install(workspace, scopes);
  const sockets = new Sockets(platform, ackMs);
  const responseUrls = new ResponseUrls(platform);
  const deliveries: Delivery[] = [];
  const timers = new Set<NodeJS.Timeout>();
  let transport: Transport = sockets;

  const retry = (delivery: Delivery, {failure, noRetry, number}: Attempt): void => {
    const delay = retryDelaysMs[number];
    if (failure === undefined || noRetry === true || delay === undefined || delivery.kind !== 'events_api') return;
    const timer = setTimeout(() => {
      timers.delete(timer);
      void delivery.again(failure);
    }, delay);
    timers.add(timer);
  };
  const deliver = (kind: Kind, payload: Fields, signing?: Signing, onAck?: (body: Fields) => void): Delivery => {
    const acknowledged = (delivery: Delivery, attempt: Attempt): void => {
      const {body, failure, number} = attempt;
      if (number === 0 && failure === undefined && isFields(body)) onAck?.(body);
      retry(delivery, attempt);
      platform.changed();
    };
    const delivery = new Delivery(kind, payload, () => transport, acknowledged);
    deliveries.push(delivery);
    void delivery.send(signing);
    return delivery;
  };
  platform.tell = (place: Workspace, event: Fields) => void deliver('events_api', wrapEvent(platform, place, event));

  const server = await startServer(platform, sockets, responseUrls);
  const home = (): Workspace => workspace;
  return {
    platform,
    /** The first workspace; further ones come by `platform.addWorkspace` and are installed by OAuth or `platform.install`. */
    workspace,
    /** For `token` of Bolt. */
    botToken: installation.botToken,
    /** For `appToken` of Bolt. */
    appToken: platform.app.appToken,
    /** For `signingSecret` of Bolt. */
    signingSecret: platform.app.signingSecret,
    url: platform.url,
    /** For `clientOptions.slackApiUrl` of Bolt. */
    apiUrl: `${platform.url}/api/`,
    shapesChecked,
    say: new Say(platform, deliver, responseUrls, home),
    press: new Press(platform, deliver, responseUrls, home),
    happen: new Happenings(platform, deliver),
    faults: platform.faults,
    /** What people shared, how often it was fetched, and what goes wrong with that. */
    files: platform.files,
    violations: platform.violations,
    notes: platform.notes,
    calls: platform.calls,
    deliveries,
    sockets,
    /** Deliver by signed requests from now on. @param target The app's request URL. */
    deliverTo: (target: string): Requests => {
      const requests = new Requests(platform, target, ackMs);
      transport = requests;
      return requests;
    },
    /** What the app was told of a message: both its mention and the message, and its changes. */
    deliveriesOf: ({channel, ts}: Message): readonly Delivery[] =>
      deliveries.filter(({payload: {event}}) => isFields(event) && event.channel === channel && event.ts === ts),
    /** When the first answer by a response_url was posted, on the clock of `performance.now()`. */
    answersAt: (url: string): number | undefined => responseUrls.find(url)?.posted[0]?.postedAt,
    until: platform.until.bind(platform),
    stop: async (): Promise<void> => {
      for (const timer of timers) clearTimeout(timer);
      await sockets.stop();
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
