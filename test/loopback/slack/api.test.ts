/** The Web API of the loopback Slack, its faults, response_urls, and the checks on what the app sends. */
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {sharedNote} from '../../helpers/shared.js';
import {startSlack, type LoopbackSlack} from './index.js';
import type {Message} from './workspace.js';

let slack: LoopbackSlack;
let clock = 0;
beforeEach(async () => {
  clock = Date.UTC(2026, 0, 1);
  slack = await startSlack({now: () => clock});
});
afterEach(() => slack.stop());

type Args = Readonly<Record<string, unknown>>;

async function send(url: string, body: Args, token?: string): Promise<Args> {
  const headers = {'Content-Type': 'application/json', ...(token && {Authorization: `Bearer ${token}`})};
  const answer = await fetch(url, {method: 'POST', headers, body: JSON.stringify(body)});
  return {status: answer.status, ...((await answer.json()) as Args)};
}

const call = (method: string, args: Args, token = slack.botToken): Promise<Args> =>
  send(slack.apiUrl + method, args, token);

/** Ids for names: `#general`, `@ada`, `ts` of a person's message and `own` of the app's. */
function filled(args: Args): Args {
  const {workspace} = slack;
  const asked = slack.say.message('asked');
  const {botUser, botId} = workspace.installation ?? {botUser: '', botId: ''};
  const own = workspace.post({channel: workspace.channel('general').id, user: botUser, botId, text: 'own'});
  const id = (value: unknown): unknown => {
    if (value === 'asked') return asked.ts;
    if (value === 'own') return own.ts;
    if (typeof value !== 'string') return value;
    if (value.startsWith('#')) return workspace.channel(value.slice(1)).id;
    return value.startsWith('@') ? workspace.user(value.slice(1)).id : value;
  };
  return Object.fromEntries(Object.entries(args).map(([name, value]) => [name, id(value)]));
}

const errors: readonly [method: string, error: string, args: Args, prepare?: () => void][] = [
  ['chat.postMessage', 'channel_not_found', {channel: 'C404', text: 'x'}],
  ['chat.postMessage', 'not_in_channel', {channel: '#uninvited', text: 'x'}],
  ['chat.postMessage', 'no_text', {channel: '#general'}],
  ['chat.postMessage', 'thread_not_found', {channel: '#general', text: 'x', thread_ts: '1.000001'}],
  ['chat.postMessage', 'invalid_blocks', {channel: '#general', text: 'x', blocks: Array(51).fill({type: 'divider'})}],
  [
    'chat.postMessage',
    'is_archived',
    {channel: '#general', text: 'x'},
    () => void (slack.workspace.channel('general').archived = true),
  ],
  [
    'chat.postMessage',
    'restricted_action',
    {channel: '#general', text: 'x'},
    () => void (slack.workspace.channel('general').restricted = true),
  ],
  ['chat.postEphemeral', 'user_not_in_channel', {channel: '#general', text: 'x', user: 'U404'}],
  ['chat.update', 'cant_update_message', {channel: '#general', ts: 'asked', text: 'x'}],
  ['chat.update', 'message_not_found', {channel: '#general', ts: '1.000001', text: 'x'}],
  ['chat.update', 'msg_too_long', {channel: '#general', ts: 'own', text: 'é'.repeat(2001)}],
  ['chat.delete', 'cant_delete_message', {channel: '#general', ts: 'asked'}],
  ['conversations.replies', 'thread_not_found', {channel: '#general', ts: '1.000001'}],
  ['conversations.history', 'not_in_channel', {channel: '#uninvited'}],
  ['views.open', 'invalid_trigger_id', {trigger_id: 'none', view: {}}],
  ['users.info', 'user_not_found', {user: 'U404'}],
  ['reactions.add', 'message_not_found', {channel: '#general', timestamp: '1.000001', name: 'eyes'}],
  ['no.such.method', 'unknown_method', {}],
];

