/** From the body of a request to the parts of a message. */
import {AllowedMentionsTypes, type APIAttachment, type RESTPostAPIChannelMessageJSONBody} from 'discord.js';
import {record, type Call} from './call.js';
import {DiscordError} from './discord-error.js';
import type {Content} from './messages.js';
import type {World} from './model.js';

/** What may be in a body that makes or changes a message. */
export type MessageBody = Pick<
  RESTPostAPIChannelMessageJSONBody,
  'content' | 'embeds' | 'components' | 'flags' | 'allowed_mentions' | 'message_reference' | 'nonce' | 'enforce_nonce'
> & {readonly attachments?: readonly {readonly id: string | number; readonly filename?: string}[]};

export function messageBody(body: unknown): MessageBody {
  return record(body);
}

/** The parts that a body sets; those it leaves out are left out. @param kept Files that a change may keep. */
export function contentOf(call: Call, body: MessageBody, kept: readonly APIAttachment[] = []): Content {
  const attachments =
    call.files.size > 0 || body.attachments ? {attachments: [...keptOf(body, kept), ...uploadAll(call)]} : {};
  return {
    ...(body.content === undefined ? {} : {content: body.content}),
    ...(body.embeds ? {embeds: body.embeds} : {}),
    ...(body.components ? {components: body.components} : {}),
    ...(body.flags === undefined ? {} : {flags: body.flags}),
    ...attachments,
  };
}

function keptOf(body: MessageBody, kept: readonly APIAttachment[]): APIAttachment[] {
  const wanted = new Set((body.attachments ?? []).map(({id}) => String(id)));
  return kept.filter(({id}) => wanted.has(id));
}

function uploadAll(call: Call): APIAttachment[] {
  return [...call.files.values()].map(({name, type, bytes}) => addUpload(call.world, name, type, bytes));
}

/** Keep a file and give it an address on this server. */
export function addUpload(world: World, filename: string, type: string, bytes: Buffer): APIAttachment {
  const id = world.nextId();
  const url = `${world.base()}/attachments/${id}/${encodeURIComponent(filename)}`;
  const attachment: APIAttachment = {id, filename, size: bytes.length, url, proxy_url: url, content_type: type};
  world.uploads.set(id, {attachment, bytes});
  return attachment;
}

/** @throws DiscordError 50006 where nothing would be seen. */
export function refuseEmpty(content: Content): void {
  const {embeds = [], components = [], attachments = []} = content;
  if ((content.content ?? '') === '' && embeds.length + components.length + attachments.length === 0) {
    throw new DiscordError(50006);
  }
}

/** Whom a bot's message may tell, by its `allowed_mentions`. */
export function mayPingOf(body: MessageBody): (userId: string) => boolean {
  const {allowed_mentions: allowed} = body;
  return (userId) =>
    !allowed ||
    (allowed.parse ?? []).some((kind) => kind === AllowedMentionsTypes.User) ||
    (allowed.users ?? []).includes(userId);
}
