/** One interaction and what the bot made of it. */
import {InteractionResponseType, type APIMessage} from 'discord.js';
import type {Callback, Interaction, World} from './model.js';
import type {Until} from './until.js';

export interface Exchange {
  readonly id: string;
  readonly token: string;
  /** The first answer; rejects where none comes in time. */
  readonly answered: () => Promise<Callback>;
  /** The message a person sees in the end: no longer "thinking". */
  readonly reply: () => Promise<APIMessage>;
  /** All messages there are of this interaction, the first answer first. */
  readonly messages: () => readonly APIMessage[];
  /** Proposals of an autocomplete. */
  readonly choices: () => Promise<readonly Choice[]>;
}

export interface Choice {
  readonly name: string;
  readonly value: string | number;
}

export function createExchange(world: World, interaction: Interaction, until: Until): Exchange {
  const messageOf = (id: string | undefined): APIMessage | undefined =>
    world.channels.get(interaction.channelId)?.messages.find((one) => one.id === id);
  const answered = (): Promise<Callback> => until(() => interaction.callback, `a callback to ${interaction.id}`);
  return {
    id: interaction.id,
    token: interaction.token,
    answered,
    reply: () =>
      until(
        () => (interaction.answeredTookMs === undefined ? undefined : messageOf(interaction.originalId)),
        `a reply to ${interaction.id}`,
      ),
    messages: () => [interaction.originalId, ...interaction.followUpIds].flatMap((id) => messageOf(id) ?? []),
    async choices() {
      const {type, data} = await answered();
      if (type !== InteractionResponseType.ApplicationCommandAutocompleteResult) {
        throw new Error(`Proposals were hoped for, and a callback of type ${type} came.`);
      }
      return (data as {readonly choices: readonly Choice[]}).choices;
    },
  };
}
