/**
 * What an option may become while somebody types. It has no later answer, and none at all is no harm.
 *
 * Source: Discord, "Autocomplete"; "Application Command Option Choice Structure".
 */
import {
  ApplicationCommandOptionType,
  InteractionResponseType,
  type APIApplicationCommandAutocompleteInteraction,
  type APIApplicationCommandAutocompleteResponse,
} from 'discord.js';
import type {Desk} from '../../bot/desk.js';

const maxChoices = 25;
const choiceChars = 100;

export function suggestionsFor(
  {data}: APIApplicationCommandAutocompleteInteraction,
  {bot}: Desk,
): APIApplicationCommandAutocompleteResponse {
  const [subcommand] = data.options;
  const given = subcommand?.type === ApplicationCommandOptionType.Subcommand ? (subcommand.options ?? []) : [];
  const typed = given.find((each) => 'focused' in each && each.focused);
  const option = bot.commands.find(({name}) => name === subcommand?.name)?.options[typed?.name ?? ''];
  const values = option && typed && 'value' in typed ? bot.suggest(option, String(typed.value), maxChoices) : [];
  return {type: InteractionResponseType.ApplicationCommandAutocompleteResult, data: {choices: toChoices(values)}};
}

/** The beginning of a long question is found by the search like the whole. */
function toChoices(values: readonly string[]): {name: string; value: string}[] {
  const short = values.map((value) => value.slice(0, choiceChars).replace(/[\ud800-\udbff]$/u, ''));
  return [...new Set(short)].map((name) => ({name, value: name}));
}
