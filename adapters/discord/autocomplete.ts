/**
 * What an option may become while somebody types. It has no later answer, and none at all is no harm.
 *
 * Source: Discord, "Autocomplete"; "Application Command Option Choice Structure".
 */
import {
  ApplicationCommandOptionType,
  InteractionResponseType,
  type APIApplicationCommandAutocompleteInteraction,
} from 'discord.js';
import type {Bot} from '../../bot/index.js';
import type {Calls} from './calls.js';

const maxChoices = 25;
const choiceChars = 100;

/** @throws What failed, after an empty list was sent: the question can be typed all the same. */
export async function suggest(
  interaction: APIApplicationCommandAutocompleteInteraction,
  bot: Bot,
  calls: Calls,
): Promise<void> {
  const send = (values: readonly string[]) =>
    calls.answer(interaction, {
      type: InteractionResponseType.ApplicationCommandAutocompleteResult,
      data: {choices: toChoices(values)},
    });
  try {
    await send(valuesFor(interaction, bot));
  } catch (error) {
    await send([]).catch(() => undefined);
    throw error;
  }
}

function valuesFor({data}: APIApplicationCommandAutocompleteInteraction, bot: Bot): readonly string[] {
  const [subcommand] = data.options;
  const given = subcommand?.type === ApplicationCommandOptionType.Subcommand ? (subcommand.options ?? []) : [];
  const typed = given.find((each) => 'focused' in each && each.focused);
  const option = bot.commands.find(({name}) => name === subcommand?.name)?.options[typed?.name ?? ''];
  return option && typed && 'value' in typed ? bot.suggest(option, String(typed.value), maxChoices) : [];
}

/** The beginning of a long question is found by the search like the whole. */
function toChoices(values: readonly string[]): {name: string; value: string}[] {
  const short = values.map((value) => value.slice(0, choiceChars).replace(/[\ud800-\udbff]$/u, ''));
  return [...new Set(short)].map((name) => ({name, value: name}));
}
