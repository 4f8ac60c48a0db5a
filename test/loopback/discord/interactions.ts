/** Interactions as Discord sends them. Source: Discord documentation, "Interaction Object". */
import {randomBytes} from 'node:crypto';
import {
  ApplicationIntegrationType,
  InteractionContextType,
  type APIMessage,
  type APIUser,
  type InteractionType,
} from 'discord.js';
import type {Channel, Interaction, World} from './model.js';
import {interactionChannel, interactionPerson} from './payloads.js';
import {everyonePermissions, permissionsIn} from './permissions.js';

interface Parts {
  readonly type: InteractionType;
  readonly data: Readonly<Record<string, unknown>>;
  /** The message a component stands on. */
  readonly message?: APIMessage;
  readonly targetId?: string;
  readonly commandName?: string;
}

interface Sent {
  readonly channel: Channel;
  readonly user: APIUser;
  readonly parts: Parts;
}

/** Most bytes of a file that the bot may upload. */
const attachmentSizeLimit = 10 * 1024 * 1024;

export function sendInteraction(world: World, {channel, user, parts}: Sent): Interaction {
  const {type, data, message, targetId, commandName} = parts;
  const interaction: Interaction = {
    id: world.nextId(),
    token: randomBytes(24).toString('base64url'),
    type,
    channelId: channel.id,
    userId: user.id,
    createdAtMs: world.now(),
    sentMs: performance.now(),
    followUpIds: [],
    ...(message ? {sourceId: message.id} : {}),
    ...(targetId === undefined ? {} : {targetId}),
    ...(commandName === undefined ? {} : {commandName}),
  };
  world.interactions.set(interaction.token, interaction);
  world.dispatch({
    name: 'INTERACTION_CREATE',
    intent: 0,
    data: payload(world, interaction, {channel, user, parts}, data),
  });
  return interaction;
}

function payload(world: World, interaction: Interaction, {channel, user, parts}: Sent, data: object): object {
  const {guildId} = channel;
  const inGuild = guildId !== undefined && world.guilds.has(guildId);
  return {
    id: interaction.id,
    application_id: world.bot.id,
    type: interaction.type,
    token: interaction.token,
    version: 1,
    data,
    channel: interactionChannel(world, channel, user.id),
    channel_id: channel.id,
    ...interactionPerson(world, channel, user),
    ...(inGuild ? {guild_id: guildId, guild: {id: guildId, locale: 'en-US', features: []}, guild_locale: 'en-US'} : {}),
    ...(parts.message ? {message: parts.message} : {}),
    app_permissions: String(inGuild ? permissionsIn(world, channel, world.bot.id) : everyonePermissions),
    locale: 'en-GB',
    entitlements: [],
    authorizing_integration_owners: {[ApplicationIntegrationType.GuildInstall]: guildId ?? '0'},
    context: inGuild ? InteractionContextType.Guild : InteractionContextType.BotDM,
    attachment_size_limit: attachmentSizeLimit,
  };
}
