#!/usr/bin/env node
/**
 * Composition root: settings first, then the chat platforms where any is configured and nothing else is asked for, else
 * the terminal.
 *
 * Exit codes: 0 answered, 1 nothing found or a source problem, 2 usage.
 */
import {readFileSync} from 'node:fs';
import {parseEnv} from 'node:util';
import {readSettings, type Environment} from './config.js';
import {createLog, type Log} from './log.js';
import {platformsOf} from './platforms.js';
import {runTerminal} from './terminal/index.js';

const {stdin: input, stdout: output, stderr: error, env, argv} = process;
const program = argv.slice(0, 2);

for (const stream of [output, error]) {
  stream.on('error', (cause: NodeJS.ErrnoException) => {
    // The reader has gone, as in `bpf-howto entries | head -1`: nobody is left to tell.
    if (cause.code === 'EPIPE') process.exit();
    throw cause;
  });
}

process.exitCode = await main();

async function main(): Promise<number> {
  const tell = (line: string) => void error.write(line);
  const file = readEnvFile(createLog('error', tell));
  if (!file) return 2;
  const {values: settings, errors, warnings} = readSettings(env, file);
  const log = createLog(settings?.LOG_LEVEL ?? 'warn', tell);
  for (const warning of warnings) log.warn(warning);
  for (const problem of errors) log.error(problem);
  if (!settings) return 2;
  const args = argv.slice(2);
  if (args.length === 0) {
    const platforms = platformsOf(settings);
    for (const problem of platforms.errors) log.error(problem);
    if (platforms.errors.length > 0) return 2;
    if (platforms.slack ?? platforms.discord) {
      const {serve} = await import('./serve.js');
      const code = await serve({settings, platforms, log: createLog(settings.LOG_LEVEL, tell), ending: ending()});
      // Libraries may hold sockets and timers; what had to be finished is finished.
      process.exit(code);
    }
  }
  return runTerminal(args, {input, output, error, settings, env, file, log, program});
}

/** Resolves with the first signal that asks the program to end. */
function ending(): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.once(signal, () => resolve(signal));
  });
}

/** What `.env` in the working folder sets; nothing where there is none. */
function readEnvFile(log: Log): Environment | undefined {
  try {
    return parseEnv(readFileSync('.env', 'utf8').replace(/^\ufeff/u, ''));
  } catch (cause) {
    const {code, message} = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT') return {};
    log.error(`The file .env cannot be read (${code ?? message}). Repair it, or move it away.`);
    return undefined;
  }
}