describe('the Web API', () => {
  it.each(errors)('%s may answer %s', async (method, error, args, prepare) => {
    const given = filled(args);
    prepare?.();
    expect(await call(method, given)).toMatchObject({ok: false, error});
  });

  it.each([
    ['chat.postMessage', {channel: '#general', text: 'x'}],
    ['chat.postMessage', {channel: '@ada', text: 'x'}],
    ['chat.postMessage', {channel: '#general', text: 'x', thread_ts: 'asked'}],
    ['chat.postEphemeral', {channel: '#general', text: 'x', user: '@ada'}],
    ['chat.update', {channel: '#general', ts: 'own', text: 'x'}],
    ['chat.delete', {channel: '#general', ts: 'own'}],
    ['chat.getPermalink', {channel: '#general', message_ts: 'asked'}],
    ['conversations.replies', {channel: '#general', ts: 'asked'}],
    ['conversations.history', {channel: '#general', limit: 1}],
    ['conversations.info', {channel: '#uninvited'}],
    ['conversations.open', {users: '@ada'}],
    ['users.info', {user: '@ada'}],
    ['team.info', {}],
    ['reactions.add', {channel: '#general', timestamp: 'asked', name: 'eyes'}],
  ])('%s %j is done', async (method, args) => {
    expect(await call(method, filled(args))).toMatchObject({ok: true});
    expect(slack.violations).toEqual([]);
  });

  it('asks for a token and its scopes', async () => {
    expect(await call('auth.test', {}, 'xoxb-other')).toMatchObject({ok: false, error: 'invalid_auth'});
    expect(await call('apps.connections.open', {})).toMatchObject({error: 'not_allowed_token_type'});
    const other = slack.platform.addWorkspace('other');
    const {botToken} = slack.platform.install(other, ['commands']);
    const {id} = other.channel('general');
    const refused = await call('chat.postMessage', {channel: id, text: 'x'}, botToken);
    expect(refused).toMatchObject({error: 'missing_scope', needed: 'chat:write', provided: 'commands'});
    slack.happen.uninstall(other);
    expect(await call('auth.test', {}, botToken)).toMatchObject({error: 'token_revoked'});
  });

  it('takes forms, and gives a trigger 3 seconds and one view', async () => {
    const text = {type: 'plain_text', text: 'x'};
    const view = JSON.stringify({type: 'modal', title: text, blocks: [{type: 'section', text}]});
    const open = async (trigger_id: string): Promise<unknown> => {
      const body = new URLSearchParams({trigger_id, view, token: slack.botToken});
      return ((await (await fetch(`${slack.apiUrl}views.open`, {method: 'POST', body})).json()) as Args).error;
    };
    const {triggerId} = slack.say.command('x');
    expect([await open(triggerId), await open(triggerId)]).toEqual([undefined, 'exchanged_trigger_id']);
    const late = slack.say.command('x').triggerId;
    clock += 3001;
    expect(await open(late)).toBe('expired_trigger_id');
  });

  it('takes uploads, and shows files to those who may see them', async () => {
    const {file_id, upload_url} = await call('files.getUploadURLExternal', {filename: 'a.txt', length: 2});
    await fetch(String(upload_url), {method: 'POST', body: 'hi'});
    const channel_id = slack.workspace.channel('general').id;
    const done = await call('files.completeUploadExternal', {files: [{id: file_id}], channel_id});
    expect(done).toMatchObject({ok: true, files: [{name: 'a.txt', size: 2}]});
    const url = String(slack.say.share({name: 'log.txt', content: 'lines'}).files?.[0]?.url_private);
    const headers = {Authorization: `Bearer ${slack.botToken}`};
    expect(await (await fetch(url, {headers})).text()).toBe('lines');
    expect(await (await fetch(url)).text()).toContain('Sign in');
  });
});

