/**
 * What somebody may do in a channel.
 *
 * Source: Discord documentation, "Permissions": roles first, then the channel's overwrites for everyone, then for the
 * person; a thread follows its parent; administrators may do everything.
 */
import {ChannelType, PermissionFlagsBits as may} from 'discord.js';
import {DiscordError} from './discord-error.js';
import type {Channel, World} from './model.js';

/** What a new guild gives to everyone. */
export const everyonePermissions =
  may.ViewChannel |
  may.SendMessages |
  may.SendMessagesInThreads |
  may.CreatePublicThreads |
  may.ReadMessageHistory |
  may.EmbedLinks |
  may.AttachFiles |
  may.AddReactions |
  may.UseApplicationCommands;

/** Permissions of a person in a channel, as bits. */
export function permissionsIn(world: World, channel: Channel, userId: string): bigint {
  const guild = world.guilds.get(channel.guildId ?? '');
  if (!guild) return channel.guildId === undefined ? everyonePermissions : 0n;
  const member = guild.members.get(userId);
  if (!member) return 0n;
  const base = everyonePermissions | member.permissions;
  if (guild.ownerId === userId || (base & may.Administrator) !== 0n) return ~0n & ((1n << 53n) - 1n);
  const {overwrites} = world.channels.get(channel.parentId ?? '') ?? channel;
  let bits = base;
  for (const id of [guild.id, userId]) {
    const overwrite = overwrites.get(id);
    if (overwrite) bits = (bits & ~overwrite.deny) | overwrite.allow;
  }
  return (bits & may.ViewChannel) === 0n ? 0n : bits;
}

/** Whether the bot sees the channel. */
export function isVisible(world: World, channel: Channel): boolean {
  return (permissionsIn(world, channel, world.bot.id) & may.ViewChannel) !== 0n;
}

export function isThread(channel: Channel): boolean {
  return channel.type === ChannelType.PublicThread || channel.type === ChannelType.PrivateThread;
}

/**
 * The channel, where the bot may see it.
 * @throws DiscordError 10003 for an unknown channel, 50001 for one it cannot see.
 */
export function visibleChannel(world: World, id: string): Channel {
  const channel = world.channels.get(id);
  if (!channel) throw new DiscordError(10003);
  if (!isVisible(world, channel)) throw new DiscordError(50001);
  return channel;
}

/** @throws DiscordError 50013 where the bot lacks one of the permissions. */
export function demand(world: World, channel: Channel, wanted: bigint): void {
  if ((permissionsIn(world, channel, world.bot.id) & wanted) !== wanted) throw new DiscordError(50013);
}

/** The permission that writing into this channel takes. */
export function writing(channel: Channel): bigint {
  return isThread(channel) ? may.SendMessagesInThreads : may.SendMessages;
}
