/**
 * What a method of the Web API is: the scopes it needs, and what it does for a caller.
 */
import type {Fields} from '../fields.js';
import {textOf} from '../fields.js';
import type {Platform} from '../platform.js';
import type {Channel, ChannelType, Installation, Workspace} from '../workspace.js';

export interface Caller {
  readonly platform: Platform;
  readonly workspace: Workspace;
  readonly installation: Installation;
  readonly args: Fields;
}

export interface Method {
  /** Any one of these will do; none where any token will. */
  readonly scopes: readonly string[];
  readonly run: (caller: Caller) => Fields;
}

/** What a method answers in place of its result: `{ok: false, error}` and more where Slack gives more. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  constructor(
    error: string,
    readonly more: Fields = {},
  ) {
    super(error);
  }
}

/** An argument that the method cannot do without. */
export function need(args: Fields, name: string, error = 'invalid_arguments'): string {
  const value = textOf(args[name]);
  if (value === undefined || value === '') throw new Refusal(error);
  return value;
}

/** Refuse as Slack does where the token has none of the scopes. */
export function needScope({installation}: Caller, scopes: readonly string[]): void {
  if (scopes.length === 0 || scopes.some((scope) => installation.scopes.includes(scope))) return;
  throw new Refusal('missing_scope', {needed: scopes.join(','), provided: installation.scopes.join(',')});
}

const families: Readonly<Record<ChannelType, string>> = {channel: 'channels', group: 'groups', im: 'im', mpim: 'mpim'};

/** A channel the app may know of, by an id or, for an opened conversation, a person's id. */
export function findChannel({workspace, installation, args}: Caller): Channel {
  const id = need(args, 'channel', 'channel_not_found');
  const person = workspace.users.get(id);
  const channel = person ? workspace.directChannel(person.id) : workspace.channels.get(id);
  const hidden = channel && channel.type !== 'channel' && !channel.members.has(installation.botUser);
  if (!channel || hidden === true) throw new Refusal('channel_not_found');
  return channel;
}

/** A channel that the app may read or ask about. */
export function readableChannel(caller: Caller, right: 'history' | 'read'): Channel {
  const channel = findChannel(caller);
  needScope(caller, [`${families[channel.type]}:${right}`]);
  if (right === 'history' && !channel.members.has(caller.installation.botUser)) throw new Refusal('not_in_channel');
  return channel;
}

/** A channel that the app may post to. */
export function writableChannel(caller: Caller): Channel {
  const channel = findChannel(caller);
  const anywhere = channel.type === 'channel' && caller.installation.scopes.includes('chat:write.public');
  if (channel.archived) throw new Refusal('is_archived');
  if (!anywhere && !channel.members.has(caller.installation.botUser)) throw new Refusal('not_in_channel');
  if (channel.restricted) throw new Refusal('restricted_action');
  return channel;
}
