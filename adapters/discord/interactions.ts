/**
 * Slash commands, the commands of a message's menu, presses and picks: to the desk, and its turn back.
 */
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  InteractionType,
  type APIApplicationCommandInteraction,
  type APIApplicationCommandInteractionDataOption,
  type APIAttachment,
  type APIChatInputApplicationCommandInteraction,
  type APIInteraction,
  type APIMessage,
} from 'discord.js';
import type {Asked, Desk} from '../../bot/desk.js';
import {sentenceReply} from '../../bot/message.js';
import type {Turn} from '../../bot/turn.js';
import {answerInteraction, type Asking} from './answer-interaction.js';
import {interactionToAsked, messageToSaid, pressedText, type Filed} from './asked.js';
import {suggest} from './autocomplete.js';
import type {Calls} from './calls.js';
import {actionTextOf} from './controls.js';
import {canReadAgain, type DiscordFiles} from './files.js';
import {checkCommandName, valuesOf} from './registration.js';

const unknownCommand = 'This command has changed. Reload Discord (Ctrl+R, or restart the app) and choose it once more.';

export interface InteractionParts {
  readonly desk: Desk;
  readonly calls: Calls;
  readonly files: DiscordFiles;
  /** The bot's own id. */
  readonly bot: string;
  readonly deferAfterMs: number;
}

/** @throws What Discord refused. */
export async function takeInteraction(interaction: APIInteraction, parts: InteractionParts): Promise<void> {
  const {desk, calls, files, bot, deferAfterMs} = parts;
  if (interaction.type === InteractionType.ApplicationCommandAutocomplete) {
    await suggest(interaction, desk.bot, calls);
    return;
  }
  if (!isAsking(interaction)) return;
  const asked = interactionToAsked(interaction, filedWith(interaction, files, bot));
  if (!asked) return;
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

/** Files in the boxes of a command, at the message that was pointed at, or those that a button leads to. */
function filedWith(interaction: Asking, files: DiscordFiles, bot: string): Filed {
  const {data} = interaction;
  if ('component_type' in data) return {fetchAttached: (reference) => files.again(reference)};
  const attached =
    'target_id' in data ? ofTarget(data.resolved.messages[data.target_id]) : files.ofBoxes(boxesOf(data));
  return attached ? {attached} : {};

  function ofTarget(target: APIMessage | undefined) {
    return target && files.ofMessage(target, canReadAgain(target, bot, interaction));
  }
}

/** In the order of the boxes. */
function boxesOf(data: APIChatInputApplicationCommandInteraction['data']): APIAttachment[] {
  const [subcommand] = data.options ?? [];
  const given = subcommand?.type === ApplicationCommandOptionType.Subcommand ? (subcommand.options ?? []) : [];
  return given.flatMap((option) =>
    option.type === ApplicationCommandOptionType.Attachment ? (data.resolved?.attachments?.[option.value] ?? []) : [],
  );
}

async function turnFor(interaction: Asking, asked: Asked, desk: Desk, bot: string): Promise<Turn> {
  const {data} = interaction;
  if ('component_type' in data) return desk.press(asked, actionTextOf(pressedText(data)));
  if ('target_id' in data) {
    const target = data.resolved.messages[data.target_id];
    if (!target) return whisper(unknownCommand);
    const said = messageToSaid(target, bot);
    return data.name === checkCommandName ? desk.inspect(asked, said) : desk.point(asked, said);
  }
  const [subcommand] = data.options ?? [];
  const command = desk.bot.commands.find(({name}) => name === subcommand?.name);
  if (!command || subcommand?.type !== ApplicationCommandOptionType.Subcommand) return whisper(unknownCommand);
  const given = (subcommand.options ?? []).filter(({type}) => type !== ApplicationCommandOptionType.Attachment);
  return desk.run(asked, command, () => valuesOf(command, given.map(toGiven)));
}

function toGiven(option: APIApplicationCommandInteractionDataOption<InteractionType.ApplicationCommand>) {
  return 'value' in option ? {name: option.name, value: option.value} : {name: option.name};
}

function whisper(sentence: string): Turn {
  return {type: 'say', reply: sentenceReply(sentence), to: 'asker', at: 'new'};
}
