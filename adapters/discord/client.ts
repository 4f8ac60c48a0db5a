/**
 * The client of discord.js: what it listens to, and how little it remembers.
 *
 * Messages are read as they come from the gateway and nothing of them is kept, so the caches hold servers, channels and
 * roles, which tell what the bot may do, and the bot itself.
 */
import {
  Client,
  GatewayIntentBits,
  Options,
  type ClientOptions,
  type GuildMember,
  type RESTOptions,
  type User,
} from 'discord.js';
import {downloadMs} from '../download.js';
import type {DiscordSetup} from '../platforms.js';
import {discordOrigins} from './files.js';

/** Changes for tests, which do not want to wait. */
export interface DiscordKnobs {
  /** The default waits 5 s between two sessions, as Discord demands. */
  readonly buildIdentifyThrottler?: NonNullable<ClientOptions['ws']>['buildIdentifyThrottler'];
  /** A turn that takes longer is announced first. Discord gives an interaction up after 3 s. */
  readonly deferAfterMs: number;
  /** How long Discord may take for a request. */
  readonly timeoutMs: number;
  /** The same for the first answer to an interaction, which has 3 s with all its repetitions. */
  readonly firstTimeoutMs: number;
  /** Before each repetition of a request that Discord did not take. */
  readonly pausesMs: readonly number[];
  readonly firstPausesMs: readonly number[];
  /** Where files come from. */
  readonly fileOrigins: readonly string[];
  /** How long Discord may take to give a file. */
  readonly downloadMs: number;
}

export const usualKnobs: DiscordKnobs = {
  deferAfterMs: 1500,
  timeoutMs: 15_000,
  firstTimeoutMs: 1400,
  pausesMs: [1000, 4000],
  firstPausesMs: [250, 500],
  fileOrigins: discordOrigins,
  downloadMs,
};

export function makeClient({apiUrl}: DiscordSetup, {buildIdentifyThrottler, timeoutMs}: DiscordKnobs): Client {
  const isSelf = ({id, client}: User | GuildMember) => id === client.user.id;
  return new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    allowedMentions: {parse: [], repliedUser: false},
    makeCache: Options.cacheWithLimits({
      ...nothingOf,
      GuildMemberManager: {maxSize: 0, keepOverLimit: isSelf},
      UserManager: {maxSize: 0, keepOverLimit: isSelf},
    }),
    rest: restOptions(apiUrl, timeoutMs),
    ...(buildIdentifyThrottler ? {ws: {buildIdentifyThrottler}} : {}),
  });
}

export function restOptions(apiUrl: string, timeoutMs: number): Partial<RESTOptions> {
  return {api: apiUrl, timeout: timeoutMs};
}

const nothingOf = {
  ApplicationCommandManager: 0,
  ApplicationEmojiManager: 0,
  AutoModerationRuleManager: 0,
  BaseGuildEmojiManager: 0,
  DMMessageManager: 0,
  EntitlementManager: 0,
  GuildBanManager: 0,
  GuildEmojiManager: 0,
  GuildForumThreadManager: 0,
  GuildInviteManager: 0,
  GuildMessageManager: 0,
  GuildScheduledEventManager: 0,
  GuildStickerManager: 0,
  MessageManager: 0,
  PresenceManager: 0,
  ReactionManager: 0,
  ReactionUserManager: 0,
  StageInstanceManager: 0,
  ThreadMemberManager: 0,
  VoiceStateManager: 0,
} as const;
