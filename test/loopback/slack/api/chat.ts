/** chat.*: the app's messages. */
import {checkMessage} from '../checks.js';
import {isFields, isSet, present, textOf, unpack, type Fields} from '../fields.js';
import {nameBlocks} from '../naming.js';
import {announce, changeMessage, deleteMessage} from '../posting.js';
import {messageShape} from '../shapes.js';
import type {Content, Message} from '../workspace.js';
import {findChannel, need, Refusal, writableChannel, type Caller, type Method} from './method.js';

/** Text, blocks and metadata of a call, held against the rules. */
export function contentOf({platform, args}: Pick<Caller, 'platform' | 'args'>, where: string): Content {
  const given = unpack(args.blocks);
  if (args.blocks !== undefined && !Array.isArray(given)) throw new Refusal('invalid_blocks_format');
  const blocks = Array.isArray(given) && given.length === 0 ? undefined : given;
  const text = textOf(args.text) ?? textOf(args.markdown_text) ?? '';
  const {error, ...more} = checkMessage(platform, where, text, blocks) ?? {};
  if (error !== undefined) throw new Refusal(textOf(error) ?? '', more);
  const metadata = unpack(args.metadata);
  return {
    text: text.slice(0, 40_000),
    blocks: blocks === undefined ? undefined : nameBlocks(blocks, (prefix) => platform.newId(prefix)),
    metadata: isFields(metadata) ? metadata : undefined,
  };
}

function postMessage(caller: Caller): Fields {
  const {platform, workspace, installation, args} = caller;
  const channel = writableChannel(caller);
  const threadTs = threadOf(caller, channel.id);
  const content = contentOf(caller, 'chat.postMessage');
  const {botUser: user, botId} = installation;
  const broadcast = isSet(args.reply_broadcast) ? true : undefined;
  const message = workspace.post({channel: channel.id, user, botId, threadTs, broadcast, ...content});
  announce(platform, workspace, message);
  return {channel: channel.id, ts: message.ts, message: messageShape(platform, workspace, message)};
}

/** The thread a message is for: an answer to an answer goes to the thread's root. */
function threadOf({workspace, args}: Caller, channel: string): string | undefined {
  const ts = textOf(args.thread_ts);
  if (ts === undefined || ts === '') return undefined;
  if (!/^\d+\.\d+$/u.test(ts)) throw new Refusal('invalid_thread_ts');
  const root = workspace.message(channel, ts);
  if (!root) throw new Refusal('thread_not_found');
  return root.threadTs ?? ts;
}

function postEphemeral(caller: Caller): Fields {
  const {platform, workspace, installation, args} = caller;
  const channel = writableChannel(caller);
  const person = need(args, 'user', 'user_not_in_channel');
  if (!channel.members.has(person)) throw new Refusal('user_not_in_channel');
  const threadTs = threadOf(caller, channel.id);
  const content = contentOf(caller, 'chat.postEphemeral');
  const {botUser: user, botId} = installation;
  const message = workspace.post({channel: channel.id, user, botId, threadTs, ephemeralTo: person, ...content});
  platform.changed();
  return {message_ts: message.ts};
}

/** A message of the app's own, which alone it may change. */
function ownMessage(caller: Caller, error: string): Message {
  const {workspace, installation, args} = caller;
  const channel = findChannel(caller);
  const message = workspace.message(channel.id, need(args, 'ts', 'message_not_found'));
  if (!message) throw new Refusal('message_not_found');
  if (message.botId !== installation.botId) throw new Refusal(error);
  if (channel.archived) throw new Refusal('is_archived');
  return message;
}

function update(caller: Caller): Fields {
  const {platform, workspace, args} = caller;
  const message = ownMessage(caller, 'cant_update_message');
  // Text alone keeps no blocks, and blocks alone keep no text.
  const content = contentOf(caller, 'chat.update');
  const metadata = args.metadata === undefined ? message.content.metadata : content.metadata;
  changeMessage(platform, workspace, message, {...content, metadata});
  const {ts, channel} = message;
  return {channel, ts, text: content.text, message: messageShape(platform, workspace, message)};
}

function remove(caller: Caller): Fields {
  const {platform, workspace} = caller;
  const message = ownMessage(caller, 'cant_delete_message');
  deleteMessage(platform, workspace, message);
  return {channel: message.channel, ts: message.ts};
}

function getPermalink(caller: Caller): Fields {
  const {workspace, args} = caller;
  const channel = findChannel(caller);
  const ts = need(args, 'message_ts', 'message_not_found');
  const message = workspace.message(channel.id, ts);
  if (!message) throw new Refusal('message_not_found');
  const thread = message.threadTs === undefined ? '' : `?thread_ts=${message.threadTs}&cid=${channel.id}`;
  const permalink = `https://${workspace.domain}.slack.com/archives/${channel.id}/p${ts.replace('.', '')}${thread}`;
  return present({channel: channel.id, permalink});
}

export const chat: Readonly<Record<string, Method>> = {
  'chat.postMessage': {scopes: ['chat:write'], run: postMessage},
  'chat.postEphemeral': {scopes: ['chat:write'], run: postEphemeral},
  'chat.update': {scopes: ['chat:write'], run: update},
  'chat.delete': {scopes: ['chat:write'], run: remove},
  'chat.getPermalink': {scopes: [], run: getPermalink},
};
