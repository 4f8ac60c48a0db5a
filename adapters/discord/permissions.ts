/**
 * What the bot lacks in a channel, said to the person it could not answer there.
 */
import {PermissionFlagsBits, type Client} from 'discord.js';

const needed = [
  ['View Channel', PermissionFlagsBits.ViewChannel],
  ['Send Messages', PermissionFlagsBits.SendMessages],
  ['Send Messages in Threads', PermissionFlagsBits.SendMessagesInThreads],
  ['Read Message History', PermissionFlagsBits.ReadMessageHistory],
] as const;

/** Names as Discord's own settings show them. */
export function missingText(client: Client, channelId: string): string {
  const channel = client.channels.cache.get(channelId);
  const isInGuild = channel !== undefined && !channel.isDMBased();
  const own = isInGuild && client.user ? channel.permissionsFor(client.user) : null;
  const isThread = channel?.isThread() === true;
  const unused = isThread ? 'Send Messages' : 'Send Messages in Threads';
  const missing = needed.filter(([name, bit]) => name !== unused && own?.has(bit) === false).map(([name]) => name);
  const where = isInGuild ? `#${channel.name}` : 'that channel';
  const likely = isThread ? 'Send Messages in Threads' : 'Send Messages';
  const names = missing.length > 0 ? missing : ['View Channel', likely];
  return (
    `You asked me in ${where}, and I may not answer there. What I lack is ${names.join(' and ')}. ` +
    'Somebody with Manage Channels and Manage Roles can give it to me: Edit Channel, Permissions, add me, and allow it. ' +
    'Here you can ask me at any time.'
  );
}

export function lockedText(client: Client, channelId: string): string {
  const channel = client.channels.cache.get(channelId);
  const where = channel?.isThread() ? `The thread "${channel.name}"` : 'That thread';
  return (
    `${where} is closed, so I cannot answer in it. Somebody with Manage Threads can open it again. ` +
    'Here you can ask me at any time.'
  );
}