describe('faults', () => {
  const args = (): Args => ({channel: slack.workspace.channel('general').id, text: 'x'});
  const posted = (): readonly Message[] => slack.workspace.byBot();

  it('are met once each, in order', async () => {
    slack.faults.next(
      'chat.postMessage',
      {type: 'rate-limited', retryAfterSeconds: 3},
      {type: 'error', error: 'internal_error'},
      {type: 'delay', ms: 1},
    );
    expect(await call('chat.postMessage', args())).toMatchObject({status: 429, error: 'ratelimited'});
    expect(await call('chat.postMessage', args())).toMatchObject({status: 200, error: 'internal_error'});
    expect(posted()).toEqual([]);
    expect(await call('chat.postMessage', args())).toMatchObject({ok: true});
    expect([posted().length, slack.faults.left]).toEqual([1, 0]);
  });

  it.each([
    [{type: 'status', status: 500}, 0],
    [{type: 'broken-json'}, 0],
    [{type: 'drop'}, 0],
    [{type: 'accept-then-drop'}, 1],
  ] as const)('%j gives no answer to read, and %i message', async (fault, count) => {
    slack.faults.next('chat.postMessage', fault);
    await expect(call('chat.postMessage', args())).rejects.toThrow();
    expect(posted()).toHaveLength(count);
  });

  it('accept and never answer', async () => {
    slack.faults.next('chat.postMessage', {type: 'accept-then-timeout'});
    const answer = call('chat.postMessage', args()).catch(() => 'no answer');
    await slack.until('a message', () => posted()[0]);
    await slack.stop();
    expect(await answer).toBe('no answer');
    slack = await startSlack();
  });
});

describe('a response_url', () => {
  it('is good for five answers', async () => {
    const {responseUrl} = slack.say.command('x');
    const answer = (body: Args): Promise<Args> => send(responseUrl.url, body);
    expect(await answer({text: 'one'})).toMatchObject({status: 200});
    await answer({text: 'two', replace_original: true});
    await answer({delete_original: true});
    await answer({text: 'three', response_type: 'in_channel'});
    await answer({text: 'four', thread_ts: slack.workspace.byBot()[1]?.ts, response_type: 'in_channel'});
    expect(await answer({text: 'five'})).toMatchObject({status: 404, error: 'used_url'});
    const [first, second, third] = slack.workspace.byBot();
    expect(first).toMatchObject({content: {text: 'two'}, deleted: true, ephemeralTo: slack.workspace.user('ada').id});
    expect(second).toMatchObject({content: {text: 'three'}, ephemeralTo: undefined});
    expect(third).toMatchObject({content: {text: 'four'}, threadTs: second?.ts});
    expect(slack.violations.map(({rule}) => rule)).toEqual(['response-url-used-up']);
  });

  it('is good for half an hour', async () => {
    const {responseUrl} = slack.say.command('x');
    clock += 30 * 60_000 + 1;
    expect(await send(responseUrl.url, {text: 'x'})).toMatchObject({status: 404, error: 'expired_url'});
  });
});

describe('what the app sends', () => {
  const button = {type: 'button', action_id: 'a', text: {type: 'plain_text', text: 'x'}};
  const section = (text: string): Args => ({type: 'section', text: {type: 'mrkdwn', text}});
  const checked = async (args: Args): Promise<readonly string[]> => {
    await call('chat.postMessage', {channel: slack.workspace.channel('general').id, ...args});
    return slack.violations.map(({rule}) => rule);
  };

  it.each([
    ['blocks without text', {blocks: [section('x')]}, ['no-fallback']],
    ['a text beyond all bounds', {text: 'x'.repeat(40_001)}, ['text-too-long']],
    ['one action twice', {text: 'x', blocks: [{type: 'actions', elements: [button, button]}]}, ['invalid-blocks']],
    ['too much in all', {text: 'x', blocks: Array(5).fill(section('x'.repeat(2900)))}, ['blocks-too-long']],
    ['a call to the channel', {text: '<!here> x'}, ['broadcast']],
    ['nothing amiss', {text: 'x', blocks: [section('x')]}, []],
  ])('%s', async (_, args, rules) => expect(await checked(args)).toEqual(rules));

  it(`breaks the schema${sharedNote}`, async ({skip}) => {
    skip(!slack.shapesChecked);
    const rules = await checked({text: 'x', blocks: [section('x'.repeat(3001)), {type: 'header', colour: 'red'}]});
    expect(new Set(rules)).toEqual(new Set(['invalid-blocks']));
  });
});
