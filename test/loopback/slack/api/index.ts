/**
 * The Web API: from a method's name and arguments to its answer.
 */
import type {Fields} from '../fields.js';
import type {Platform} from '../platform.js';
import type {Installation, Workspace} from '../workspace.js';
import {chat} from './chat.js';
import {conversations} from './conversations.js';
import {files} from './files.js';
import {needScope, Refusal, type Method} from './method.js';
import {people} from './people.js';
import {views} from './views.js';

const methods: Readonly<Record<string, Method>> = {...chat, ...conversations, ...files, ...people, ...views};

interface Holder {
  readonly workspace: Workspace;
  readonly installation: Installation;
}

function holderOf(platform: Platform, token: string): Holder | undefined {
  for (const workspace of platform.workspaces.values()) {
    const {installation} = workspace;
    if (installation?.botToken === token) return {workspace, installation};
  }
  return undefined;
}

export interface Answer {
  readonly body: Fields;
  readonly team: string | undefined;
  readonly scopes: readonly string[];
}

/**
 * Answer a call.
 *
 * @param newSocketUrl Gives the address that `apps.connections.open` answers.
 */
export function answerCall(
  platform: Platform,
  newSocketUrl: () => string,
  name: string,
  token: string | undefined,
  args: Fields,
): Answer {
  if (name === 'apps.connections.open') return {...openConnection(platform, newSocketUrl, token), scopes: []};
  const method = methods[name];
  const refused = (error: string): Answer => ({body: {ok: false, error}, team: undefined, scopes: []});
  if (name === 'api.test') return {body: {ok: true, args}, team: undefined, scopes: []};
  if (!method) return refused('unknown_method');
  if (token === undefined || token === '') return refused('not_authed');
  const holder = holderOf(platform, token);
  if (!holder) return refused('invalid_auth');
  if (holder.installation.revoked) return refused('token_revoked');
  const caller = {platform, args, ...holder};
  const meta = {team: holder.workspace.id, scopes: holder.installation.scopes};
  try {
    needScope(caller, method.scopes);
    return {body: {ok: true, ...method.run(caller)}, ...meta};
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return {body: {ok: false, error: error.message, ...error.more}, ...meta};
  }
}

function openConnection(platform: Platform, newUrl: () => string, token: string | undefined): Omit<Answer, 'scopes'> {
  const refused = (error: string): Omit<Answer, 'scopes'> => ({body: {ok: false, error}, team: undefined});
  if (token === undefined || token === '') return refused('not_authed');
  if (token.startsWith('xoxb-')) return refused('not_allowed_token_type');
  if (token !== platform.app.appToken) return refused('invalid_auth');
  return {body: {ok: true, url: newUrl()}, team: undefined};
}
