/**
 * Discord: translates what discord.js hands over into what the desk takes, and turns of the desk into messages.
 */
import {Client, Events, GatewayIntentBits, MessageFlags} from 'discord.js';
import type {Desk} from '../../bot/desk.js';
import {replyToPlain} from '../../bot/plain.js';
import type {Log} from '../log.js';
import type {Connection, Platform, Watch} from '../platform.js';
import type {DiscordSetup} from '../platforms.js';

export function createDiscord(setup: DiscordSetup, log: Log): Platform {
  return {name: 'Discord', connect: (desk, watch) => connect(setup, desk, watch, log)};
}

async function connect({token, apiUrl}: DiscordSetup, desk: Desk, _watch: Watch, log: Log): Promise<Connection> {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    allowedMentions: {parse: [], repliedUser: false},
    rest: {api: apiUrl},
  });
  client.on(Events.Error, (error) => log.error(`Discord: ${error.message}`));
  client.on(Events.InteractionCreate, (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    const {user} = interaction;
    void desk
      .hear(
        {
          key: `discord:${interaction.id}`,
          person: `discord:${user.id}`,
          place: `discord:${interaction.channelId}`,
          request: {setting: 'private', askerId: user.id, askerName: user.displayName, pageChars: 1500},
        },
        interaction.options.getString('question') ?? '',
      )
      .then(async (turn) => {
        if (turn.type === 'say')
          await interaction.reply({content: replyToPlain(turn.reply), flags: MessageFlags.Ephemeral});
      })
      .catch((error: unknown) => log.error(`Discord: ${String(error)}`));
  });
  const ready = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()));
  await client.login(token);
  await ready;
  return {ended: new Promise(() => undefined), close: () => client.destroy()};
}
