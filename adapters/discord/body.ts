/**
 * The bot's messages as bodies of requests.
 */
import {ComponentType, MessageFlags, type APIAllowedMentions, type APIMessageTopLevelComponent} from 'discord.js';
import {sentenceReply, type Reply, type ReplyFile} from '../../bot/message.js';
import {replyToDiscord, type DiscordMessage} from './reply.js';

export interface Body {
  readonly flags: MessageFlags;
  readonly components: APIMessageTopLevelComponent[];
  readonly allowed_mentions: APIAllowedMentions;
  /** The file below, as the JSON names it. */
  readonly attachments?: {readonly id: string; readonly filename: string}[];
  /** Goes beside the JSON. A message of components shows it where a component refers to it. */
  readonly file?: ReplyFile;
}

export type Bodies = readonly [Body, ...Body[]];

export function replyToBodies(reply: Reply): Bodies {
  const [first, ...rest] = replyToDiscord(reply);
  const withFile = (message: DiscordMessage) => toBody(message, reply.file);
  return [withFile(first), ...rest.map(withFile)];
}

export function sentenceToBody(sentence: string): Body {
  const [body] = replyToBodies(sentenceReply(sentence));
  return body;
}

/** Instead of a body that Discord refused, which is a mistake of this program. */
export function unshownBody(): Body {
  return sentenceToBody('Discord did not take the answer as it was written. Please tell the operator of this bot.');
}

/** For the eyes of the asker alone. */
export function toEphemeral(body: Body): Body {
  return {...body, flags: body.flags | MessageFlags.Ephemeral};
}

function toBody({flags, components}: DiscordMessage, file: ReplyFile | undefined): Body {
  const isHere = file !== undefined && components.some(({type}) => type === ComponentType.File);
  const filed = isHere ? {attachments: [{id: '0', filename: file.name}], file} : {};
  return {flags, components, allowed_mentions: {parse: [], replied_user: false}, ...filed};
}
