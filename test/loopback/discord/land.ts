/** Guilds, channels and threads that come, change and go, and what the bot may do in them. */
import {ChannelType, GatewayIntentBits} from 'discord.js';
import {channelEvent} from './gateway.js';
import type {Channel, World} from './model.js';
import {channelPayload, guildPayload} from './payloads.js';
import {addThread, tellOfThread} from './routes-channels.js';

export interface Land {
  /** A guild that everybody there is and the bot have joined. @returns Its id. */
  readonly addGuild: (name: string) => string;
  /** The bot is thrown out; with `outage` the guild is only unreachable. */
  readonly removeGuild: (id: string, outage?: boolean) => void;
  readonly addChannel: (guild: string, name: string) => string;
  readonly removeChannel: (id: string) => void;
  /** A thread under a channel, on a message where one is named. @returns Its id. */
  readonly addThread: (channel: string, name: string, message?: string) => string;
  readonly archive: (thread: string, locked?: boolean) => void;
  /** Take permissions from the bot in a channel, and give others; a second call replaces the first. */
  readonly permit: (channel: string, change: {readonly deny?: bigint; readonly allow?: bigint}) => void;
}

export function createLand(world: World): Land {
  const channelOf = (id: string): Channel => {
    const channel = world.channels.get(id);
    if (!channel) throw new Error(`There is no channel ${id}.`);
    return channel;
  };
  const tell = (channel: Channel, change: 'CREATE' | 'UPDATE' | 'DELETE'): void => {
    const name = channelEvent(world, channel.id, change);
    const data = channelPayload(world, channel);
    if (name !== undefined) world.dispatch({name, intent: GatewayIntentBits.Guilds, data});
    world.changed();
  };
  return {
    addGuild(name) {
      const id = world.nextId();
      const owner = world.nextId();
      const members = [...world.users.keys()].map((userId) => [userId, {userId, permissions: 0n}] as const);
      const guild = {id, name, ownerId: owner, members: new Map(members)};
      world.guilds.set(id, guild);
      const data = guildPayload(world, guild);
      world.dispatch({name: 'GUILD_CREATE', intent: GatewayIntentBits.Guilds, data});
      return id;
    },
    removeGuild(id, outage = false) {
      if (!outage) {
        world.guilds.delete(id);
        for (const channel of world.channels.values()) if (channel.guildId === id) world.channels.delete(channel.id);
      }
      const data = outage ? {id, unavailable: true} : {id};
      world.dispatch({name: 'GUILD_DELETE', intent: GatewayIntentBits.Guilds, data});
    },
    addChannel(guildId, name) {
      const channel: Channel = {
        id: world.nextId(),
        type: ChannelType.GuildText,
        name,
        guildId,
        recipientIds: [],
        overwrites: new Map(),
        messages: [],
        archived: false,
        locked: false,
      };
      world.channels.set(channel.id, channel);
      tell(channel, 'CREATE');
      return channel.id;
    },
    removeChannel(id) {
      const channel = channelOf(id);
      tell(channel, 'DELETE');
      for (const [other, {parentId}] of world.channels) if (parentId === id) world.channels.delete(other);
      world.channels.delete(id);
    },
    addThread: (channelId, name, message) => {
      const ownerId = [...world.users.values()].find(({bot}) => bot !== true)?.id ?? world.bot.id;
      return addThread(world, channelOf(channelId), {id: message ?? world.nextId(), name, ownerId}).id;
    },
    archive(id, locked = false) {
      const thread = Object.assign(channelOf(id), {archived: true, locked});
      tellOfThread(world, thread, 'THREAD_UPDATE');
    },
    permit(id, {deny = 0n, allow = 0n}) {
      const channel = channelOf(id);
      channel.overwrites.set(world.bot.id, {id: world.bot.id, deny, allow});
      tell(channel, 'UPDATE');
    },
  };
}
