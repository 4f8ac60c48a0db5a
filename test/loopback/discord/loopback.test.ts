/** The loopback Discord from end to end, with the real discord.js. */
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  Events,
  MessageFlags,
  type Client,
  type RESTPutAPIApplicationCommandsJSONBody,
} from 'discord.js';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {logIn, makeClient} from './client.js';
import {startDiscord, type LoopbackDiscord} from './index.js';

const commands: RESTPutAPIApplicationCommandsJSONBody = [
  {
    name: 'bpf-howto',
    description: 'Ask the HOWTO',
    options: [
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'ask',
        description: 'Ask',
        options: [
          {
            type: ApplicationCommandOptionType.String,
            name: 'question',
            description: 'What',
            required: true,
            autocomplete: true,
          },
        ],
      },
    ],
  },
  {name: 'Answer this', type: ApplicationCommandType.Message},
];

const ask = {name: 'bpf-howto', subcommand: 'ask', options: {question: 'where?'}};

let discord: LoopbackDiscord;
let client: Client;

beforeEach(async () => {
  discord = await startDiscord();
  client = makeClient(discord);
});

afterEach(async () => {
  await client.destroy();
  await discord.stop();
});

async function register(): Promise<void> {
  await logIn(discord, client);
  await client.application?.commands.set(commands);
}

describe('a client of the loopback Discord', () => {
  it('logs in and knows its guild', async () => {
    await logIn(discord, client);
    expect(client.guilds.cache.map(({id, name}) => [id, name])).toEqual([[discord.guild, 'Kernel']]);
    expect(client.user?.id).toBe(discord.bot.id);
  });

  it('answers a slash command', async () => {
    await register();
    client.on(Events.InteractionCreate, (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const question = interaction.options.getString('question', true);
      void interaction.reply({
        content: `${interaction.options.getSubcommand()} ${question}`,
        flags: MessageFlags.Ephemeral,
      });
    });
    const exchange = discord.say.command(ask);
    expect((await exchange.reply()).content).toBe('ask where?');
    expect(discord.violations).toEqual([]);
  });
});
