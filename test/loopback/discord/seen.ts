/**
 * What the bot is shown of a message without the MessageContent intent.
 *
 * Its words, embeds, files and components are hidden, except in direct messages, in the bot's own messages, where the
 * bot is mentioned, and in the target of a message command.
 * Source: Discord documentation, "Message Content Intent".
 */
import type {APIMessage} from 'discord.js';
import type {World} from './model.js';

/** The message as the bot gets it. Ephemeral messages and targets are given whole with `full`. */
export function seenByBot(world: World, message: APIMessage, full = false): APIMessage {
  const {referenced_message: parent} = message;
  const shown = parent ? {...message, referenced_message: seenByBot(world, parent)} : message;
  return full || isShown(world, message) ? shown : {...shown, content: '', embeds: [], attachments: [], components: []};
}

function isShown(world: World, message: APIMessage): boolean {
  const {bot} = world;
  return (
    message.author.id === bot.id ||
    message.application_id === bot.id ||
    message.mentions.some(({id}) => id === bot.id) ||
    world.channels.get(message.channel_id)?.guildId === undefined
  );
}
