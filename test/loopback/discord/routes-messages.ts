/** Messages of channels, as the bot reads and writes them. */
import {MessageFlags, PermissionFlagsBits as may, type APIMessage} from 'discord.js';
import {noContent, ok, param, type Call, type Routes} from './call.js';
import {DiscordError} from './discord-error.js';
import {contentOf, mayPingOf, messageBody, refuseEmpty, type MessageBody} from './message-body.js';
import {addMessage, changeMessage, isEphemeral, removeMessage, toFlags, type Content} from './messages.js';
import type {Channel, World} from './model.js';
import {demand, isThread, permissionsIn, visibleChannel, writing} from './permissions.js';
import {channelPayload} from './payloads.js';
import {seenByBot} from './seen.js';

/** How long a nonce is remembered. Discord says "the past few minutes". */
const nonceMs = 3 * 60_000;

export const messageRoutes: Routes = {
  'GET /channels/:channel/messages': (call) => ok(list(call).map((message) => seenByBot(call.world, message))),
  'GET /channels/:channel/messages/:message': (call) => {
    const channel = visibleChannel(call.world, param(call, 'channel'));
    demand(call.world, channel, may.ReadMessageHistory);
    return ok(seenByBot(call.world, messageIn(channel, param(call, 'message'))));
  },
  'POST /channels/:channel/messages': (call) => ok(write(call)),
  'PATCH /channels/:channel/messages/:message': (call) => ok(edit(call)),
  'DELETE /channels/:channel/messages/:message': (call) => {
    const {world} = call;
    const channel = visibleChannel(world, param(call, 'channel'));
    const message = messageIn(channel, param(call, 'message'));
    if (channel.archived) throw new DiscordError(50083);
    if (message.author.id !== world.bot.id) demand(world, channel, may.ManageMessages);
    removeMessage(world, channel, message);
    return noContent;
  },
  'POST /channels/:channel/typing': (call) => (visibleChannel(call.world, param(call, 'channel')), noContent),
};

/** @throws DiscordError 10008 for a message that is not there, or is ephemeral. */
export function messageIn(channel: Channel, id: string): APIMessage {
  const message = channel.messages.find((one) => one.id === id);
  if (!message || isEphemeral(message)) throw new DiscordError(10008);
  return message;
}

/** Newest first. Without the permission to read history there is nothing, and no error. */
function list(call: Call): APIMessage[] {
  const {world, query} = call;
  const channel = visibleChannel(world, param(call, 'channel'));
  if ((permissionsIn(world, channel, world.bot.id) & may.ReadMessageHistory) === 0n) return [];
  const limit = Number(query.get('limit') ?? 50);
  const open = channel.messages.filter((message) => !isEphemeral(message));
  const around = query.get('around');
  if (around !== null) {
    const at = open.findIndex(({id}) => BigInt(id) >= BigInt(around));
    const start = Math.max((at < 0 ? open.length : at) - Math.floor(limit / 2), 0);
    return open.slice(start, start + limit).reverse();
  }
  const [before, after] = [query.get('before'), query.get('after')];
  if (after !== null) {
    const later = open.filter(({id}) => BigInt(id) > BigInt(after));
    return later.slice(0, limit).reverse();
  }
  const earlier = before === null ? open : open.filter(({id}) => BigInt(id) < BigInt(before));
  return earlier.slice(-limit).reverse();
}

function write(call: Call): APIMessage {
  const {world} = call;
  const channel = visibleChannel(world, param(call, 'channel'));
  const body = messageBody(call.body);
  demand(world, channel, writing(channel));
  if (call.files.size > 0) demand(world, channel, may.AttachFiles);
  const same = body.enforce_nonce === true ? sameNonce(world, channel, body) : undefined;
  if (same) return same;
  openThread(world, channel);
  const parent = parentOf(world, channel, body);
  const content = contentOf(call, withoutEmbeds(world, channel, body));
  refuseEmpty(content);
  const pingsParent = body.allowed_mentions?.replied_user ?? body.allowed_mentions === undefined;
  return addMessage(world, {
    ...content,
    channel,
    author: world.bot,
    pingsParent,
    mayPing: mayPingOf(body),
    ...(parent ? {parent} : {}),
    ...(body.nonce === undefined ? {} : {nonce: body.nonce}),
  });
}

function sameNonce(world: World, channel: Channel, {nonce}: MessageBody): APIMessage | undefined {
  return channel.messages.findLast(
    (message) =>
      message.nonce === nonce &&
      message.author.id === world.bot.id &&
      Date.parse(message.timestamp) > world.now() - nonceMs,
  );
}

/** Writing opens an archived thread again, unless it was locked. */
function openThread(world: World, channel: Channel): void {
  if (!channel.archived) return;
  if (channel.locked) throw new DiscordError(50083);
  channel.archived = false;
  world.dispatch({name: 'THREAD_UPDATE', intent: 1, data: channelPayload(world, channel)});
}

function parentOf(world: World, channel: Channel, body: MessageBody): APIMessage | undefined {
  const {message_reference: reference} = body;
  if (!reference) return undefined;
  if ((permissionsIn(world, channel, world.bot.id) & may.ReadMessageHistory) === 0n) throw new DiscordError(160002);
  const parent = channel.messages.find(({id}) => id === reference.message_id);
  if (!parent && reference.fail_if_not_exists !== false) {
    const message = 'Unknown message';
    throw new DiscordError(50035, [{path: 'message_reference', code: 'MESSAGE_REFERENCE_UNKNOWN_MESSAGE', message}]);
  }
  return parent;
}

/** Embeds are dropped without a word where the bot may not embed. */
function withoutEmbeds(world: World, channel: Channel, body: MessageBody): MessageBody {
  const {embeds, ...rest} = body;
  return embeds && (permissionsIn(world, channel, world.bot.id) & may.EmbedLinks) === 0n ? rest : body;
}

function edit(call: Call): APIMessage {
  const {world} = call;
  const channel = visibleChannel(world, param(call, 'channel'));
  const message = messageIn(channel, param(call, 'message'));
  if (message.author.id !== world.bot.id) throw new DiscordError(50005);
  if (isThread(channel) && channel.archived) throw new DiscordError(50083);
  const changes = contentOf(call, messageBody(call.body), message.attachments);
  return changeMessage(world, channel, message, keepingFlags(message, changes));
}

/** An edit may set the components flag and suppress embeds, and takes nothing away. */
export function keepingFlags(message: APIMessage, changes: Content): Content {
  const kept = message.flags ?? 0;
  const added = (changes.flags ?? 0) & (MessageFlags.IsComponentsV2 | MessageFlags.SuppressEmbeds);
  return {...changes, flags: toFlags(kept | added)};
}
