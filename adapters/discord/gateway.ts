/**
 * The connection to Discord's gateway: how it begins, fares and ends. Mending it is the work of discord.js.
 *
 * Source: Discord, "Opcodes and Status Codes", "Gateway Close Event Codes".
 */
import {Events, GatewayCloseCodes, type Client} from 'discord.js';
import {PlatformError, type Watch} from '../platform.js';

const ends: Readonly<Record<number, string>> = {
  [GatewayCloseCodes.AuthenticationFailed]:
    'Discord does not accept DISCORD_TOKEN. Make a new one: Discord Developer Portal, your application, Bot, Reset Token.',
  [GatewayCloseCodes.InvalidShard]: 'Discord does not accept the connection as it is split up.',
  [GatewayCloseCodes.ShardingRequired]:
    'The bot is in more servers than one connection may serve, and this program opens one. Remove it from some.',
  [GatewayCloseCodes.InvalidAPIVersion]:
    'Discord does not know version 10 of its gateway any more. Install a newer version of this program.',
  [GatewayCloseCodes.InvalidIntents]:
    'Discord does not know what this program wants to hear of. Install a newer version of this program.',
  [GatewayCloseCodes.DisallowedIntents]:
    'Discord does not let this application hear of servers, their messages and direct messages. Look for a restriction: Discord Developer Portal, your application, Bot.',
};

/** What brings the connection to its end, as a promise that never rejects. */
export function endOf(client: Client): Promise<PlatformError> {
  return new Promise((resolve) => {
    client.on(Events.ShardDisconnect, ({code}) => {
      resolve(new PlatformError(ends[code] ?? `Discord closed the connection for good, with code ${code}.`));
    });
    client.on(Events.Invalidated, () => resolve(new PlatformError('Discord took the session of the bot away.')));
  });
}

export function tellOf(client: Client, watch: Watch): void {
  client.on(Events.ShardReconnecting, () => watch.reconnecting('the connection to its gateway broke.'));
  client.on(Events.ShardResume, () => watch.ready());
  client.on(Events.ShardReady, () => watch.ready());
}

/** discord.js calls its own leaving a break too, which nobody is to hear of. */
export async function leave(client: Client): Promise<void> {
  client.removeAllListeners(Events.ShardReconnecting);
  await client.destroy();
}

/**
 * Resolves once Discord has greeted the bot.
 *
 * @throws PlatformError where the operator has to mend something.
 */
export async function logIn(client: Client, token: string, ended: Promise<PlatformError>): Promise<void> {
  const ready = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()));
  const isReady = client.login(token).then(() => ready);
  try {
    const end = await Promise.race([isReady, ended]);
    if (end) throw end;
  } catch (error) {
    isReady.catch(() => undefined);
    await client.destroy();
    throw mendable(error);
  }
}

/** As discord.js words them. */
function mendable(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  if ('code' in error && error.code === 'TokenInvalid') {
    return new PlatformError(ends[GatewayCloseCodes.AuthenticationFailed]);
  }
  const isUsedUp = error.message.startsWith('Not enough sessions remaining');
  const resetAt = /resets at (\S+)/u.exec(error.message)?.[1];
  if (isUsedUp && resetAt !== undefined) {
    return new PlatformError(
      `Discord lets this bot connect no more until ${resetAt}, since it has connected too often today. Find out what starts it over and over.`,
    );
  }
  return error;
}
