/**
 * Slash commands, the command of a message's menu, presses and picks: to the desk, and its turn back.
 */
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  InteractionType,
  type APIApplicationCommandInteraction,
  type APIApplicationCommandInteractionDataOption,
  type APIInteraction,
} from 'discord.js';
import type {Asked, Desk} from '../../bot/desk.js';
import {sentenceReply} from '../../bot/message.js';
import type {Turn} from '../../bot/turn.js';
import {answerInteraction, type Asking} from './answer-interaction.js';
import {interactionToAsked, messageToSaid, pressedText} from './asked.js';
import {suggest} from './autocomplete.js';
import type {Calls} from './calls.js';
import {actionTextOf} from './controls.js';
import {valuesOf} from './registration.js';

const unknownCommand = 'This command has changed. Reload Discord (Ctrl+R, or restart the app) and choose it once more.';

export interface InteractionParts {
  readonly desk: Desk;
  readonly calls: Calls;
  /** The bot's own id. */
  readonly bot: string;
  readonly deferAfterMs: number;
}

/** @throws What Discord refused. */
export async function takeInteraction(interaction: APIInteraction, parts: InteractionParts): Promise<void> {
  const {desk, calls, bot, deferAfterMs} = parts;
  if (interaction.type === InteractionType.ApplicationCommandAutocomplete) {
    await suggest(interaction, desk.bot, calls);
    return;
  }
  const asked = interactionToAsked(interaction);
  if (!asked || !isAsking(interaction)) return;
  await answerInteraction(interaction, turnFor(interaction, asked, desk, bot), calls, deferAfterMs);
}

function isAsking(interaction: APIInteraction): interaction is Asking {
  if (interaction.type === InteractionType.MessageComponent) return true;
  return interaction.type === InteractionType.ApplicationCommand && isOurs(interaction);
}

/** Of the kinds that are registered. */
function isOurs({data}: APIApplicationCommandInteraction): boolean {
  return data.type === ApplicationCommandType.ChatInput || data.type === ApplicationCommandType.Message;
}

async function turnFor(interaction: Asking, asked: Asked, desk: Desk, bot: string): Promise<Turn> {
  const {data} = interaction;
  if ('component_type' in data) return desk.press(asked, actionTextOf(pressedText(data)));
  if ('target_id' in data) {
    const target = data.resolved.messages[data.target_id];
    if (target) return desk.point(asked, messageToSaid(target, bot));
    return whisper(unknownCommand);
  }
  const [subcommand] = data.options ?? [];
  const command = desk.bot.commands.find(({name}) => name === subcommand?.name);
  if (!command || subcommand?.type !== ApplicationCommandOptionType.Subcommand) return whisper(unknownCommand);
  return desk.run(asked, command, () => valuesOf(command, (subcommand.options ?? []).map(toGiven)));
}

function toGiven(option: APIApplicationCommandInteractionDataOption<InteractionType.ApplicationCommand>) {
  return 'value' in option ? {name: option.name, value: option.value} : {name: option.name};
}

function whisper(sentence: string): Turn {
  return {type: 'say', reply: sentenceReply(sentence), to: 'asker', at: 'new'};
}
