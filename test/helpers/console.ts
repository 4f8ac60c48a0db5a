/**
 * A console without a process: input from a list of chunks, output kept as text.
 */
import {PassThrough, Readable} from 'node:stream';
import {readSettings, type Environment} from '../../adapters/config.js';
import {createLog} from '../../adapters/log.js';
import type {Console} from '../../adapters/terminal/console.js';

export interface TestConsole {
  readonly console: Console;
  readonly written: () => string;
  readonly told: () => string;
}

interface Parts {
  readonly input?: readonly (string | Uint8Array)[];
  readonly env?: Environment;
  readonly file?: Environment;
}

export function makeConsole({input = [], env = {}, file = {}}: Parts = {}): TestConsole {
  const output = new PassThrough();
  const error = new PassThrough();
  const {values: settings, errors} = readSettings(env, file);
  if (!settings) throw new Error(errors.join(' '));
  const log = createLog(settings.LOG_LEVEL, (line) => void error.write(line));
  const chunks = input.map((chunk) => (typeof chunk === 'string' ? Buffer.from(chunk) : chunk));
  const written = collect(output);
  const told = collect(error);
  const program = [process.execPath, 'main.js'];
  return {console: {input: Readable.from(chunks), output, error, settings, env, file, log, program}, written, told};
}

function collect(stream: PassThrough): () => string {
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  return () => Buffer.concat(chunks).toString('utf8');
}
