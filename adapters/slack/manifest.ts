/**
 * The app manifest to paste into Slack: made from the command table, with the scopes the bot uses and no other.
 *
 * Source: Slack, "App manifest reference" and its limits: name 35 characters, description 140, usage hint 1,000, shortcut 24.
 */
import type {webApi} from '@slack/bolt';
import {usage, type Command} from '../../bot/command.js';
import {fitLabel} from './text.js';

type Manifest = webApi.AppsManifestCreateArguments['manifest'];

interface ManifestOptions {
  /** Where Slack sends events and presses; Socket Mode where absent. */
  readonly requestUrl?: string;
}

const description = 'Answers questions about the workflows of the Linux BPF subsystem, out of the BPF HOWTO.';

export function slackManifest(commands: readonly Command[], {requestUrl}: ManifestOptions = {}) {
  const address = requestUrl === undefined ? {} : {request_url: requestUrl};
  return {
    display_information: {name: 'BPF HOWTO', description},
    features: {
      app_home: {home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false},
      bot_user: {display_name: 'bpf-howto', always_online: true},
      slash_commands: [
        {
          command: '/bpf-howto',
          description: 'Ask the BPF HOWTO, for your eyes only',
          usage_hint: usageHint(commands),
          should_escape: false,
          ...(requestUrl === undefined ? {} : {url: requestUrl}),
        },
      ],
      shortcuts: [
        {
          type: 'message',
          name: 'Answer from BPF HOWTO',
          callback_id: 'answer',
          description: 'Take this message as the question; only you see the answer',
        },
        {
          type: 'message',
          name: 'Check patches',
          callback_id: 'check',
          description: 'Check the patches in this message; only you see the findings',
        },
      ],
    },
    oauth_config: {
      // Where an installation by OAuth comes back to; a single workspace does not use it.
      ...(requestUrl === undefined ? {} : {redirect_urls: [new URL('oauth_redirect', requestUrl).href]}),
      scopes: {
        bot: [
          'app_mentions:read',
          // Messages of a thread: its root is the question that "this?" points to.
          'channels:history',
          'chat:write',
          'commands',
          // Patches that people attach to have them checked.
          'files:read',
          'groups:history',
          'im:history',
        ],
      },
    },
    settings: {
      event_subscriptions: {
        ...address,
        bot_events: [
          'app_home_opened',
          'app_mention',
          'app_uninstalled',
          'message.channels',
          'message.groups',
          'message.im',
          'tokens_revoked',
        ],
      },
      interactivity: {is_enabled: true, ...address},
      org_deploy_enabled: false,
      socket_mode_enabled: requestUrl === undefined,
      token_rotation_enabled: false,
    },
  } satisfies Manifest;
}

/** A question needs no command; the others by their first word. */
function usageHint(commands: readonly Command[]): string {
  const others = commands.filter(({name}) => name !== 'ask').map(usage);
  return fitLabel(['<question>', ...others].join(' | '), 1000);
}
