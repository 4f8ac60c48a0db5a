/**
 * Discord: translates what people do there into what the desk takes, and turns of the desk into messages.
 *
 * What the gateway brings is read as Discord documents it. discord.js keeps the connection and the requests in order.
 */
import {Events, GatewayDispatchEvents, type APIInteraction, type Client} from 'discord.js';
import {memoryClaims} from '../../bot/claims.js';
import type {Desk} from '../../bot/desk.js';
import type {Log} from '../log.js';
import type {Connection, Platform, Watch} from '../platform.js';
import type {DiscordSetup} from '../platforms.js';
import type {SaidMessage} from './asked.js';
import {createCalls} from './calls.js';
import {makeClient, usualKnobs, type DiscordKnobs} from './client.js';
import {discordFiles} from './files.js';
import {failureOf, failureText} from './failures.js';
import {endOf, leave, logIn, tellOf} from './gateway.js';
import {createInFlight} from './in-flight.js';
import {takeInteraction} from './interactions.js';
import {inviteUrl} from './invite.js';
import {isAddressed, takeMessage} from './messages.js';
import {register} from './register.js';

export function createDiscord(setup: DiscordSetup, log: Log, knobs: Partial<DiscordKnobs> = {}): Platform {
  return {
    name: 'Discord',
    connect: (desk, watch) => connect(setup, {...usualKnobs, ...knobs}, {desk, watch, log}),
  };
}

interface Parts {
  readonly desk: Desk;
  readonly watch: Watch;
  readonly log: Log;
}

async function connect(setup: DiscordSetup, knobs: DiscordKnobs, {desk, watch, log}: Parts): Promise<Connection> {
  const client = makeClient(setup, knobs);
  client.on(Events.Error, (error) => log.error(`Discord: ${error.message}`));
  client.on(Events.ShardError, (error) => log.warn(`Discord: ${error.message}`));
  const ended = endOf(client);
  const stopListening = listen(client, knobs, setup, {desk, log});
  await logIn(client, setup.token, ended);
  tellOf(client, watch);
  const application = client.application?.id ?? '';
  log.notice(`Add the bot to a server of Discord: ${inviteUrl(application)}`);
  await register(desk.bot.commands, application, client.rest).then(
    (isNew) => log.info(isNew ? 'Discord has the commands now.' : 'Discord had the commands already.'),
    (error: unknown) => log.error(`Discord did not take the commands: ${failureText(error)}`),
  );
  let closing: Promise<void> | undefined;
  return {
    ended,
    close: () => (closing ??= stopListening().then(() => leave(client))),
  };
}

/** @returns What to call to take nothing new; it resolves when everything that was taken is answered. */
function listen(
  client: Client,
  knobs: DiscordKnobs,
  {apiUrl}: DiscordSetup,
  {desk, log}: Omit<Parts, 'watch'>,
): () => Promise<void> {
  const inFlight = createInFlight();
  const calls = createCalls(client.rest, apiUrl, knobs);
  const files = discordFiles({origins: knobs.fileOrigins, timeoutMs: knobs.downloadMs, fetch}, calls);
  const told = memoryClaims(() => Date.now());
  let isLeaving = false;
  const answer = (key: string, work: () => Promise<void>) => {
    if (isLeaving) return;
    inFlight.run(key, () =>
      work().catch((error: unknown) => {
        const level = failureOf(error) === 'other' ? 'error' : 'warn';
        log[level](`Discord: ${key} has no answer: ${failureText(error)}`);
      }),
    );
  };
  client.ws.on(GatewayDispatchEvents.InteractionCreate, (interaction: APIInteraction) => {
    const bot = client.user?.id ?? interaction.application_id;
    answer(`interaction ${interaction.id}`, () =>
      takeInteraction(interaction, {desk, calls, files, bot, deferAfterMs: knobs.deferAfterMs}),
    );
  });
  const hear = (message: SaidMessage) => {
    const bot = client.user?.id;
    if (bot === undefined || !isAddressed(message, bot)) return;
    const unread = (error: unknown) =>
      log.warn(`Discord: what stands before message ${message.id}: ${failureText(error)}`);
    answer(`message ${message.id}`, () => takeMessage(message, {desk, client, calls, files, told, bot, unread}));
  };
  client.ws.on(GatewayDispatchEvents.MessageCreate, hear);
  client.ws.on(GatewayDispatchEvents.MessageUpdate, (message: SaidMessage) => {
    // An update without an edit is Discord's own, such as a preview of a link.
    if (message.edited_timestamp) hear(message);
  });
  return async () => {
    isLeaving = true;
    await inFlight.settled();
  };
}
