/**
 * The command table as Discord registers it: one slash command with a subcommand for each, and two commands of
 * a message's menu.
 *
 * Source of the limits: Discord, "Application Commands".
 */
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandSubcommandOption,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  type RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord.js';
import {isRequired, type Command, type Option, type Value} from '../../bot/command.js';
import {fillValues} from '../../bot/parse.js';

/** Name of the slash command; the commands of the table are its subcommands. */
export const slashCommandName = 'bpf-howto';
/** Name of the command in the menu of a message; 32 characters at most. */
export const messageCommandName = 'Answer from the BPF HOWTO';

/** The same, for patches that are attached to a message or stand in it. */
export const checkCommandName = 'Check patches';

/** Longer texts are for messages, where Discord allows as many. */
const textChars = 2000;
const descriptionChars = 100;
const maxChoices = 25;
const maxSubcommands = 25;

export type Registration =
  RESTPostAPIChatInputApplicationCommandsJSONBody | RESTPostAPIContextMenuApplicationCommandsJSONBody;

/** In servers and in direct messages with the bot; it is added to servers, not to persons. */
const places = {
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
  integration_types: [ApplicationIntegrationType.GuildInstall],
};

/** @throws Error for a table with more commands than Discord takes. */
export function registrations(commands: readonly Command[]): Registration[] {
  if (commands.length > maxSubcommands) {
    throw new Error(`Discord takes ${maxSubcommands} subcommands; the command table has ${commands.length}.`);
  }
  return [
    {
      type: ApplicationCommandType.ChatInput,
      name: slashCommandName,
      description: 'Answers out of the Linux BPF HOWTO',
      options: commands.map(subcommand),
      ...places,
    },
    ...[messageCommandName, checkCommandName].map((name) => ({
      type: ApplicationCommandType.Message as const,
      name,
      ...places,
    })),
  ];
}

/**
 * The values of a command from an interaction.
 *
 * @param options As the interaction has them below its subcommand.
 * @throws UserError where one is missing or does not fit.
 */
export function valuesOf(
  command: Command,
  options: readonly {readonly name: string; readonly value?: Value}[],
): Readonly<Record<string, Value>> {
  return fillValues(Object.fromEntries(options.map(({name, value}) => [name, value])), command);
}

function subcommand({name, summary, options}: Command): APIApplicationCommandSubcommandOption {
  // Discord wants those that must be given first.
  const named = Object.entries(options);
  const ordered = [...named.filter(([, each]) => isRequired(each)), ...named.filter(([, each]) => !isRequired(each))];
  return {
    type: ApplicationCommandOptionType.Subcommand,
    name,
    description: describe(summary),
    options: ordered.flatMap(([option, each]) => commandOptions(option, each)),
  };
}

/** A box for each file that may come: `file`, `file2`, and so on. */
function commandOptions(name: string, option: Option): APIApplicationCommandBasicOption[] {
  if (option.type !== 'files') return [commandOption(name, option)];
  return Array.from({length: option.most}, (_, at) => ({
    type: ApplicationCommandOptionType.Attachment,
    name: at === 0 ? name : `${name}${at + 1}`,
    description: describe(option.summary),
    required: false,
  }));
}

function commandOption(name: string, option: Exclude<Option, {type: 'files'}>): APIApplicationCommandBasicOption {
  const base = {name, description: describe(option.summary), required: isRequired(option)};
  switch (option.type) {
    case 'text':
      return {
        type: ApplicationCommandOptionType.String,
        ...base,
        max_length: textChars,
        ...(option.complete === undefined ? {} : {autocomplete: true}),
      };
    case 'word':
      return {type: ApplicationCommandOptionType.String, ...base, max_length: option.maxChars};
    case 'choice':
      return option.choices.length > maxChoices || option.near !== undefined
        ? {type: ApplicationCommandOptionType.String, ...base, autocomplete: true}
        : {
            type: ApplicationCommandOptionType.String,
            ...base,
            choices: option.choices.map((choice) => ({name: choice, value: choice})),
          };
    case 'integer':
      return {type: ApplicationCommandOptionType.Integer, ...base, min_value: option.min, max_value: option.max};
    case 'flag':
      return {type: ApplicationCommandOptionType.Boolean, ...base};
  }
}

/** `help` shows the whole summary. */
function describe(summary: string): string {
  return summary.length <= descriptionChars ? summary : `${summary.slice(0, descriptionChars - 1)}\u2026`;
}
