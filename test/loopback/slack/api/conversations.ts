/** conversations.*: what is said where. */
import {isSet, textOf, type Fields} from '../fields.js';
import {channelShape, messageShape} from '../shapes.js';
import type {Message} from '../workspace.js';
import {need, readableChannel, Refusal, type Caller, type Method} from './method.js';

const pageSize = 100;

/** One page of messages, between `oldest` and `latest`, from `cursor` on. */
function page({platform, workspace, args}: Caller, messages: readonly Message[], pinned: readonly Message[]): Fields {
  const [oldest, latest] = [textOf(args.oldest) ?? '', textOf(args.latest) ?? ''];
  const inclusive = isSet(args.inclusive);
  const inside = messages.filter(
    ({ts}) =>
      (oldest === '' || oldest === '0' || ts > oldest || (inclusive && ts === oldest)) &&
      (latest === '' || ts < latest || (inclusive && ts === latest)),
  );
  const start = Number(Buffer.from(textOf(args.cursor) ?? '', 'base64').toString('utf8') || 0);
  const limit = Math.min(Math.max(Number(textOf(args.limit) ?? pageSize) || pageSize, 1), 1000);
  const shown = [...pinned, ...inside.slice(start, start + limit)];
  const more = start + limit < inside.length;
  const next_cursor = more ? Buffer.from(String(start + limit)).toString('base64') : '';
  return {
    messages: shown.map((message) => messageShape(platform, workspace, message)),
    has_more: more,
    ...(more ? {response_metadata: {next_cursor}} : {}),
  };
}

function replies(caller: Caller): Fields {
  const {workspace, args} = caller;
  const channel = readableChannel(caller, 'history');
  const asked = workspace.message(channel.id, need(args, 'ts', 'thread_not_found'));
  if (!asked) throw new Refusal('thread_not_found');
  const root = workspace.message(channel.id, asked.threadTs ?? asked.ts) ?? asked;
  // The root opens each page, whatever the limits say.
  return page(caller, workspace.repliesTo(root.ts), [root]);
}

function history(caller: Caller): Fields {
  const channel = readableChannel(caller, 'history');
  const messages = caller.workspace.messages.filter(
    ({channel: place, threadTs, ts, broadcast, deleted, ephemeralTo}) =>
      place === channel.id &&
      (threadTs === undefined || threadTs === ts || broadcast === true) &&
      !deleted &&
      ephemeralTo === undefined,
  );
  return page(caller, messages.toReversed(), []);
}

function info(caller: Caller): Fields {
  return {channel: channelShape(readableChannel(caller, 'read'), caller.installation.botUser)};
}

function open({workspace, installation, args}: Caller): Fields {
  const users = need(args, 'users', 'users_list_not_supplied').split(',');
  const person = workspace.users.get(users[0] ?? '');
  if (!person || users.length > 1) throw new Refusal('user_not_found');
  if (person.id === installation.botUser) throw new Refusal('user_not_visible');
  return {no_op: false, already_open: false, channel: {id: workspace.directChannel(person.id).id}};
}

export const conversations: Readonly<Record<string, Method>> = {
  'conversations.replies': {scopes: [], run: replies},
  'conversations.history': {scopes: [], run: history},
  'conversations.info': {scopes: [], run: info},
  'conversations.open': {scopes: ['im:write'], run: open},
};
