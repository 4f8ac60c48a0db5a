/**
 * What people say of answers, kept as lines of JSON in a file: which entry, whether it helped, when. Not who.
 */
import {appendFile, mkdir} from 'node:fs/promises';
import {join} from 'node:path';
import type {Feedback} from '../bot/desk.js';
import type {Log} from './log.js';

/** @returns Takes one vote; a file that cannot be written is told to the operator, and nobody else notices. */
export function feedbackFile(dataDir: string, now: () => number, log: Log): (feedback: Feedback) => Promise<void> {
  const path = join(dataDir, 'feedback.jsonl');
  return async ({entry, helpful}) => {
    const line = JSON.stringify({at: new Date(now()).toISOString(), entry, helpful});
    log.info(`Feedback: ${entry} ${helpful ? 'helped' : 'did not help'}.`);
    try {
      await mkdir(dataDir, {recursive: true});
      await appendFile(path, `${line}\n`);
    } catch (error) {
      const {code, message} = error as NodeJS.ErrnoException;
      log.warn(
        `${path} cannot be written (${code ?? message}), so feedback is in the log only. Set DATA_DIR to a folder of the bot's own.`,
      );
    }
  };
}
