/**
 * How Slack writes what the workspace holds: messages, channels, people and views, for answers and for payloads.
 */
import {escapeText, present, type Fields} from './fields.js';
import type {Platform} from './platform.js';
import type {Channel, Content, Message, User, View, Workspace} from './workspace.js';

function botProfile(platform: Platform, workspace: Workspace, botId: string): Fields {
  const {name, id: app_id} = platform.app;
  return {id: botId, deleted: false, name, updated: 0, app_id, icons: {}, team_id: workspace.id};
}

/** What a text typed by a person is laid out as. */
function typedBlocks(ts: string, text: string): readonly Fields[] {
  const elements = text
    .split(/(<@\w+>)/u)
    .filter((part) => part !== '')
    .map((part) => {
      const user = /^<@(\w+)>$/u.exec(part)?.[1];
      if (user !== undefined) return {type: 'user', user_id: user};
      return {type: 'text', text: part.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')};
    });
  return [{type: 'rich_text', block_id: `b${ts.slice(-4)}`, elements: [{type: 'rich_text_section', elements}]}];
}

/** A message as in history, in answers and inside other payloads; `content` for one of its earlier states. */
export function messageShape(
  platform: Platform,
  workspace: Workspace,
  message: Message,
  content: Content = message.content,
): Fields {
  const {ts, user, threadTs, botId, editedAt, files} = message;
  const ofBot = botId !== undefined;
  const root = threadTs === undefined || threadTs === ts ? undefined : workspace.message(message.channel, threadTs);
  const replies = workspace.repliesTo(ts);
  return present({
    client_msg_id: message.clientMsgId,
    type: 'message',
    subtype: message.subtype,
    user,
    bot_id: botId,
    app_id: ofBot ? platform.app.id : undefined,
    bot_profile: ofBot ? botProfile(platform, workspace, botId) : undefined,
    text: content.text,
    ts,
    team: workspace.id,
    blocks: content.blocks ?? (ofBot ? undefined : typedBlocks(ts, content.text)),
    metadata: content.metadata,
    files,
    edited: content === message.content && editedAt !== undefined ? {user, ts: editedAt} : undefined,
    thread_ts: threadTs ?? (replies.length > 0 ? ts : undefined),
    parent_user_id: root?.user,
    ...(replies.length === 0
      ? {}
      : {
          reply_count: replies.length,
          reply_users: [...new Set(replies.map((reply) => reply.user))],
          reply_users_count: new Set(replies.map((reply) => reply.user)).size,
          latest_reply: replies.at(-1)?.ts,
        }),
    reactions: message.reactions.length > 0 ? reactionShapes(message) : undefined,
  });
}

function reactionShapes({reactions}: Message): readonly Fields[] {
  const names = [...new Set(reactions.map(({name}) => name))];
  return names.map((name) => {
    const users = reactions.filter((reaction) => reaction.name === name).map(({user}) => user);
    return {name, users, count: users.length};
  });
}

export function channelShape(channel: Channel, botUser: string): Fields {
  const {id, name, type, archived, members} = channel;
  const topic = {value: '', creator: '', last_set: 0};
  if (type === 'im') {
    const user = [...members].find((member) => member !== botUser);
    return {id, created: 0, is_archived: archived, is_im: true, is_org_shared: false, user, priority: 0};
  }
  return {
    id,
    name,
    name_normalized: name,
    is_channel: type === 'channel',
    is_group: type === 'group',
    is_im: false,
    is_mpim: type === 'mpim',
    is_private: type !== 'channel',
    is_archived: archived,
    is_general: name === 'general',
    is_member: members.has(botUser),
    num_members: members.size,
    created: 0,
    topic,
    purpose: topic,
  };
}

/** The name of a channel as slash commands and presses carry it. */
export function shownName({type, name}: Channel): string {
  return type === 'im' ? 'directmessage' : type === 'group' ? 'privategroup' : name;
}

export function userShape(workspace: Workspace, {id, name, isBot}: User): Fields {
  const profile = {real_name: name, display_name: name, real_name_normalized: name, team: workspace.id};
  const more = {real_name: name, tz: 'Etc/UTC', tz_label: 'UTC', tz_offset: 0, profile, updated: 0};
  return {id, team_id: workspace.id, name, deleted: false, is_bot: isBot, is_app_user: false, ...more};
}

export function viewShape(platform: Platform, workspace: Workspace, shown: View): Fields {
  const {id, hash, type, view, previousViewId} = shown;
  const bot_id = workspace.installation?.botId ?? '';
  return {
    private_metadata: '',
    callback_id: '',
    external_id: '',
    title: {type: 'plain_text', text: 'View Title', emoji: true},
    submit: null,
    close: null,
    clear_on_close: false,
    notify_on_close: false,
    ...view,
    id,
    team_id: workspace.id,
    type,
    hash,
    state: {values: {}},
    previous_view_id: previousViewId ?? null,
    root_view_id: previousViewId ?? id,
    app_id: platform.app.id,
    app_installed_team_id: workspace.id,
    bot_id,
  };
}

/** What a person typed after the bot's name; `@bot` inside the text is where the name stands instead. */
export function mentionText(botUser: string, typed: string): string {
  const name = `<@${botUser}>`;
  const text = escapeText(typed);
  return text.includes('@bot') ? text.replaceAll('@bot', name) : `${name} ${text}`.trimEnd();
}
