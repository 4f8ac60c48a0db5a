/**
 * The socket of Socket Mode: opened, and opened again whenever Slack or the network closes it.
 *
 * Slack's client would do that by itself, but it waits several seconds each time, in which commands are lost, and where
 * the token is no longer valid it ends the process by an unhandled rejection (socket-mode 3.1.0). So it is told not to.
 */
import {setTimeout as pause} from 'node:timers/promises';
import type {SocketModeReceiver} from '@slack/bolt';
import type {Log} from '../log.js';
import {PlatformError, type Watch} from '../platform.js';
import {operatorError} from './operator-error.js';

type Client = SocketModeReceiver['client'];

/** After so many failures in a row the connection has ended; whoever supervises it makes a new one. */
const maxTries = 4;
const firstPauseMs = 250;
/** From asking for an address to Slack's greeting on it. */
const openMs = 10_000;
const closeMs = 1000;

export interface Socket {
  /** @throws PlatformError where only the operator can mend it. */
  open(): Promise<void>;
  /** Resolves with the reason once it is closed and stays so. */
  readonly ended: Promise<Error>;
  close(): Promise<void>;
}

export function keepSocket(client: Client, watch: Watch, log: Log): Socket {
  surviveMessages(client, log);
  let end: (reason: Error) => void = () => undefined;
  const ended = new Promise<Error>((resolve) => (end = resolve));
  let state: 'closed' | 'opening' | 'open' = 'closed';

  const openOnce = async (wasGood: boolean): Promise<void> => {
    const tooLate = new AbortController();
    const opened = client.start();
    // Who loses the race below is not waited for.
    opened.catch(() => undefined);
    try {
      await Promise.race([opened, lateAfter(openMs, tooLate.signal)]);
    } catch (error) {
      throw operatorError(
        error ?? new Error('The socket broke before Slack greeted on it.'),
        'SLACK_APP_TOKEN',
        wasGood,
      );
    } finally {
      tooLate.abort();
    }
  };
  const reopen = async (): Promise<void> => {
    let failure = new Error('Slack closed the socket.');
    state = 'opening';
    for (let tries = 0; tries < maxTries; tries += 1) {
      if (tries > 0) watch.reconnecting(failure.message);
      await pause(tries === 0 ? 0 : firstPauseMs * 2 ** tries);
      if (isClosed()) return;
      try {
        await openOnce(true);
        if (isClosed()) return;
        state = 'open';
        watch.ready();
        return;
      } catch (error) {
        failure = error as Error;
        if (failure instanceof PlatformError) break;
      }
    }
    state = 'closed';
    end(failure);
  };
  /** Asked anew after every pause. */
  const isClosed = () => state === 'closed';
  client.on('disconnected', () => {
    if (state === 'open') void reopen();
  });
  return {
    ended,
    async open() {
      state = 'opening';
      await openOnce(false);
      state = 'open';
    },
    async close() {
      if (isClosed()) return;
      state = 'closed';
      const gone = new AbortController();
      await Promise.race([
        client.disconnect(),
        pause(closeMs, undefined, {signal: gone.signal}).catch(() => undefined),
      ]);
      gone.abort();
    },
  };
}

/**
 * A message without the fields that Slack's client expects, such as `app_rate_limited`, must not end the process by an
 * unhandled rejection (socket-mode 3.1.0).
 */
function surviveMessages(client: Client, log: Log): void {
  const receivers = client.listeners('ws_message') as ((...message: unknown[]) => Promise<void>)[];
  client.removeAllListeners('ws_message');
  client.on('ws_message', (...message: unknown[]) => {
    for (const receive of receivers) {
      receive(...message).catch((error: unknown) =>
        log.warn(`Slack sent something that its library does not understand: ${(error as Error).message}.`),
      );
    }
  });
}

async function lateAfter(ms: number, signal: AbortSignal): Promise<never> {
  await pause(ms, undefined, {signal});
  throw new Error(`Slack did not greet on the socket within ${ms / 1000} s.`);
}
