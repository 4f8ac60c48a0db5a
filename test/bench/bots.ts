/**
 * The two that are compared: the bot as it is built, and the bare libraries, each in one process with both platforms.
 */
import {spawnSync} from 'node:child_process';
import {existsSync, mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {startChild, type Child} from './child.js';

/** For what is made at bench time. The bots run in it, so that an operator's `.env` is not read. */
const folder = fileURLToPath(new URL('../../node_modules/.cache/bpf-howto-bench/', import.meta.url));
const programs = {
  bot: fileURLToPath(new URL('../../dist/adapters/main.js', import.meta.url)),
  echo: join(folder, 'main.js'),
};
/** Nobody is told to wait. */
const env = {PERSON_BUDGET: '999999/1s', CHANNEL_BUDGET: '999999/1s', LOG_LEVEL: 'info'};

/**
 * Compile the bare libraries' program, so that it runs under plain node like the bot.
 *
 * @throws Where one of the two is not there to run.
 */
export function prepareBots(): void {
  if (!existsSync(programs.bot)) throw new Error('dist/adapters/main.js is absent');
  mkdirSync(folder, {recursive: true});
  writeFileSync(join(folder, 'package.json'), '{"type": "module"}\n');
  const compiler = fileURLToPath(new URL('../../node_modules/typescript/bin/tsc', import.meta.url));
  const project = fileURLToPath(new URL('echo/tsconfig.json', import.meta.url));
  const {status, stdout} = spawnSync(process.execPath, [compiler, '-p', project], {encoding: 'utf8'});
  if (status !== 0) throw new Error(`the echo bot does not compile: ${stdout.trim()}`);
}

export interface Started {
  readonly child: Child;
  /** From the start of the process until both platforms were connected. */
  readonly readyMs: number;
}

export async function startBot(
  name: keyof typeof programs,
  addresses: Readonly<Record<string, string>>,
): Promise<Started> {
  const start = performance.now();
  const child = startChild([programs[name]], {...env, ...addresses, DATA_DIR: join(folder, 'data')}, folder);
  try {
    const ready = (platform: string) => (line: string) => line.includes(`${platform} is ready.`) || undefined;
    await Promise.all([child.line(ready('Slack')), child.line(ready('Discord'))]);
    return {child, readyMs: performance.now() - start};
  } catch (error) {
    await child.end();
    throw error;
  }
}
