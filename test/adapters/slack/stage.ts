/**
 * The real adapter with a real desk on a Slack of one's own, in either mode.
 */
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Budgets} from '../../../bot/budget.js';
import {startHttp, type HttpServer} from '../../../adapters/http/server.js';
import {createLog} from '../../../adapters/log.js';
import type {Connection, Watch} from '../../../adapters/platform.js';
import type {SlackSetup} from '../../../adapters/platforms.js';
import {createSlack, type SlackKnobs} from '../../../adapters/slack/index.js';
import type {makeBot} from '../../helpers/bot.js';
import {makeDesk, type DeskAtWork} from '../../helpers/desk.js';
import {startSlack, type LoopbackSlack, type SlackOptions} from '../../loopback/slack/index.js';
import type {Requests} from '../../loopback/slack/requests.js';
import type {Message} from '../../loopback/slack/workspace.js';

export type Mode = 'socket' | 'http';
export const modes: readonly Mode[] = ['socket', 'http'];

export interface StageOptions extends SlackOptions {
  readonly mode?: Mode;
  readonly setup?: Partial<SlackSetup>;
  readonly bot?: ReturnType<typeof makeBot>;
  readonly budgets?: Budgets;
  readonly knobs?: SlackKnobs;
  /** Done before the adapter connects. */
  readonly prepare?: (slack: LoopbackSlack) => void;
}

export interface Stage {
  readonly slack: LoopbackSlack;
  readonly desk: DeskAtWork;
  readonly connection: Connection;
  /** Only with a server: HTTP mode, and OAuth. */
  readonly requests: Requests | undefined;
  readonly url: string;
  /** What the operator reads. */
  readonly log: string[];
  /** What the supervisor is told. */
  readonly watched: string[];
  readonly dataDir: string;
  /** The bot's messages that are there, as `to whom, where: first line`. */
  readonly seen: () => string[];
  /** The bot's answer to a message, once it is there. */
  readonly answerTo: (question: Message) => Promise<Message>;
  /** The bot's messages, once there are that many, deleted ones left out. */
  readonly messages: (count: number) => Promise<readonly Message[]>;
  /** All that was told is heard and answered; nothing more is. */
  readonly finish: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

export async function startStage(options: StageOptions = {}): Promise<Stage> {
  const {mode = 'socket', setup = {}, bot, budgets} = options;
  const slack = await startSlack(options);
  options.prepare?.(slack);
  const dataDir = await mkdtemp(join(tmpdir(), 'bpf-howto-slack-'));
  const desk = makeDesk(bot, budgets);
  desk.setNow(Date.now());
  const log: string[] = [];
  const watched: string[] = [];
  const watch: Watch = {
    ready: () => void watched.push('ready'),
    reconnecting: (reason) => void watched.push(`reconnecting: ${reason}`),
  };
  const withServer = mode === 'http' || setup.access?.type === 'oauth';
  const http = withServer ? await startHttp(0, {}) : undefined;
  const whole: SlackSetup = {...setupOf(slack, mode, dataDir), ...setup};
  const finish = async (connection: Connection) => {
    await Promise.all(slack.deliveries.map(({acked}) => acked));
    await connection.close();
  };
  const stopAll = async (connection?: Connection) => {
    if (slack.sockets.count > 0 || mode === 'http') await (connection && finish(connection));
    await Promise.all([http?.close(), slack.stop(), rm(dataDir, {recursive: true})]);
  };
  try {
    const platform = createSlack(
      whole,
      http,
      createLog('debug', (line) => void log.push(line)),
      options.knobs,
    );
    const connection = await platform.connect(desk.desk, watch);
    const url = urlOf(http);
    const there = () => slack.workspace.byBot().filter(({deleted}) => !deleted);
    return {
      slack,
      desk,
      connection,
      url,
      requests: mode === 'http' ? slack.deliverTo(`${url}/slack/events`) : undefined,
      log,
      watched,
      dataDir,
      seen: () => there().map((message) => summaryOf(slack, message)),
      answerTo: (question) => slack.until('an answer', () => slack.workspace.answersTo(question)[0]),
      messages: (count) => slack.until(`${count} messages`, () => there().length >= count && there()),
      finish: () => finish(connection),
      stop: () => stopAll(connection),
    };
  } catch (error) {
    await stopAll();
    throw error;
  }
}

function setupOf(slack: LoopbackSlack, mode: Mode, dataDir: string): SlackSetup {
  return {
    access: {type: 'token', botToken: slack.botToken},
    transport:
      mode === 'http' ? {type: 'http', signingSecret: slack.signingSecret} : {type: 'socket', appToken: slack.appToken},
    apiUrl: slack.apiUrl.replace(/\/$/u, ''),
    dataDir,
  };
}

function urlOf(http: HttpServer | undefined): string {
  return `http://127.0.0.1:${http?.port ?? 0}`;
}

function summaryOf({workspace}: LoopbackSlack, {channel, threadTs, ephemeralTo, content}: Message): string {
  const {name, type} = workspace.channel(channel);
  const place = type === 'im' ? 'direct' : name;
  const reader = ephemeralTo === undefined ? 'all' : workspace.user(ephemeralTo).name;
  return `${reader}, ${place}${threadTs === undefined ? '' : ' thread'}: ${content.text.split('\n')[0] ?? ''}`;
}
