/**
 * A call to Slack is made until it is answered, within bounds: after the pause Slack asks for, and after growing ones
 * where it is down.
 */
import {setTimeout as pause} from 'node:timers/promises';
import {failureOf} from './failure.js';

const maxTries = 5;
/** Over all tries of a call. Who asked has gone on to something else by then. */
const maxWaitMs = 60_000;
const firstPauseMs = 250;

/**
 * What to do where no answer came, so that the call may have been carried out: make it again, which must do no harm;
 * give up; or look whether it was, and make it again where it was not.
 */
export type Unclear<T> = 'again' | 'give up' | (() => Promise<T | undefined>);

/** @throws SlackFailure with the reason of the last try; any other error at once. */
export async function persist<T>(call: () => Promise<T>, unclear: Unclear<T> = 'again'): Promise<T> {
  let waitedMs = 0;
  for (let tries = 1; ; tries += 1) {
    try {
      return await call();
    } catch (error) {
      const failure = failureOf(error);
      if (!failure) throw error;
      const {reason} = failure;
      if (reason.type === 'refused' || (reason.type === 'unclear' && unclear === 'give up')) throw failure;
      if (reason.type === 'unclear' && typeof unclear === 'function') {
        const done = await unclear().catch(() => undefined);
        if (done !== undefined) return done;
      }
      const waitMs = reason.type === 'limited' ? reason.waitMs : firstPauseMs * 2 ** (tries - 1);
      waitedMs += waitMs;
      if (tries >= maxTries || waitedMs > maxWaitMs) throw failure;
      await pause(waitMs);
    }
  }
}
