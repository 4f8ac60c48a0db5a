/**
 * The bot on chat platforms: one desk, every platform that is configured, health, and an orderly end.
 */
import {randomBytes} from 'node:crypto';
import {setTimeout as pause} from 'node:timers/promises';
import {createPurse} from '../bot/budget.js';
import {memoryClaims} from '../bot/claims.js';
import {createDesk} from '../bot/desk.js';
import {createBot} from '../bot/index.js';
import {capsOf} from './check-caps.js';
import type {Settings} from './config.js';
import {feedbackFile} from './feedback-file.js';
import {healthPages} from './http/health.js';
import {startHttp, type HttpServer} from './http/server.js';
import {isSourceError, load} from './load.js';
import type {Log} from './log.js';
import type {Platform} from './platform.js';
import type {Platforms} from './platforms.js';
import {supervise, type Supervised} from './supervisor.js';
import {version} from './version.js';
import {watchReleases} from './window.js';

/** Where Slack's requests come in by default. */
const defaultPort = 3000;
/** Docker and systemd kill a while after SIGTERM; Docker after 10 s. */
const leaveMs = 9000;

export interface ServeParts {
  readonly settings: Settings;
  readonly platforms: Platforms;
  readonly log: Log;
  /** Resolves with what ends the program, such as the name of a signal. */
  readonly ending: Promise<string>;
}

/** @returns Exit code: 0 after an orderly end, 1 where the bot cannot start. */
export async function serve({settings, platforms, log, ending}: ServeParts): Promise<0 | 1> {
  const now = () => Date.now();
  try {
    const knowledge = await load(settings.HOWTO_SOURCE, log);
    for (const {name, damage} of knowledge.documents) {
      if (damage)
        log.warn(`${name} is a damaged copy, and its links are shown as dead text. ${damage.reasons.join(' ')}`);
    }
    const note = feedbackFile(settings.DATA_DIR, now, log);
    const desk = createDesk({
      bot: createBot(() => knowledge, version, capsOf(settings), watchReleases(settings, log)),
      claims: memoryClaims(now),
      purse: createPurse({person: settings.PERSON_BUDGET, place: settings.CHANNEL_BUDGET}, now),
      now,
      newId: () => randomBytes(4).toString('hex'),
      report: (error, id) =>
        log.error(`Request ${id}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`),
      noteFeedback: (feedback) => void note(feedback),
    });
    const supervised: Supervised[] = [];
    const http = await startServer(
      settings,
      platforms,
      healthPages(
        () => supervised.map((one) => one.state()),
        () => knowledge,
        version,
      ),
    );
    for (const platform of await platformsFor(platforms, http, log))
      supervised.push(supervise(platform, desk, parts(log)));
    log.info(`Stopping on ${await ending}.`);
    await leave(supervised, http, log);
    return 0;
  } catch (error) {
    if (!isSourceError(error) && !(error instanceof StartError)) throw error;
    log.error(error.message);
    return 1;
  }
}

/** The bot cannot start; the message says the way out. */
class StartError extends Error {}

async function startServer(
  {PORT}: Settings,
  {slack}: Platforms,
  pages: Parameters<typeof startHttp>[1],
): Promise<HttpServer | undefined> {
  // People who install the app by OAuth come by HTTP too, whichever way events come.
  const isNeeded = slack?.transport.type === 'http' || slack?.access.type === 'oauth';
  const port = PORT ?? (isNeeded ? defaultPort : undefined);
  if (port === undefined) return undefined;
  try {
    return await startHttp(port, pages);
  } catch (error) {
    const {code} = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE')
      throw new StartError(`Port ${port} is taken by another program. Set PORT to a free one.`);
    if (code === 'EACCES')
      throw new StartError(`Port ${port} may not be opened by this user. Set PORT to one from 1024 up.`);
    throw error;
  }
}

/** Their libraries are loaded only where they are used. */
async function platformsFor({discord, slack}: Platforms, http: HttpServer | undefined, log: Log): Promise<Platform[]> {
  const made: Platform[] = [];
  if (slack) made.push((await import('./slack/index.js')).createSlack(slack, http, log));
  if (discord) made.push((await import('./discord/index.js')).createDiscord(discord, log));
  return made;
}

function parts(log: Log) {
  return {
    log,
    now: () => Date.now(),
    wait: (ms: number, signal: AbortSignal) => pause(ms, undefined, {signal, ref: true}).catch(() => undefined),
  };
}

/** What is in flight is finished, as long as it takes no longer than whoever stops the process will wait. */
async function leave(supervised: readonly Supervised[], http: HttpServer | undefined, log: Log): Promise<void> {
  const done = Promise.all([...supervised.map((one) => one.stop()), http?.close()]).then(() => true);
  const isDone = await Promise.race([done, pause(leaveMs, false)]);
  if (!isDone) log.warn(`Not everything was finished within ${leaveMs / 1000} s.`);
}
