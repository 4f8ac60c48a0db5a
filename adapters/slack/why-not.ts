/**
 * What a person is told where Slack refuses: what is missing, and who can fix it.
 */
import type {Reason} from './failure.js';

/** @returns A sentence on what hinders the bot here, and one on the way out. */
export function whyNot(reason: Reason): string {
  switch (reason.type) {
    case 'limited':
      return 'Slack lets the bot do no more at the moment. Ask again in a minute.';
    case 'down':
    case 'unclear':
      return 'Slack did not answer the bot. Ask again in a minute.';
    case 'refused':
      return refusals[reason.error]?.(reason.needed) ?? otherwise(reason.error);
  }
}

const invite = 'Anybody in the channel can add it: type its name with @, send that, and press Add.';

const refusals: Readonly<Record<string, (needed: string | undefined) => string>> = {
  not_in_channel: () => `The bot is not a member of this channel. ${invite}`,
  channel_not_found: () => `The bot cannot see this channel. ${invite}`,
  is_archived: () => 'This channel is archived, so nothing can be posted in it. Ask in another one.',
  restricted_action: () => adminLimit,
  restricted_action_read_only_channel: () => adminLimit,
  restricted_action_thread_only_channel: () => adminLimit,
  restricted_action_thread_locked: () => adminLimit,
  restricted_action_non_threadable_channel: () => adminLimit,
  missing_scope: (needed) =>
    `The bot lacks the permission ${needed ?? 'for it'} in this workspace. An admin adds it at api.slack.com/apps, OAuth & Permissions, and installs the app again.`,
  thread_not_found: () => 'The thread is gone. Ask again in the channel.',
};

const adminLimit =
  'An admin of the workspace has limited who may post in this channel. An admin can let the bot, or ask it in another channel.';

function otherwise(error: string): string {
  return `Slack refused (${error}). If it refuses again, tell the operator of the bot.`;
}
