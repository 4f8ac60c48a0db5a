/**
 * Socket Mode: hello, envelopes, acknowledgements, and the ways in which connections end.
 *
 * An envelope goes to one of the open sockets, in turn. One that a socket took to its grave unacknowledged goes out
 * again, as does one sent while no socket was open. Slack does so for events only; here commands and presses return
 * too, so that an app which would handle them twice is found out.
 * Source: Slack, "Using Socket Mode".
 */
import {randomUUID} from 'node:crypto';
import type {IncomingMessage} from 'node:http';
import type {Duplex} from 'node:stream';
import {WebSocketServer, type WebSocket} from 'ws';
import {markAcked, markSent, type Attempt, type Delivery, type Transport} from './delivery.js';
import {isFields, present, textOf, unpack} from './fields.js';
import type {Platform} from './platform.js';

/** Most sockets of one app. */
const socketLimit = 10;

/** Seconds a connection is said to last. */
const connectionSeconds = 18_060;

interface Pending {
  readonly delivery: Delivery;
  readonly attempt: Attempt;
  readonly envelopeId: string;
  /** How often this envelope went out before. */
  sends: number;
  socket: WebSocket | undefined;
  timer?: NodeJS.Timeout;
  readonly done: () => void;
}

export type DisconnectReason = 'warning' | 'refresh_requested' | 'too_many_websockets' | 'link_disabled';

export class Sockets implements Transport {
  readonly #server = new WebSocketServer({noServer: true});
  readonly #open: WebSocket[] = [];
  readonly #tickets = new Set<string>();
  readonly #pending = new Map<string, Pending>();
  readonly #acked = new Set<string>();
  #turn = 0;
  /** Connections ever opened. */
  opened = 0;

  constructor(
    private readonly platform: Platform,
    private readonly ackMs: number,
  ) {}

  get count(): number {
    return this.#open.length;
  }

  /** Envelopes that wait for a socket or for an acknowledgement. */
  get unacked(): number {
    return this.#pending.size;
  }

