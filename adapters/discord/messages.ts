/**
 * What is said to the bot by its name or directly, and the edits of it: to the desk, and its turn back.
 */
import {MessageType} from 'discord.js';
import type {Desk} from '../../bot/desk.js';
import type {Said} from '../../bot/thread.js';
import type {Turn} from '../../bot/turn.js';
import type {DiscordFiles} from './files.js';
import {answerMessage, type MessageParts} from './answer-message.js';
import {messageToAsked, messageToSaid, wordsOf, type SaidMessage} from './asked.js';

export interface Listening extends MessageParts {
  readonly desk: Desk;
  readonly files: DiscordFiles;
  /** The bot's own id. */
  readonly bot: string;
  /** What was said before could not be read. */
  readonly unread: (error: unknown) => void;
}

/** A new message, or one that was edited. @throws What Discord refused. */
export async function takeMessage(message: SaidMessage, parts: Listening): Promise<void> {
  await answerMessage(message, await turnFor(message, parts), parts);
}

/**
 * Whether somebody speaks to the bot: directly, by its name, or in reply to it. A reply that only its automatic mention
 * makes a mention has to say something.
 */
export function isAddressed(message: SaidMessage, bot: string): boolean {
  const {author, webhook_id: webhook, type, guild_id: guild, mentions, content} = message;
  if (author.bot === true || webhook !== undefined) return false;
  if (type !== MessageType.Default && type !== MessageType.Reply) return false;
  if (guild === undefined || new RegExp(`<@!?${bot}>`, 'u').test(content)) return true;
  const isSaying = wordsOf(message, bot) !== '' || message.attachments.length > 0;
  return isSaying && mentions.some(({id}) => id === bot);
}

async function turnFor(message: SaidMessage, parts: Listening): Promise<Turn> {
  const {desk, files, bot} = parts;
  // It names the bot, which is shown its files then, also later on.
  const attached = files.ofMessage(message, true);
  const asked = messageToAsked(message, attached ? {attached} : {});
  const text = wordsOf(message, bot);
  if (message.edited_timestamp !== null) return desk.correct(asked, text, new Date(message.timestamp));
  const isAlone = message.guild_id === undefined && !message.message_reference;
  return isAlone ? desk.hear(asked, text) : desk.hear(asked, text, () => before(message, parts));
}

/** The message that was replied to, or the one right above. */
async function before(message: SaidMessage, {calls, bot, unread}: Listening): Promise<readonly Said[]> {
  const {channel_id: channel, message_reference: reference, referenced_message: parent} = message;
  if (parent) return [messageToSaid(parent, bot)];
  // It was deleted.
  if (parent === null) return [];
  try {
    const {message_id: id} = reference ?? {};
    const found = id
      ? [await calls.message(channel, id)]
      : await calls.messages(channel, {before: message.id, limit: '1'});
    return found.map((one) => messageToSaid(one, bot));
  } catch (error) {
    unread(error);
    return [];
  }
}
