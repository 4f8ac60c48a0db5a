/**
 * The bot's messages as bodies of requests.
 */
import {MessageFlags, type APIAllowedMentions, type APIMessageTopLevelComponent} from 'discord.js';
import {sentenceReply, type Reply} from '../../bot/message.js';
import {replyToDiscord, type DiscordMessage} from './reply.js';

export interface Body {
  readonly flags: MessageFlags;
  readonly components: APIMessageTopLevelComponent[];
  readonly allowed_mentions: APIAllowedMentions;
}

export type Bodies = readonly [Body, ...Body[]];

export function replyToBodies(reply: Reply): Bodies {
  const [first, ...rest] = replyToDiscord(reply);
  return [toBody(first), ...rest.map(toBody)];
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

function toBody({flags, components}: DiscordMessage): Body {
  return {flags, components, allowed_mentions: {parse: [], replied_user: false}};
}
