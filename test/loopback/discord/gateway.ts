/**
 * The gateway: sessions that outlive their sockets, so that a client which comes back gets what it missed.
 *
 * Source: Discord documentation, "Gateway": connecting, resuming, rate limiting, close codes.
 */
import type {WebSocket} from 'ws';
import {connect, type Connection, type Identify, type Resume} from './connection.js';
import type {GatewayEvent, World} from './model.js';
import {guildPayload} from './payloads.js';
import {isThread, isVisible} from './permissions.js';

/** Events kept for a client that comes back. */
const keptEvents = 2000;

/** Members, presences, message content: intents that an application must be granted. */
const privilegedIntents = (1 << 1) | (1 << 8) | (1 << 15);

export interface Session {
  readonly id: string;
  readonly intents: number;
  readonly compressed: boolean;
  sequence: number;
  readonly log: {readonly s: number; readonly t: string; readonly d: unknown}[];
  connection: Connection | undefined;
}

export interface GatewayState {
  /** Identifies left today; at 0 a client must not log in. */
  identifiesLeft: number;
  /** Milliseconds between heartbeats, as the next hello tells. */
  heartbeatMs: number;
  /** While true, heartbeats get no answer. */
  deaf: boolean;
  /** Every identify and resume that was accepted, and every close the client made with its code. */
  readonly history: string[];
}

export interface Gateway extends GatewayState {
  readonly sessions: Map<string, Session>;
  readonly accept: (socket: WebSocket, compressed: boolean) => void;
  readonly dispatch: (event: GatewayEvent) => void;
  /** Ask every client to come back (op 7). */
  readonly reconnect: () => void;
  /** Take the session away (op 9); with `resumable` it may be resumed at once. */
  readonly invalidate: (resumable: boolean) => void;
  /** Cut the connections without a word. */
  readonly drop: () => void;
  readonly close: (code: number) => void;
}

export function createGateway(world: World): Gateway {
  const sessions = new Map<string, Session>();
  const live = (): Connection[] => [...sessions.values()].flatMap(({connection}) => connection ?? []);
  const gateway: Gateway = {
    identifiesLeft: 1000,
    heartbeatMs: 41_250,
    deaf: false,
    history: [],
    sessions,
    accept(socket, compressed) {
      const connection = connect(world, gateway, socket, compressed, {identify, resume, left});
      connection.send({op: 10, d: {heartbeat_interval: gateway.heartbeatMs, _trace: []}});
    },
    dispatch(event) {
      for (const session of sessions.values()) {
        if (event.intent === 0 || (session.intents & event.intent) !== 0) push(session, event.name, event.data);
      }
    },
    reconnect: () => {
      for (const connection of live()) connection.send({op: 7, d: null});
    },
    invalidate(resumable) {
      const connections = live();
      if (!resumable) sessions.clear();
      for (const connection of connections) connection.send({op: 9, d: resumable});
    },
    drop: () => {
      for (const connection of live()) connection.drop();
    },
    close(code) {
      const connections = live();
      if (code === 1000) sessions.clear();
      for (const connection of connections) connection.close(code, 'As the test asked.');
    },
  };

  function push(session: Session, name: string, data: unknown): void {
    const event = {op: 0, s: ++session.sequence, t: name, d: data};
    session.log.push(event);
    if (session.log.length > keptEvents) session.log.splice(0, session.log.length - keptEvents);
    session.connection?.send(event);
  }

  function identify(connection: Connection, data: Identify): void {
    if (data.token !== world.token) {
      connection.close(4004, 'Authentication failed.');
      return;
    }
    if ((data.intents & privilegedIntents) !== 0) {
      connection.close(4014, 'Disallowed intent(s).');
      return;
    }
    gateway.identifiesLeft -= 1;
    gateway.history.push('identify');
    const id = `session-${world.nextId()}`;
    const {intents} = data;
    const session: Session = {id, intents, compressed: connection.compressed, sequence: 0, log: [], connection};
    connection.session = session;
    sessions.set(id, session);
    greet(session);
    world.changed();
  }

  function greet(session: Session): void {
    const {bot} = world;
    push(session, 'READY', {
      v: 10,
      user: bot,
      session_id: session.id,
      session_type: 'normal',
      resume_gateway_url: `${world.base().replace('http', 'ws')}/gateway`,
      shard: [0, 1],
      guilds: [...world.guilds.keys()].map((id) => ({id, unavailable: true})),
      application: {id: bot.id, flags: 0},
      private_channels: [],
      relationships: [],
      presences: [],
      user_settings: {},
      geo_ordered_rtc_regions: [],
      _trace: [],
    });
    if ((session.intents & 1) === 0) return;
    for (const guild of world.guilds.values()) push(session, 'GUILD_CREATE', guildPayload(world, guild));
  }

  function resume(connection: Connection, data: Resume): void {
    const session = sessions.get(data.session_id);
    const first = session?.log[0]?.s ?? 1;
    if (!session || data.token !== world.token || data.seq < first - 1) {
      connection.send({op: 9, d: false});
      return;
    }
    if (data.seq > session.sequence) {
      connection.close(4007, 'Invalid seq.');
      return;
    }
    session.connection?.drop();
    session.connection = connection;
    connection.session = session;
    gateway.history.push('resume');
    for (const missed of session.log.filter(({s}) => s > data.seq)) connection.send({op: 0, ...missed});
    push(session, 'RESUMED', {_trace: []});
    world.changed();
  }

  function left(connection: Connection, code: number): void {
    gateway.history.push(`closed ${code}`);
    const {session} = connection;
    if (session?.connection === connection) session.connection = undefined;
    // A client that says goodbye ends its session; any other close leaves it to be resumed.
    if (session && (code === 1000 || code === 1001)) sessions.delete(session.id);
    world.changed();
  }

  return gateway;
}

/** Whether the bot hears of a channel that comes, changes or goes. */
export function channelEvent(
  world: World,
  channelId: string,
  change: 'CREATE' | 'UPDATE' | 'DELETE',
): string | undefined {
  const channel = world.channels.get(channelId);
  if (channel?.guildId === undefined || (isThread(channel) && !isVisible(world, channel))) return undefined;
  return `${isThread(channel) ? 'THREAD' : 'CHANNEL'}_${change}`;
}
