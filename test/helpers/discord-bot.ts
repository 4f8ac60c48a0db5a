/**
 * The real adapter with a real desk over the bundled HOWTO, connected to a Discord on this machine.
 */
import type {APIMessage} from 'discord.js';
import type {DiscordKnobs} from '../../adapters/discord/client.js';
import {createDiscord} from '../../adapters/discord/index.js';
import {createLog} from '../../adapters/log.js';
import type {Connection, Watch} from '../../adapters/platform.js';
import type {Budgets} from '../../bot/budget.js';
import {createBot, type Bot} from '../../bot/index.js';
import {loadKnowledge} from '../../knowledge/index.js';
import {startDiscord, type LoopbackDiscord, type Options} from '../loopback/discord/index.js';
import {createWatch} from '../loopback/discord/until.js';
import {makeDesk, type DeskAtWork} from './desk.js';
import {discordTexts} from './discord-visible.js';

export interface DiscordBot extends DeskAtWork {
  readonly discord: LoopbackDiscord;
  readonly connection: Connection;
  /** What the operator reads. */
  readonly lines: readonly string[];
  /** Waits for a line that holds this, or for the last of several. */
  readonly line: (text: string, count?: number) => Promise<string>;
  /** What the watch was told. */
  readonly states: readonly string[];
  /** Leave, and stop the server. */
  readonly stop: () => Promise<void>;
}

export interface Wishes {
  readonly bot?: Bot;
  readonly budgets?: Budgets;
  readonly knobs?: Partial<DiscordKnobs>;
  readonly server?: Options;
  /** Before the bot connects. */
  readonly prepare?: (discord: LoopbackDiscord) => void;
}

/** Nothing that waits in earnest. */
const quickKnobs: Partial<DiscordKnobs> = {
  buildIdentifyThrottler: () => ({waitForIdentify: () => Promise.resolve()}),
  pausesMs: [5, 20],
  firstPausesMs: [5, 20],
};

let bundled: Promise<Bot> | undefined;

export function bundledBot(): Promise<Bot> {
  return (bundled ??= loadKnowledge([{type: 'bundled'}]).then(({knowledge}) => createBot(() => knowledge, '1.2.3')));
}

export async function startBot({bot, budgets, knobs, server, prepare}: Wishes = {}): Promise<DiscordBot> {
  const discord = await startDiscord(server);
  prepare?.(discord);
  const work = makeDesk(bot ?? (await bundledBot()), budgets);
  work.setNow(Date.now());
  const lines: string[] = [];
  const states: string[] = [];
  const told = createWatch();
  const tell = (text: string) => {
    lines.push(text);
    told.changed();
  };
  const platform = makePlatform(discord, tell, knobs);
  const connection = await platform.connect(work.desk, watchInto(states));
  return {
    ...work,
    discord,
    connection,
    lines,
    states,
    line: (text, count = 1) =>
      told.until(() => {
        const found = lines.filter((one) => one.includes(text));
        return found.length < count ? undefined : found[count - 1];
      }, `a line with ${text}`),
    stop: async () => {
      await connection.close();
      await discord.stop();
    },
  };
}

export function makePlatform(
  discord: LoopbackDiscord,
  tell: (line: string) => void = () => undefined,
  knobs: Partial<DiscordKnobs> = {},
  token: string = discord.token,
) {
  const log = createLog('debug', (line) => tell(line.trim().replace('bpf-howto: ', '')));
  return createDiscord({token, apiUrl: discord.apiUrl}, log, {
    ...quickKnobs,
    fileOrigins: [discord.filesUrl],
    ...knobs,
  });
}

export function watchInto(states: string[]): Watch {
  return {ready: () => void states.push('ready'), reconnecting: (reason) => void states.push(reason)};
}

/** All that a message says, as it is written. */
export function textOf(message: APIMessage | undefined): string {
  return message ? discordTexts(message).join('\n') : '';
}

/** The bot's messages that refer to this one. */
export function repliesTo(discord: LoopbackDiscord, {id, channel_id: channel}: APIMessage): APIMessage[] {
  return discord.messages(channel).filter(({message_reference: reference}) => reference?.message_id === id);
}

/** The channel of direct messages that the bot has opened, once something stands in it. */
export function openedChannel({requests, messages, channel}: LoopbackDiscord): string | undefined {
  const opened = requests.findIndex(({route}) => route === 'POST /users/@me/channels');
  return requests
    .slice(opened < 0 ? Infinity : opened)
    .filter(({route}) => route === 'POST /channels/:channel/messages')
    .map(({path}) => path.split('/').at(-2))
    .find((id) => id !== channel && messages(id).length > 0);
}
