/**
 * Messages come to be, change and go, and the clients hear of it.
 *
 * Ephemeral ones are kept with the others but told to nobody: only their interaction leads to them.
 */
import {
  GatewayIntentBits,
  MessageFlags,
  MessageReferenceType,
  MessageType,
  type APIAttachment,
  type APIMessage,
  type APIUser,
} from 'discord.js';
import type {Channel, World} from './model.js';
import {isVisible} from './permissions.js';
import {memberPayload} from './payloads.js';
import {seenByBot} from './seen.js';

/** Parts of a message that its writer decides. */
export interface Content {
  readonly content?: string;
  readonly embeds?: APIMessage['embeds'];
  readonly components?: NonNullable<APIMessage['components']>;
  readonly attachments?: readonly APIAttachment[];
  readonly flags?: MessageFlags;
}

export interface Draft extends Content {
  readonly id?: string;
  readonly channel: Channel;
  readonly author: APIUser;
  readonly nonce?: string | number;
  readonly parent?: APIMessage;
  /** Whether the author of the parent is told of the reply. */
  readonly pingsParent?: boolean;
  /** Which of the people named in the text are told; all of them where it is left out. */
  readonly mayPing?: (userId: string) => boolean;
  /** Set for answers to interactions. */
  readonly interaction?: NonNullable<APIMessage['interaction_metadata']>;
}

/** Bits as the type that messages carry. */
export function toFlags(bits: number): MessageFlags {
  const flags: unknown = bits;
  return flags as MessageFlags;
}

export function isEphemeral(message: APIMessage): boolean {
  return ((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
}

export function addMessage(world: World, draft: Draft): APIMessage {
  const {channel, author, parent} = draft;
  const message: APIMessage = {
    id: draft.id ?? world.nextId(),
    channel_id: channel.id,
    author,
    content: draft.content ?? '',
    timestamp: new Date(world.now()).toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: mentioned(world, draft),
    mention_roles: [],
    attachments: [...(draft.attachments ?? [])],
    embeds: draft.embeds ?? [],
    components: numbered(draft.components ?? []),
    pinned: false,
    type:
      draft.interaction && !parent ? MessageType.ChatInputCommand : parent ? MessageType.Reply : MessageType.Default,
    flags: draft.flags ?? toFlags(0),
    ...(draft.nonce === undefined ? {} : {nonce: draft.nonce}),
    ...(parent ? {referenced_message: parent, message_reference: referenceTo(channel, parent)} : {}),
    ...(draft.interaction
      ? {interaction_metadata: draft.interaction, application_id: world.bot.id, webhook_id: world.bot.id}
      : {}),
  };
  channel.messages.push(message);
  world.writtenMs.set(message.id, performance.now());
  tell(world, channel, 'MESSAGE_CREATE', message);
  world.changed();
  return message;
}

/** Change a message in its place. @returns The new message. */
export function changeMessage(world: World, channel: Channel, old: APIMessage, changes: Content): APIMessage {
  const {components, attachments, ...plain} = changes;
  const message: APIMessage = {
    ...old,
    ...plain,
    ...(components ? {components: numbered(components)} : {}),
    ...(attachments ? {attachments: [...attachments]} : {}),
    edited_timestamp: new Date(world.now()).toISOString(),
  };
  channel.messages.splice(channel.messages.indexOf(old), 1, message);
  tell(world, channel, 'MESSAGE_UPDATE', message);
  world.changed();
  return message;
}

export function removeMessage(world: World, channel: Channel, message: APIMessage): void {
  channel.messages.splice(channel.messages.indexOf(message), 1);
  if (!isEphemeral(message) && isVisible(world, channel)) {
    const guild = channel.guildId === undefined ? {} : {guild_id: channel.guildId};
    const data = {id: message.id, channel_id: channel.id, ...guild};
    world.dispatch({name: 'MESSAGE_DELETE', intent: intentOf(channel), data});
  }
  world.changed();
}

function tell(world: World, channel: Channel, name: string, message: APIMessage): void {
  if (isEphemeral(message) || !isVisible(world, channel)) return;
  const guild = channel.guildId === undefined ? {} : {guild_id: channel.guildId, member: memberPayload()};
  const data = {...seenByBot(world, message), channel_type: channel.type, ...guild};
  world.dispatch({name, intent: intentOf(channel), data});
}

function intentOf(channel: Channel): number {
  return channel.guildId === undefined ? GatewayIntentBits.DirectMessages : GatewayIntentBits.GuildMessages;
}

function referenceTo(channel: Channel, parent: APIMessage): NonNullable<APIMessage['message_reference']> {
  const guild = channel.guildId === undefined ? {} : {guild_id: channel.guildId};
  return {type: MessageReferenceType.Default, message_id: parent.id, channel_id: parent.channel_id, ...guild};
}

function mentioned(world: World, draft: Draft): APIUser[] {
  const named = [...(draft.content ?? '').matchAll(/<@!?(\d+)>/g)].map((match) => match[1] ?? '');
  const ids = named.filter((id) => draft.mayPing?.(id) ?? true);
  if (draft.parent && draft.pingsParent === true) ids.push(draft.parent.author.id);
  return [...new Set(ids)].flatMap((id) => world.users.get(id) ?? []);
}

/** Components with the ids that Discord gives to those without one, counted over the whole message. */
function numbered(components: NonNullable<APIMessage['components']>): NonNullable<APIMessage['components']> {
  let last = 0;
  const visit = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(visit);
    if (typeof value !== 'object' || value === null) return value;
    const given = value as Record<string, unknown>;
    const nested = ['components', 'accessory'].flatMap((key) => (key in given ? [key] : []));
    const id = typeof given.type === 'number' ? {id: given.id ?? ++last} : {};
    return {...given, ...id, ...Object.fromEntries(nested.map((key) => [key, visit(given[key])]))};
  };
  return components.map(visit) as NonNullable<APIMessage['components']>;
}
