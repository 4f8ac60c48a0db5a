/**
 * Files of messages and of slash commands, from Discord's own addresses for files. No token goes there.
 *
 * Source: Discord, "Attachment Object", "Resolved Data Structure"; attachments of messages that do not name the bot are
 * hidden from it, except in the target of a message command ("Message Content Intent").
 */
import {PermissionFlagsBits, type APIAttachment, type APIInteraction, type APIMessage} from 'discord.js';
import type {Attached, AttachedFile} from '../../bot/attached.js';
import {UserError} from '../../bot/errors.js';
import {download, type Downloads} from '../download.js';
import type {Calls} from './calls.js';
import {failureOf} from './failures.js';

export type FileAccess = Pick<Downloads, 'fetch' | 'timeoutMs'> & {
  /** Where files come from, such as `https://cdn.discordapp.com`. */
  readonly origins: readonly string[];
};

/** Where Discord keeps files. */
export const discordOrigins = ['https://cdn.discordapp.com', 'https://media.discordapp.net'] as const;

/** The channel and the message that has the files. */
const referencePattern = /^(\d{1,20})-(\d{1,20})$/u;

export interface DiscordFiles {
  /** @param canReadAgain Whether the bot can read the message later on, for a button. */
  ofMessage(message: APIMessage, canReadAgain: boolean): Attached | undefined;
  /** Those that were put into boxes of a slash command; there is no message to find them by. */
  ofBoxes(attachments: readonly APIAttachment[]): Attached | undefined;
  /** @throws UserError where they cannot be had. */
  again(reference: string): Promise<Attached>;
}

export function discordFiles({origins, fetch, timeoutMs}: FileAccess, calls: Calls): DiscordFiles {
  const from: Downloads = {platform: 'Discord', isOwn: ({origin}) => origins.includes(origin), fetch, timeoutMs};
  const fileOf = ({filename: name, size: sizeBytes, url}: APIAttachment): AttachedFile => ({
    name,
    sizeBytes,
    read: async () => (await download({name, sizeBytes, url}, from)).bytes,
  });
  return {
    ofMessage(message, canReadAgain) {
      const files = attachmentsOf(message).map(fileOf);
      const reference = canReadAgain ? {reference: `${message.channel_id}-${message.id}`} : {};
      return files.length > 0 ? {files, ...reference} : undefined;
    },
    ofBoxes: (attachments) => (attachments.length > 0 ? {files: attachments.map(fileOf)} : undefined),
    async again(reference) {
      const [, channel = '', id = ''] = referencePattern.exec(reference) ?? [];
      const message = await calls.message(channel, id).catch((error: unknown) => {
        throw whyNot(error);
      });
      const files = attachmentsOf(message).map(fileOf);
      if (files.length === 0) throw new UserError('The files are gone from that message. Attach them once more.');
      return {files, reference};
    },
  };
}

/** A forwarded message has them in its snapshot. */
function attachmentsOf({attachments, message_snapshots: snapshots}: APIMessage): readonly APIAttachment[] {
  return attachments.length > 0 ? attachments : (snapshots?.[0]?.message.attachments ?? []);
}

/** Whether files of a message can be had later on: it names the bot, which may read the channel's history. */
export function canReadAgain({mentions}: APIMessage, bot: string, interaction: APIInteraction): boolean {
  if (interaction.guild_id === undefined) return true;
  const own = BigInt(interaction.app_permissions);
  const needed = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.ReadMessageHistory;
  return mentions.some(({id}) => id === bot) && (own & needed) === needed;
}

function whyNot(error: unknown): unknown {
  switch (failureOf(error)) {
    case 'gone':
      return new UserError('The message with the files is gone. Attach them once more.');
    case 'not-allowed':
    case 'no-history':
      return new UserError(
        'I may not read that message any more: I lack View Channel or Read Message History there. Attach the files once more.',
      );
    case 'passing':
      return new UserError('Discord did not give the files. Try again in a minute.');
    default:
      return error;
  }
}
