/**
 * Events: their wrapper, and which of them the app gets to hear of.
 */
import type {Fields} from './fields.js';
import {without} from './fields.js';
import type {Platform} from './platform.js';
import {messageShape} from './shapes.js';
import type {Channel, Content, Message, Workspace} from './workspace.js';

/** Put an event into its wrapper, each time under an id of its own unless told which. */
export function wrapEvent(platform: Platform, workspace: Workspace, event: Fields, eventId?: string): Fields {
  const user_id = workspace.installation?.botUser ?? '';
  const type = String(event.type);
  return {
    token: platform.app.verificationToken,
    team_id: workspace.id,
    api_app_id: platform.app.id,
    event,
    type: 'event_callback',
    event_id: eventId ?? platform.newId('Ev'),
    event_time: Math.floor(platform.now() / 1000),
    authorizations: [{enterprise_id: null, team_id: workspace.id, user_id, is_bot: true, is_enterprise_install: false}],
    is_ext_shared_channel: false,
    event_context: `4-${type}-${workspace.id}-${platform.app.id}`,
  };
}

/** Whether the app hears of messages in a channel: it subscribed to them and its bot is a member. */
export function hearsMessages(platform: Platform, workspace: Workspace, {type, members}: Channel): boolean {
  const names = {channel: 'message.channels', group: 'message.groups', im: 'message.im', mpim: 'message.mpim'};
  const installed = workspace.installation !== undefined && !workspace.installation.revoked;
  return installed && platform.app.events.includes(names[type]) && members.has(workspace.installation?.botUser ?? '');
}

/** What a message knows only once others have answered it. */
const laterFields = ['reply_count', 'reply_users', 'reply_users_count', 'latest_reply', 'reactions'];

export function messageEvent(platform: Platform, workspace: Workspace, channel: Channel, message: Message): Fields {
  // A message with a file has no team, as the payloads on record show.
  const absent = message.subtype === 'file_share' ? ['team', 'client_msg_id', ...laterFields] : laterFields;
  return {
    ...without(messageShape(platform, workspace, message), absent),
    channel: channel.id,
    event_ts: message.ts,
    channel_type: channel.type,
  };
}

export function mentionEvent(platform: Platform, workspace: Workspace, channel: Channel, message: Message): Fields {
  const event = messageEvent(platform, workspace, channel, message);
  // Of files a mention tells the ids alone. Source: @slack/types, AppMentionEvent.
  const files = message.files?.map(({id}) => ({id}));
  const shown = without(event, ['channel_type', 'parent_user_id', 'subtype', 'files']);
  return {...shown, ...(files ? {files, upload: true} : {}), type: 'app_mention'};
}

export function changedEvent(
  platform: Platform,
  workspace: Workspace,
  channel: Channel,
  message: Message,
  before: Content,
): Fields {
  const ts = message.editedAt ?? message.ts;
  return {
    type: 'message',
    subtype: 'message_changed',
    channel: channel.id,
    hidden: true,
    message: messageShape(platform, workspace, message),
    previous_message: messageShape(platform, workspace, message, before),
    event_ts: ts,
    ts,
    channel_type: channel.type,
  };
}

export function deletedEvent(platform: Platform, workspace: Workspace, channel: Channel, message: Message): Fields {
  const ts = workspace.nextTs();
  return {
    type: 'message',
    subtype: 'message_deleted',
    channel: channel.id,
    hidden: true,
    deleted_ts: message.ts,
    previous_message: messageShape(platform, workspace, message),
    event_ts: ts,
    ts,
    channel_type: channel.type,
  };
}
