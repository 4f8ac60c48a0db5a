import {describe, expect, it} from 'vitest';
import {createInFlight} from '../../../adapters/discord/in-flight.js';
import {insist} from '../../../adapters/discord/insist.js';

describe('what is in flight', () => {
  it('is done in order for one key, side by side for others, and waited for', async () => {
    const inFlight = createInFlight();
    const done: string[] = [];
    const later = (name: string, turns: number) => async () => {
      for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
      done.push(name);
    };
    inFlight.run('a', later('first', 20));
    inFlight.run('a', later('second', 0));
    inFlight.run('b', later('other', 0));
    await inFlight.settled();
    expect(done).toEqual(['other', 'first', 'second']);
  });

  it('is nothing at first', async () => expect(createInFlight().settled()).resolves.toBeUndefined());
});

describe('insisting', () => {
  const broken = new SyntaxError('Unexpected end of JSON input');

  it.each([
    ['is done once where it succeeds', [undefined], [], 'done'],
    ['is repeated after pauses', [broken, broken, undefined], [1, 2], 'done'],
    ['ends with the last error', [broken, broken, broken], [1, 2], 'Unexpected end of JSON input'],
    ['is not tried where nothing mends it', [new Error('a mistake')], [], 'a mistake'],
  ])('%s', async (_, outcomes, pauses, result) => {
    const waited: number[] = [];
    const left = [...outcomes];
    const send = () => {
      const error = left.shift();
      return error ? Promise.reject(error) : Promise.resolve('done');
    };
    const wait = (ms: number) => Promise.resolve(waited.push(ms));
    expect(await insist(send, [1, 2], wait).catch((error: unknown) => (error as Error).message)).toBe(result);
    expect(waited).toEqual(pauses);
    expect(left).toEqual([]);
  });
});