  /** An address for one connection, as `apps.connections.open` gives it. */
  newUrl(): string {
    const ticket = randomUUID();
    this.#tickets.add(ticket);
    return `${this.platform.url.replace('http:', 'ws:')}/link/?ticket=${ticket}&app_id=${this.platform.app.id}`;
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const ticket = new URL(request.url ?? '', 'http://loopback').searchParams.get('ticket') ?? '';
    if (!this.#tickets.delete(ticket)) return void socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    this.#server.handleUpgrade(request, socket, head, (opened) => this.#welcome(opened));
  }

  send(delivery: Delivery, attempt: Attempt): Promise<void> {
    return new Promise((done) => {
      const envelopeId = randomUUID();
      const pending = {delivery, attempt, envelopeId, sends: attempt.number, socket: undefined, done};
      this.#pending.set(envelopeId, pending);
      this.#put(pending);
    });
  }

  /** Ask the app to change its connections; those told get nothing more. The server closes them after 10 s. */
  disconnect(reason: DisconnectReason = 'refresh_requested'): void {
    for (const socket of [...this.#open]) {
      if (reason !== 'warning') this.#forget(socket);
      socket.send(this.#goodbye(reason));
      if (reason !== 'warning') setTimeout(() => socket.terminate(), 10_000).unref();
    }
  }

  /** Cut all connections as a failing network does: no close frame. */
  drop(): void {
    for (const socket of [...this.#open]) socket.terminate();
  }

  /** Close all connections; those that do not close in turn are cut after half a second. */
  async stop(): Promise<void> {
    for (const {timer} of this.#pending.values()) clearTimeout(timer);
    this.#pending.clear();
    await Promise.all([...this.#server.clients].map((socket) => closed(socket)));
    this.#server.close();
  }

  #goodbye(reason: DisconnectReason): string {
    const debug_info = {host: 'applink-loopback'};
    const connection_info = {app_id: this.platform.app.id};
    return JSON.stringify({type: 'disconnect', reason, num_connections: this.count, debug_info, connection_info});
  }

  #welcome(socket: WebSocket): void {
    if (this.count >= socketLimit) {
      socket.send(this.#goodbye('too_many_websockets'));
      socket.close();
      return;
    }
    this.#open.push(socket);
    this.opened += 1;
    socket.on('message', (data: Buffer) => this.#receive(socket, data.toString('utf8')));
    socket.on('error', () => socket.terminate());
    socket.on('close', () => this.#lose(socket));
    const debug_info = {host: 'applink-loopback', build_number: 1, approximate_connection_time: connectionSeconds};
    const connection_info = {app_id: this.platform.app.id};
    socket.send(JSON.stringify({type: 'hello', num_connections: this.count, debug_info, connection_info}));
    const waiting = [...this.#pending.values()].filter((pending) => pending.socket === undefined);
    for (const pending of waiting) this.#put(pending);
    this.platform.changed();
  }

  #put(pending: Pending): void {
    const socket = this.#open[(this.#turn += 1) % Math.max(this.#open.length, 1)];
    if (!socket) return void (pending.sends += 1);
    const {delivery, attempt, envelopeId} = pending;
    const isEvent = delivery.kind === 'events_api';
    const again = isEvent || pending.sends > 0;
    const envelope = {
      envelope_id: envelopeId,
      payload: delivery.payload,
      type: delivery.kind,
      accepts_response_payload: !isEvent,
      retry_attempt: again ? pending.sends : undefined,
      retry_reason: again ? (pending.sends > 0 ? 'timeout' : '') : undefined,
    };
    pending.sends += 1;
    pending.socket = socket;
    markSent(attempt);
    pending.timer = setTimeout(() => this.#tooLate(pending), this.ackMs);
    socket.send(JSON.stringify(present(envelope)));
  }

  #tooLate({delivery, attempt, done}: Pending): void {
    attempt.failure = 'timeout';
    this.platform.violate('late-ack', delivery.kind, `no acknowledgement in ${this.ackMs} ms`);
    done();
  }

  #receive(socket: WebSocket, data: string): void {
    const message = unpack(data);
    const envelopeId = isFields(message) ? (textOf(message.envelope_id) ?? '') : '';
    const pending = this.#pending.get(envelopeId);
    if (!pending) {
      const twice = this.#acked.has(envelopeId);
      this.platform.violate(twice ? 'acked-twice' : 'unknown-envelope', 'socket', data.slice(0, 200));
      return;
    }
    if (socket !== pending.socket) this.platform.violate('wrong-socket', pending.delivery.kind, envelopeId);
    const payload = isFields(message) && isFields(message.payload) ? message.payload : {};
    const answered = Object.keys(payload).length > 0;
    if (answered && pending.delivery.kind === 'events_api')
      this.platform.violate('payload-not-accepted', 'events_api', data.slice(0, 200));
    clearTimeout(pending.timer);
    this.#pending.delete(envelopeId);
    this.#acked.add(envelopeId);
    markAcked(pending.attempt);
    if (answered) pending.attempt.body = payload;
    pending.done();
    this.platform.changed();
  }

  #forget(socket: WebSocket): void {
    const at = this.#open.indexOf(socket);
    if (at >= 0) this.#open.splice(at, 1);
  }

  #lose(socket: WebSocket): void {
    this.#forget(socket);
    for (const pending of this.#pending.values()) {
      if (pending.socket !== socket) continue;
      clearTimeout(pending.timer);
      pending.socket = undefined;
      if (this.#open.length > 0) this.#put(pending);
    }
    this.platform.changed();
  }
}

async function closed(socket: WebSocket): Promise<void> {
  if (socket.readyState === socket.CLOSED) return;
  const timer = setTimeout(() => socket.terminate(), 500);
  await new Promise((done) => socket.once('close', done).close(1001));
  clearTimeout(timer);
}
