/** Channels, guilds and members as Discord writes them down. Source: Discord documentation, "Resources". */
import {ChannelType, type APIUser} from 'discord.js';
import type {Channel, Guild, Member, World} from './model.js';
import {everyonePermissions, isThread, isVisible, permissionsIn} from './permissions.js';
import {discordEpochMs} from './snowflake.js';

const joinedAt = new Date(discordEpochMs).toISOString();

export function channelPayload(world: World, channel: Channel): Record<string, unknown> {
  const last = channel.messages.at(-1)?.id ?? null;
  if (channel.guildId === undefined) {
    const recipients = channel.recipientIds.flatMap((id) => world.users.get(id) ?? []);
    return {id: channel.id, type: channel.type, last_message_id: last, flags: 0, recipients};
  }
  const plain = {
    id: channel.id,
    type: channel.type,
    guild_id: channel.guildId,
    name: channel.name,
    last_message_id: last,
    rate_limit_per_user: 0,
    parent_id: channel.parentId ?? null,
    flags: 0,
  };
  return isThread(channel)
    ? {...plain, ...threadFields(channel)}
    : {...plain, topic: null, position: 0, nsfw: false, permission_overwrites: overwritesOf(channel)};
}

function threadFields(channel: Channel): object {
  return {
    owner_id: channel.ownerId,
    message_count: channel.messages.length,
    member_count: 2,
    total_message_sent: channel.messages.length,
    thread_metadata: {
      archived: channel.archived,
      auto_archive_duration: 1440,
      archive_timestamp: joinedAt,
      create_timestamp: joinedAt,
      locked: channel.locked,
    },
  };
}

function overwritesOf(channel: Channel): object[] {
  return [...channel.overwrites.values()].map(({id, allow, deny}) => ({
    id,
    type: id === channel.guildId ? 0 : 1,
    allow: String(allow),
    deny: String(deny),
  }));
}

/** A member without its user, as messages carry it. */
export function memberPayload(): Record<string, unknown> {
  return {
    roles: [],
    nick: null,
    avatar: null,
    joined_at: joinedAt,
    premium_since: null,
    pending: false,
    communication_disabled_until: null,
    deaf: false,
    mute: false,
    flags: 0,
  };
}

function fullMember(world: World, guild: Guild, member: Member): object {
  const role = member.permissions === 0n ? [] : [roleId(guild, member)];
  return {...memberPayload(), roles: role, user: world.users.get(member.userId)};
}

/** Every member with rights of its own has one managed role of them, as an invited bot has. */
function roleId(guild: Guild, member: Member): string {
  return String(BigInt(guild.id) + BigInt(member.userId));
}

function rolePayload(id: string, name: string, permissions: bigint): object {
  return {
    id,
    name,
    permissions: String(permissions),
    color: 0,
    colors: {primary_color: 0, secondary_color: null, tertiary_color: null},
    hoist: false,
    icon: null,
    unicode_emoji: null,
    position: 0,
    managed: name !== '@everyone',
    mentionable: false,
    flags: 0,
  };
}

/** All of a guild, as GUILD_CREATE brings it: only what the bot can see. */
export function guildPayload(world: World, guild: Guild): Record<string, unknown> {
  const channels = [...world.channels.values()].filter(({guildId}) => guildId === guild.id);
  const members = [...guild.members.values()];
  return {
    id: guild.id,
    name: guild.name,
    owner_id: guild.ownerId,
    icon: null,
    splash: null,
    discovery_splash: null,
    banner: null,
    description: null,
    features: [],
    emojis: [],
    stickers: [],
    afk_channel_id: null,
    afk_timeout: 300,
    system_channel_id: null,
    system_channel_flags: 0,
    rules_channel_id: null,
    public_updates_channel_id: null,
    safety_alerts_channel_id: null,
    verification_level: 0,
    default_message_notifications: 0,
    explicit_content_filter: 0,
    mfa_level: 0,
    nsfw_level: 0,
    premium_tier: 0,
    premium_progress_bar_enabled: false,
    preferred_locale: 'en-US',
    vanity_url_code: null,
    application_id: null,
    hub_type: null,
    roles: [
      rolePayload(guild.id, '@everyone', everyonePermissions),
      ...members
        .filter(({permissions}) => permissions !== 0n)
        .map((member) => rolePayload(roleId(guild, member), 'bot', member.permissions)),
    ],
    joined_at: joinedAt,
    large: false,
    unavailable: false,
    member_count: members.length,
    members: members.filter(({userId}) => userId === world.bot.id).map((member) => fullMember(world, guild, member)),
    channels: channels.filter((channel) => !isThread(channel)).map((channel) => channelPayload(world, channel)),
    threads: channels
      .filter((channel) => isThread(channel) && !channel.archived && isVisible(world, channel))
      .map((channel) => channelPayload(world, channel)),
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

/** Channel of an interaction: partial, with what the person may do there. */
export function interactionChannel(world: World, channel: Channel, userId: string): object {
  return {...channelPayload(world, channel), permissions: String(permissionsIn(world, channel, userId))};
}

/** Who made an interaction: a member in a guild, a user in a direct message. */
export function interactionPerson(world: World, channel: Channel, user: APIUser): object {
  if (channel.type === ChannelType.DM) return {user};
  return {member: {...memberPayload(), user, permissions: String(permissionsIn(world, channel, user.id))}};
}
