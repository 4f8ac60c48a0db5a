/**
 * Which platforms the settings ask for, and how; a half of a pair is named rather than passed over.
 */
import type {Settings} from './config.js';

export interface DiscordSetup {
  readonly token: string;
  readonly apiUrl: string;
}

/** How Slack's events come: over a socket that the bot opens, or as HTTP requests to it. */
export type SlackTransport =
  {readonly type: 'socket'; readonly appToken: string} | {readonly type: 'http'; readonly signingSecret: string};

/** One workspace by its token, or many by OAuth. */
export type SlackAccess =
  | {readonly type: 'token'; readonly botToken: string}
  | {readonly type: 'oauth'; readonly clientId: string; readonly clientSecret: string; readonly stateSecret: string};

export interface SlackSetup {
  readonly access: SlackAccess;
  readonly transport: SlackTransport;
  readonly apiUrl: string;
  readonly dataDir: string;
}

export interface Platforms {
  readonly discord?: DiscordSetup;
  readonly slack?: SlackSetup;
  /** Sentences on settings that are there in part. */
  readonly errors: readonly string[];
}

type PlatformSettings = Pick<
  Settings,
  | 'DISCORD_TOKEN'
  | 'DISCORD_API_URL'
  | 'SLACK_BOT_TOKEN'
  | 'SLACK_APP_TOKEN'
  | 'SLACK_SIGNING_SECRET'
  | 'SLACK_CLIENT_ID'
  | 'SLACK_CLIENT_SECRET'
  | 'SLACK_STATE_SECRET'
  | 'SLACK_API_URL'
  | 'DATA_DIR'
>;

const oauthNames = ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'SLACK_STATE_SECRET'] as const;

export function platformsOf(settings: PlatformSettings): Platforms {
  const {DISCORD_TOKEN: token, DISCORD_API_URL: discordUrl} = settings;
  const slack = slackOf(settings);
  return {
    ...(token === undefined ? {} : {discord: {token, apiUrl: discordUrl}}),
    ...(slack !== undefined && typeof slack !== 'string' ? {slack} : {}),
    errors: typeof slack === 'string' ? [slack] : [],
  };
}

/** @returns A sentence where something is missing, undefined where Slack is not wanted. */
function slackOf(settings: PlatformSettings): SlackSetup | string | undefined {
  const {SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret} = settings;
  const set = oauthNames.filter((name) => settings[name] !== undefined);
  if (botToken === undefined && appToken === undefined && signingSecret === undefined && set.length === 0)
    return undefined;
  if (set.length > 0 && set.length < oauthNames.length) {
    const missing = oauthNames.filter((name) => !set.includes(name));
    return `${set.join(' and ')} ${set.length === 1 ? 'is' : 'are'} set, but not ${missing.join(' and ')}. OAuth needs all three.`;
  }
  if (botToken !== undefined && set.length > 0) {
    return 'SLACK_BOT_TOKEN is for one workspace and SLACK_CLIENT_ID for many by OAuth. Remove one or the other.';
  }
  const access = accessOf(settings);
  if (!access) {
    return 'Slack is set up in part: SLACK_BOT_TOKEN is missing. Set it, or the three settings of OAuth for many workspaces.';
  }
  if (appToken === undefined && signingSecret === undefined) {
    return 'Slack is set up in part: set SLACK_APP_TOKEN for Socket Mode, or SLACK_SIGNING_SECRET for HTTP requests.';
  }
  // Socket Mode wins where both are set: Slack itself sends nothing over HTTP while it is on.
  const transport: SlackTransport =
    appToken !== undefined ? {type: 'socket', appToken} : {type: 'http', signingSecret: signingSecret ?? ''};
  return {access, transport, apiUrl: settings.SLACK_API_URL, dataDir: settings.DATA_DIR};
}

function accessOf(settings: PlatformSettings): SlackAccess | undefined {
  const {SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret, SLACK_STATE_SECRET: stateSecret} = settings;
  if (settings.SLACK_BOT_TOKEN !== undefined) return {type: 'token', botToken: settings.SLACK_BOT_TOKEN};
  if (clientId === undefined || clientSecret === undefined || stateSecret === undefined) return undefined;
  return {type: 'oauth', clientId, clientSecret, stateSecret};
}
