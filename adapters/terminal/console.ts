/**
 * Where the terminal adapter reads and writes: the three streams of the process, and what output can show.
 */
import type {Readable, Writable} from 'node:stream';
import type {Reply} from '../../bot/message.js';
import type {Request} from '../../bot/request.js';
import type {Environment, Settings} from '../config.js';
import type {Log} from '../log.js';
import {formatJson} from './json.js';
import {paintReply} from './paint.js';
import {screenOf, type Screen} from './screen.js';

export interface Streams {
  readonly input: Readable & {readonly isTTY?: boolean};
  readonly output: Writable & {readonly isTTY?: boolean; readonly columns?: number; readonly rows?: number};
  readonly error: Writable & {readonly isTTY?: boolean; readonly columns?: number};
}

/** The streams with the settings and the environment that say how to use them. */
export interface Console extends Streams {
  readonly settings: Settings;
  readonly env: Environment;
  /** What `.env` sets. */
  readonly file: Environment;
  /** The words that start this program: an interpreter and a file. */
  readonly program: readonly string[];
  readonly log: Log;
}

/** A terminal has one asker, sees all there is, and pages by itself. */
export const terminalRequest: Request = {setting: 'terminal', askerId: '', askerName: '', pageChars: Infinity};

export function consoleScreen({output, settings, env}: Console): Screen {
  return screenOf(output, settings, env);
}

/** Write, and wait for a slow reader. */
export async function write(output: Writable, text: string): Promise<void> {
  if (output.write(text) || output.destroyed) return;
  await new Promise<void>((resolve) => {
    output.once('drain', resolve);
    output.once('close', resolve);
  });
}

export type Format = 'text' | 'json' | 'json-line';

/** Print a reply. What could be pressed next is left out, since nothing can be pressed after a command has ended. */
export async function printReply(reply: Reply, format: Format, console: Console): Promise<void> {
  const text =
    format === 'text'
      ? paintReply({...reply, next: []}, consoleScreen(console)).join('\n')
      : formatJson(reply.data, format === 'json' ? 2 : 0);
  await write(console.output, `${text}\n`);
}

/** 0 for a reply that helps, 1 where nothing was found. */
export function exitCodeOf(reply: Reply): 0 | 1 {
  return reply.outcome === 'none' ? 1 : 0;
}
