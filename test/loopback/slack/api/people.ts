/** Who is who: auth.test, users, bots, the team; and reactions, which people leave. */
import type {Fields} from '../fields.js';
import {userShape} from '../shapes.js';
import {need, readableChannel, Refusal, type Caller, type Method} from './method.js';

function authTest({platform, workspace, installation}: Caller): Fields {
  return {
    url: `https://${workspace.domain}.slack.com/`,
    team: workspace.domain,
    user: platform.app.name,
    team_id: workspace.id,
    user_id: installation.botUser,
    bot_id: installation.botId,
    is_enterprise_install: false,
  };
}

function usersInfo({workspace, args}: Caller): Fields {
  const user = workspace.users.get(need(args, 'user', 'user_not_found'));
  if (!user) throw new Refusal('user_not_found');
  return {user: userShape(workspace, user)};
}

function botsInfo({platform, installation, args}: Caller): Fields {
  const {botId: id, botUser: user_id} = installation;
  if (need(args, 'bot', 'bot_not_found') !== id) throw new Refusal('bot_not_found');
  const {name, id: app_id} = platform.app;
  return {bot: {id, deleted: false, name, updated: 0, app_id, user_id, icons: {}}};
}

function teamInfo({workspace}: Caller): Fields {
  const {id, domain} = workspace;
  return {team: {id, name: domain, domain, email_domain: '', icon: {}, url: `https://${domain}.slack.com/`}};
}

function addReaction(caller: Caller): Fields {
  const {platform, workspace, installation, args} = caller;
  const name = need(args, 'name', 'invalid_name');
  const id = need(args, 'channel', 'channel_not_found');
  const channel = workspace.channels.get(id);
  if (!channel) throw new Refusal('channel_not_found');
  if (!channel.members.has(installation.botUser)) throw new Refusal('not_in_channel');
  const message = workspace.message(id, need(args, 'timestamp', 'no_item_specified'));
  if (!message) throw new Refusal('message_not_found');
  const user = installation.botUser;
  if (message.reactions.some((one) => one.name === name && one.user === user)) throw new Refusal('already_reacted');
  message.reactions.push({name, user});
  platform.changed();
  return {};
}

/** Who is in a channel, all on one page. */
function members(caller: Caller): Fields {
  return {members: [...readableChannel(caller, 'read').members], response_metadata: {next_cursor: ''}};
}

export const people: Readonly<Record<string, Method>> = {
  'auth.test': {scopes: [], run: authTest},
  'users.info': {scopes: ['users:read'], run: usersInfo},
  'bots.info': {scopes: ['users:read'], run: botsInfo},
  'team.info': {scopes: ['team:read'], run: teamInfo},
  'reactions.add': {scopes: ['reactions:write'], run: addReaction},
  'conversations.members': {scopes: [], run: members},
};
