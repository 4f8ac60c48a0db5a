/**
 * The bare libraries in one process: a Bolt app and a client of discord.js that answer whatever is asked with one text.
 *
 * What the bot costs is read against this. It takes the settings of the bot and says what the bot says when it is ready.
 */
import {App, LogLevel} from '@slack/bolt';
import {Client, Events, GatewayIntentBits, MessageFlags} from 'discord.js';

const text = 'Please send your patches to the mailing list.';
const setting = (name: string): string => process.env[name] ?? '';

const app = new App({
  token: setting('SLACK_BOT_TOKEN'),
  appToken: setting('SLACK_APP_TOKEN'),
  socketMode: true,
  clientOptions: {slackApiUrl: setting('SLACK_API_URL')},
  logLevel: LogLevel.ERROR,
});
app.command('/bpf-howto', async ({ack, respond}) => {
  await ack();
  await respond({text, response_type: 'ephemeral'});
});
app.event('app_mention', async ({event, say}) => {
  await say({text, thread_ts: event.ts});
});

const client = new Client({
  intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
  allowedMentions: {parse: []},
  rest: {api: setting('DISCORD_API_URL')},
});
client.on(Events.InteractionCreate, (interaction) => {
  if (interaction.isChatInputCommand()) void interaction.reply({content: text, flags: MessageFlags.Ephemeral});
});
client.on(Events.MessageCreate, (message) => {
  if (!message.author.bot && client.user && message.mentions.has(client.user)) void message.reply(text);
});
client.once(Events.ClientReady, () => console.log('Discord is ready.'));

await Promise.all([app.start().then(() => console.log('Slack is ready.')), client.login(setting('DISCORD_TOKEN'))]);
