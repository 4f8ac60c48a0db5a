/** The bot's account, its application, the gateway's address, and direct messages. */
import {ChannelType} from 'discord.js';
import {ok, param, record, type Routes} from './call.js';
import {DiscordError} from './discord-error.js';
import type {Gateway} from './gateway.js';
import type {Channel, World} from './model.js';
import {channelPayload, guildPayload} from './payloads.js';

export function accountRoutes(gateway: Gateway): Routes {
  return {
    'GET /gateway': ({world}) => ok({url: gatewayUrl(world)}),
    'GET /gateway/bot': ({world}) =>
      ok({
        url: gatewayUrl(world),
        shards: 1,
        session_start_limit: {
          total: 1000,
          remaining: gateway.identifiesLeft,
          reset_after: 3_600_000,
          max_concurrency: 1,
        },
      }),
    'GET /oauth2/applications/@me': ({world}) => ok(applicationPayload(world)),
    'GET /applications/@me': ({world}) => ok(applicationPayload(world)),
    'GET /users/@me': ({world}) => ok(world.bot),
    'GET /users/@me/guilds': ({world}) => ok([...world.guilds.values()].map(({id, name}) => ({id, name}))),
    'GET /users/:user': (call) => ok(call.world.users.get(param(call, 'user')) ?? unknown(10013)),
    'GET /guilds/:guild': (call) => {
      const guild = call.world.guilds.get(param(call, 'guild'));
      return ok(guildPayload(call.world, guild ?? unknown(10004)));
    },
    'POST /users/@me/channels': ({world, body}) => {
      const {recipient_id: userId} = record(body);
      if (typeof userId !== 'string' || !world.users.has(userId)) throw new DiscordError(10013);
      return ok(channelPayload(world, directChannel(world, userId)));
    },
  };
}

function unknown(code: 10004 | 10013): never {
  throw new DiscordError(code);
}

export function gatewayUrl(world: World): string {
  return `${world.base().replace('http', 'ws')}/gateway`;
}

/** The direct channel with a person, made where there is none yet. */
export function directChannel(world: World, userId: string): Channel {
  for (const channel of world.channels.values()) {
    if (channel.type === ChannelType.DM && channel.recipientIds.includes(userId)) return channel;
  }
  const id = world.nextId();
  const channel: Channel = {
    id,
    type: ChannelType.DM,
    name: '',
    recipientIds: [userId],
    overwrites: new Map(),
    messages: [],
    archived: false,
    locked: false,
  };
  world.channels.set(id, channel);
  return channel;
}

function applicationPayload({bot, guilds}: World): object {
  return {
    id: bot.id,
    name: bot.username,
    icon: null,
    description: '',
    bot_public: true,
    bot_require_code_grant: false,
    bot,
    summary: '',
    verify_key: '0'.repeat(64),
    team: null,
    flags: 0,
    approximate_guild_count: guilds.size,
  };
}
