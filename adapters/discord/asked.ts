/**
 * Who asks, where, and in what words, out of what Discord sends.
 */
import {ComponentType, MessageFlags, type APIInteraction, type APIMessage, type APIUser} from 'discord.js';
import type {Asked} from '../../bot/desk.js';
import type {Request, Setting} from '../../bot/request.js';
import type {Said} from '../../bot/thread.js';
import {discordPageChars} from './reply.js';

interface Who {
  readonly user: APIUser;
  readonly nick?: string | null | undefined;
}

/** A message as the gateway brings it. */
export type SaidMessage = APIMessage & {
  readonly guild_id?: string;
  readonly member?: {readonly nick?: string | null};
};

/** What a request knows of files. */
export type Filed = Pick<Request, 'attached' | 'fetchAttached'>;

/** @returns Undefined where nobody stands behind it. */
export function interactionToAsked(interaction: APIInteraction, filed: Filed = {}): Asked | undefined {
  const {id, member, guild_id: guild} = interaction;
  const user = member?.user ?? interaction.user;
  if (!user) return undefined;
  const place = interaction.channel?.id ?? user.id;
  const setting = guild === undefined ? 'direct' : sight(interaction);
  // What only the asker sees may always come with a file.
  return asked(`discord:${id}`, {user, nick: member?.nick}, place, {setting, canAttach: true, ...filed});
}

/** How those who see the pressed message see it; a command is answered to its asker alone. */
function sight(interaction: APIInteraction): Setting {
  const pressed = 'message' in interaction ? interaction.message : undefined;
  return pressed && !isEphemeral(pressed) ? 'public' : 'private';
}

/** An edit of a message is a question of its own. */
export function messageToAsked(message: SaidMessage, filed: Filed = {}): Asked {
  const {id, author, member, channel_id: place, guild_id: guild, edited_timestamp: editedAt} = message;
  const key = `discord:message:${id}${editedAt === null ? '' : `:${editedAt}`}`;
  const isDirect = guild === undefined;
  return asked(key, {user: author, nick: member?.nick}, place, {
    setting: isDirect ? 'direct' : 'public',
    canAttach: isDirect,
    ...filed,
  });
}

function asked(
  key: string,
  {user, nick}: Who,
  place: string,
  more: Filed & Pick<Request, 'setting' | 'canAttach'>,
): Asked {
  return {
    key,
    person: `discord:${user.id}`,
    place: `discord:${place}`,
    request: {...more, askerId: user.id, askerName: nick ?? nameOf(user), pageChars: discordPageChars},
  };
}

function nameOf({global_name: name, username}: APIUser): string {
  return name ?? username;
}

function isEphemeral({flags}: APIMessage): boolean {
  return ((flags ?? 0) & MessageFlags.Ephemeral) !== 0;
}

/**
 * What somebody wrote, without the name of the bot, and with the names of others as they are shown.
 *
 * @param bot The bot's id.
 */
export function wordsOf(message: Pick<APIMessage, 'content' | 'mentions'>, bot: string): string {
  return message.content
    .replace(/<@!?(\d+)>/gu, (_, id: string) => {
      const user = message.mentions.find((one) => one.id === id);
      return id === bot || !user ? ' ' : `@${nameOf(user)}`;
    })
    .replace(/<(?:@&|#)\d+>/gu, ' ')
    .trim();
}

/** A message that stands before the question, or that was pointed at. */
export function messageToSaid(message: APIMessage, bot: string): Said {
  const {author} = message;
  const text = wordsOf(message, bot) || forwarded(message);
  const isHidden = text === '' && isBare(message) && author.bot !== true;
  return {author: nameOf(author), text, isBot: author.bot === true, ...(isHidden ? {isHidden} : {})};
}

function forwarded({message_snapshots: snapshots}: APIMessage): string {
  return snapshots?.[0]?.message.content ?? '';
}

/** Nobody can send nothing at all: where there is nothing, Discord does not show it. */
function isBare({content, embeds, attachments, components, sticker_items: stickers, poll}: APIMessage): boolean {
  const parts = [embeds, attachments, components ?? [], stickers ?? []];
  return content === '' && !poll && parts.every(({length}) => length === 0);
}

/** What was pressed or picked. */
export function pressedText(data: {
  readonly component_type: ComponentType;
  readonly custom_id: string;
  readonly values?: readonly string[];
}): string {
  return data.component_type === ComponentType.Button ? data.custom_id : (data.values?.[0] ?? '');
}
