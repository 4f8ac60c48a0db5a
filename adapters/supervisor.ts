/**
 * Keeps a platform connected: one that fails to start or ends is tried again with growing pauses, and never takes the
 * others down with it.
 */
import type {Desk} from '../bot/desk.js';
import {visibleLine} from '../bot/visible.js';
import {waitText} from '../bot/wait-text.js';
import type {Log} from './log.js';
import {PlatformError, type Connection, type Platform} from './platform.js';

/** Pauses double from the first to the last. */
const firstPauseMs = 1000;
const lastPauseMs = 5 * 60_000;
/** Where the operator has to mend something, trying often only burns Discord's 1000 sessions a day. */
const mendPauseMs = 15 * 60_000;
/** A connection that held for so long starts over with the first pause. */
const soundMs = 60_000;

export interface PlatformState {
  readonly name: string;
  readonly state: 'starting' | 'ready' | 'reconnecting' | 'waiting' | 'stopped';
  readonly since: Date;
  /** Why it is not ready, as a sentence. */
  readonly reason?: string;
}

export interface Supervised {
  state(): PlatformState;
  /** Resolves when the platform has left. */
  stop(): Promise<void>;
}

export interface SupervisorParts {
  readonly log: Log;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Resolves after `ms`, or at once when the signal is aborted. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
}

export function supervise(platform: Platform, desk: Desk, {log, now, wait}: SupervisorParts): Supervised {
  const {name} = platform;
  const stopping = new AbortController();
  const isStopping = () => stopping.signal.aborted;
  const stopped = new Promise<Error>((resolve) => {
    stopping.signal.addEventListener('abort', () => resolve(new Error('Stopped.')));
  });
  let connection: Connection | undefined;
  let current: PlatformState = {name, state: 'starting', since: new Date(now())};
  const become = (state: PlatformState['state'], reason?: string) => {
    if (current.state === state && current.reason === reason) return;
    current = {name, state, since: new Date(now()), ...(reason === undefined ? {} : {reason})};
    if (state === 'ready') log.info(`${name} is ready.`);
    if (state === 'reconnecting') log.warn(`${name} reconnects: ${reason ?? 'the connection broke'}`);
  };
  const watch = {
    ready: () => {
      if (!isStopping()) become('ready');
    },
    reconnecting: (reason: string) => {
      if (!isStopping()) become('reconnecting', reason);
    },
  };
  const run = async (): Promise<void> => {
    let pauseMs = firstPauseMs;
    while (!isStopping()) {
      become('starting', current.reason);
      const startedAt = now();
      const failure = await once();
      if (isStopping()) break;
      if (now() - startedAt >= soundMs) pauseMs = firstPauseMs;
      const restMs = failure instanceof PlatformError ? mendPauseMs : pauseMs;
      const reason = visibleLine(failure.message);
      become('waiting', reason);
      log.error(`${name}: ${reason} Trying again in ${waitText(restMs)}.`);
      await wait(restMs, stopping.signal);
      pauseMs = Math.min(lastPauseMs, pauseMs * 2);
    }
    become('stopped');
  };
  /** Connect and hold; why it ended. */
  const once = async (): Promise<Error> => {
    try {
      connection = await platform.connect(desk, watch);
      if (isStopping()) return new Error('Stopped.');
      become('ready');
      return await Promise.race([connection.ended, stopped]);
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    } finally {
      await connection?.close().catch((error: unknown) => log.error(`${name} did not close: ${String(error)}`));
      connection = undefined;
    }
  };
  const running = run();
  return {
    state: () => current,
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
