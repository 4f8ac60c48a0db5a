import {describe, expect, it} from 'vitest';
import {createLog} from '../../adapters/log.js';
import {PlatformError, type Connection, type Platform, type Watch} from '../../adapters/platform.js';
import {supervise} from '../../adapters/supervisor.js';
import {makeDesk} from '../helpers/desk.js';

/** What one attempt to connect does: fails, or holds for so long. */
type Attempt = {readonly fails: Error} | {readonly holdsMs: number; readonly ends: Error};

/** A platform that plays a list of attempts on a clock of its own, and then holds. */
function play(attempts: readonly Attempt[]) {
  let nowMs = 0;
  let left = 0;
  const pauses: number[] = [];
  const lines: string[] = [];
  const watches: Watch[] = [];
  let closed = 0;
  let settle = (): void => undefined;
  /** Resolves when the platform holds for good. */
  const settled = new Promise<void>((resolve) => (settle = resolve));
  const platform: Platform = {
    name: 'Chat',
    connect: (_desk, watch): Promise<Connection> => {
      const attempt = attempts[left++];
      watches.push(watch);
      if (attempt && 'fails' in attempt) return Promise.reject(attempt.fails);
      if (attempt) nowMs += attempt.holdsMs;
      else settle();
      const ended = attempt ? Promise.resolve(attempt.ends) : new Promise<Error>(() => undefined);
      return Promise.resolve({
        ended,
        close: () => {
          closed += 1;
          return Promise.resolve();
        },
      });
    },
  };
  const supervised = supervise(platform, makeDesk().desk, {
    log: createLog('warn', (line) => void lines.push(line.trim())),
    now: () => nowMs,
    wait: (ms) => {
      pauses.push(ms / 1000);
      nowMs += ms;
      return Promise.resolve();
    },
  });
  return {supervised, settled, pauses, lines, watches, closed: () => closed};
}

const broken = (message = 'The line is dead.') => ({fails: new Error(message)});

const plays: readonly (readonly [string, readonly Attempt[], readonly number[]])[] = [
  ['connects at once', [], []],
  ['grows its pauses', [broken(), broken(), broken(), broken()], [1, 2, 4, 8]],
  [
    'grows them no further than five minutes',
    Array.from({length: 11}, () => broken()),
    [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300],
  ],
  [
    'starts over after a connection that held',
    [broken(), broken(), {holdsMs: 60_000, ends: new Error('It closed.')}, broken()],
    [1, 2, 1, 2],
  ],
  ['does not, after one that broke soon', [broken(), {holdsMs: 1000, ends: new Error('It closed.')}], [1, 2]],
  ['waits long for what the operator has to mend', [{fails: new PlatformError('The token is not valid.')}], [900]],
];

describe('a platform under supervision', () => {
  it.each(plays)('%s', async (_name, attempts, pauses) => {
    const played = play(attempts);
    await played.settled;
    await Promise.resolve();
    expect(played.pauses).toEqual(pauses);
    await played.supervised.stop();
    expect(played.supervised.state().state).toBe('stopped');
  });

  it('says what is wrong and when it tries again', async () => {
    const played = play([broken()]);
    await played.settled;
    expect(played.lines).toEqual(['bpf-howto: Chat: The line is dead. Trying again in 1 second.']);
    await played.supervised.stop();
  });

  it('closes every connection once', async () => {
    const played = play([{holdsMs: 1, ends: new Error('It closed.')}]);
    await played.settled;
    await played.supervised.stop();
    expect(played.closed()).toBe(2);
  });

  it('tells of a connection that mends itself', async () => {
    const played = play([]);
    await played.settled;
    const [watch] = played.watches;
    watch?.reconnecting('The socket closed.');
    expect(played.supervised.state()).toMatchObject({state: 'reconnecting', reason: 'The socket closed.'});
    watch?.ready();
    expect(played.supervised.state()).toEqual({name: 'Chat', state: 'ready', since: new Date(0)});
    await played.supervised.stop();
    watch?.ready();
    expect(played.supervised.state().state).toBe('stopped');
  });
});
