/**
 * One socket of the gateway: its compression, its heartbeats, and the limits on what a client may send.
 *
 * Source: Discord documentation, "Gateway", sections "Transport Compression" and "Rate Limiting".
 */
import {constants, createDeflate} from 'node:zlib';
import type {RawData, WebSocket} from 'ws';
import type {GatewayState, Session} from './gateway.js';
import type {World} from './model.js';

/** Bytes of one payload, and payloads of a minute, that a client may send. */
const maxSentBytes = 4096;
const maxSentPerMinute = 120;

export interface Connection {
  readonly compressed: boolean;
  session: Session | undefined;
  readonly send: (payload: object) => void;
  readonly close: (code: number, reason: string) => void;
  readonly drop: () => void;
}

interface Payload {
  readonly op: number;
  readonly d: unknown;
}

export interface Identify {
  readonly token: string;
  readonly intents: number;
}

export interface Resume {
  readonly token: string;
  readonly session_id: string;
  readonly seq: number;
}

/** What the gateway does with a socket's first words and its end. */
interface Handlers {
  readonly identify: (connection: Connection, data: Identify) => void;
  readonly resume: (connection: Connection, data: Resume) => void;
  readonly left: (connection: Connection, code: number) => void;
}

export function connect(
  world: World,
  state: GatewayState,
  socket: WebSocket,
  compressed: boolean,
  {identify, resume, left}: Handlers,
): Connection {
  const write = compressed ? createCompressedWriter(socket) : (text: string) => socket.send(text);
  const sentAtMs: number[] = [];
  const connection: Connection = {
    compressed,
    session: undefined,
    send: (payload) => {
      if (socket.readyState === socket.OPEN) write(JSON.stringify(payload));
    },
    close: (code, reason) => socket.close(code, reason),
    drop: () => socket.terminate(),
  };
  const offend = (code: number, rule: string): void => {
    world.violations.push({where: 'gateway', rule});
    connection.close(code, rule);
  };

  const take = ({op, d}: Payload): void => {
    switch (op) {
      case 1:
        if (!state.deaf) connection.send({op: 11});
        break;
      case 2:
        if (connection.session) offend(4005, 'identified twice');
        else identify(connection, d as Identify);
        break;
      case 6:
        resume(connection, d as Resume);
        break;
      case 3:
      case 4:
      case 8:
        if (!connection.session) offend(4003, 'sent a payload before identifying');
        break;
      default:
        offend(4001, `unknown opcode ${op}`);
    }
  };

  socket.on('message', (raw) => {
    const text = textOf(raw);
    const nowMs = world.now();
    sentAtMs.push(nowMs);
    while ((sentAtMs[0] ?? nowMs) <= nowMs - 60_000) sentAtMs.shift();
    const payload = parse(text);
    if (sentAtMs.length > maxSentPerMinute) offend(4008, `more than ${maxSentPerMinute} payloads a minute`);
    else if (Buffer.byteLength(text) > maxSentBytes) offend(4002, `payload over ${maxSentBytes} bytes`);
    else if (!payload) offend(4002, 'payload is not JSON');
    else take(payload);
  });
  socket.on('close', (code) => left(connection, code));
  socket.on('error', () => socket.terminate());
  return connection;
}

/** One deflate stream for the whole connection, flushed after each payload, so that messages stay whole. */
function createCompressedWriter(socket: WebSocket): (text: string) => void {
  const deflate = createDeflate({flush: constants.Z_SYNC_FLUSH});
  deflate.on('data', (chunk: Buffer) => {
    if (socket.readyState === socket.OPEN) socket.send(chunk);
  });
  socket.on('close', () => deflate.destroy());
  return (text) => {
    deflate.write(text);
  };
}

function textOf(raw: RawData): string {
  if (raw instanceof ArrayBuffer) return Buffer.from(raw).toString('utf8');
  return (Array.isArray(raw) ? Buffer.concat(raw) : raw).toString('utf8');
}

function parse(text: string): Payload | undefined {
  try {
    const payload: unknown = JSON.parse(text);
    return typeof payload === 'object' && payload !== null && 'op' in payload && typeof payload.op === 'number'
      ? {op: payload.op, d: 'd' in payload ? payload.d : undefined}
      : undefined;
  } catch {
    return undefined;
  }
}
