/** Channels and threads, as the bot reads, opens and changes them. */
import {ChannelType, PermissionFlagsBits as may} from 'discord.js';
import {noContent, ok, param, record, type Call, type Routes} from './call.js';
import {DiscordError} from './discord-error.js';
import type {Channel, World} from './model.js';
import {channelPayload} from './payloads.js';
import {demand, isThread, visibleChannel} from './permissions.js';
import {messageIn} from './routes-messages.js';

export const channelRoutes: Routes = {
  'GET /channels/:channel': (call) =>
    ok(channelPayload(call.world, visibleChannel(call.world, param(call, 'channel')))),
  'PATCH /channels/:channel': (call) => {
    const channel = visibleChannel(call.world, param(call, 'channel'));
    if (!isThread(channel)) throw new DiscordError(50013);
    if (channel.ownerId !== call.world.bot.id) demand(call.world, channel, may.ManageThreads);
    const {archived, locked} = record(call.body);
    if (typeof archived === 'boolean') channel.archived = archived;
    if (typeof locked === 'boolean') channel.locked = locked;
    return ok(tellOfThread(call.world, channel, 'THREAD_UPDATE'));
  },
  'POST /channels/:channel/threads': (call) => ok(open(call, undefined)),
  'POST /channels/:channel/messages/:message/threads': (call) => ok(open(call, param(call, 'message'))),
  'PUT /channels/:channel/thread-members/@me': (call) => {
    const channel = visibleChannel(call.world, param(call, 'channel'));
    if (!isThread(channel)) throw new DiscordError(50024);
    if (channel.archived) throw new DiscordError(50083);
    return noContent;
  },
};

function open(call: Call, messageId: string | undefined): object {
  const {world} = call;
  const parent = visibleChannel(world, param(call, 'channel'));
  if (isThread(parent) || parent.guildId === undefined) throw new DiscordError(50024);
  demand(world, parent, may.CreatePublicThreads);
  if (messageId !== undefined) messageIn(parent, messageId);
  if (messageId !== undefined && world.channels.has(messageId)) throw new DiscordError(160004);
  const {name} = record(call.body);
  const thread = addThread(world, parent, {
    id: messageId ?? world.nextId(),
    name: typeof name === 'string' ? name : '',
    ownerId: world.bot.id,
  });
  return channelPayload(world, thread);
}

/** A thread under a channel; its id is that of the message it hangs on, if any. */
export function addThread(
  world: World,
  parent: Channel,
  {id, name, ownerId}: {readonly id: string; readonly name: string; readonly ownerId: string},
): Channel {
  const thread: Channel = {
    id,
    type: ChannelType.PublicThread,
    name,
    ...(parent.guildId === undefined ? {} : {guildId: parent.guildId}),
    parentId: parent.id,
    ownerId,
    recipientIds: [],
    overwrites: new Map(),
    messages: [],
    archived: false,
    locked: false,
  };
  world.channels.set(id, thread);
  tellOfThread(world, thread, 'THREAD_CREATE');
  return thread;
}

export function tellOfThread(world: World, thread: Channel, name: 'THREAD_CREATE' | 'THREAD_UPDATE'): object {
  const data = channelPayload(world, thread);
  world.dispatch({name, intent: 1, data: name === 'THREAD_CREATE' ? {...data, newly_created: true} : data});
  world.changed();
  return data;
}
