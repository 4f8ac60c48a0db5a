/** The real discord.js against the loopback server, for the server's own tests. */
import {Client, Events, GatewayIntentBits, Partials, type ClientOptions} from 'discord.js';
import type {LoopbackDiscord} from './index.js';

const intents = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages];

/** A client without waits between identifies, and without mentions by itself. */
export function makeClient(discord: Pick<LoopbackDiscord, 'apiUrl'>, options: Partial<ClientOptions> = {}): Client {
  return new Client({
    intents,
    partials: [Partials.Channel],
    allowedMentions: {parse: []},
    ...options,
    rest: {api: discord.apiUrl, ...options.rest},
    ws: {buildIdentifyThrottler: () => ({waitForIdentify: () => Promise.resolve()}), ...options.ws},
  });
}

/** Log in and wait until the client is ready. */
export async function logIn(discord: LoopbackDiscord, client: Client): Promise<void> {
  const ready = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()));
  await client.login(discord.token);
  await ready;
}
