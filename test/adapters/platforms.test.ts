import {describe, expect, it} from 'vitest';
import {readSettings} from '../../adapters/config.js';
import {platformsOf} from '../../adapters/platforms.js';

const bot = {SLACK_BOT_TOKEN: 'xoxb-1'};
const socket = {SLACK_APP_TOKEN: 'xapp-1'};
const http = {SLACK_SIGNING_SECRET: 'abc123'};
const oauth = {SLACK_CLIENT_ID: '1.2', SLACK_CLIENT_SECRET: 'secret', SLACK_STATE_SECRET: 'sixteen letters!'};
const apiUrl = 'https://slack.com/api';
const access = {type: 'token', botToken: 'xoxb-1'};
const many = {type: 'oauth', clientId: '1.2', clientSecret: 'secret', stateSecret: 'sixteen letters!'};

const platformsOfEnv = (env: Record<string, string>) => {
  const {values, errors} = readSettings(env, {});
  if (!values) throw new Error(errors.join(' '));
  return platformsOf(values);
};

const configured: readonly (readonly [string, Record<string, string>, object])[] = [
  ['nothing', {}, {}],
  ['Discord', {DISCORD_TOKEN: 'abc.def'}, {discord: {token: 'abc.def', apiUrl: 'https://discord.com/api'}}],
  [
    'Discord elsewhere',
    {DISCORD_TOKEN: 'abc', DISCORD_API_URL: 'http://127.0.0.1:9/api/'},
    {discord: {token: 'abc', apiUrl: 'http://127.0.0.1:9/api'}},
  ],
  [
    'Slack over a socket',
    {...bot, ...socket},
    {slack: {access, transport: {type: 'socket', appToken: 'xapp-1'}, apiUrl, dataDir: 'data'}},
  ],
  [
    'Slack over HTTP',
    {...bot, ...http, DATA_DIR: '/var/lib/x'},
    {slack: {access, transport: {type: 'http', signingSecret: 'abc123'}, apiUrl, dataDir: '/var/lib/x'}},
  ],
  [
    'a socket before HTTP',
    {...bot, ...socket, ...http},
    {slack: {access, transport: {type: 'socket', appToken: 'xapp-1'}, apiUrl, dataDir: 'data'}},
  ],
  [
    'many workspaces',
    {...oauth, ...http},
    {slack: {access: many, transport: {type: 'http', signingSecret: 'abc123'}, apiUrl, dataDir: 'data'}},
  ],
];

const halves: readonly (readonly [Record<string, string>, RegExp])[] = [
  [bot, /^Slack is set up in part: set SLACK_APP_TOKEN for Socket Mode, or SLACK_SIGNING_SECRET/u],
  [socket, /^Slack is set up in part: SLACK_BOT_TOKEN is missing\./u],
  [http, /^Slack is set up in part: SLACK_BOT_TOKEN is missing\./u],
  [oauth, /^Slack is set up in part: set SLACK_APP_TOKEN/u],
  [
    {SLACK_CLIENT_ID: '1.2', ...http},
    /^SLACK_CLIENT_ID is set, but not SLACK_CLIENT_SECRET and SLACK_STATE_SECRET\. OAuth needs all three\.$/u,
  ],
  [{...bot, ...oauth, ...http}, /^SLACK_BOT_TOKEN is for one workspace and SLACK_CLIENT_ID for many by OAuth\./u],
];

const malformed: readonly (readonly [string, string, RegExp])[] = [
  ['DISCORD_TOKEN', 'Bot abc', /^DISCORD_TOKEN is malformed\. It is the token alone, without the word Bot/u],
  ['SLACK_BOT_TOKEN', 'xapp-1', /^SLACK_BOT_TOKEN is malformed\. It begins with xoxb-:/u],
  ['SLACK_APP_TOKEN', 'xoxb-1', /^SLACK_APP_TOKEN is malformed\. It begins with xapp-:/u],
  ['SLACK_API_URL', 'http://slack.com/api', /^SLACK_API_URL is "http:\/\/slack\.com\/api"\. It is an https address,/u],
  ['SLACK_API_URL', 'https://a:b@slack.com/api', /It is an https address/u],
  ['DISCORD_API_URL', 'discord', /^DISCORD_API_URL is "discord"\./u],
  ['PORT', '65536', /^PORT is "65536"\. It is a whole number from 0 to 65535\./u],
  ['PORT', '3000x', /whole number/u],
  ['PERSON_BUDGET', '0/10m', /^PERSON_BUDGET is "0\/10m"\. It is a count and a span of time/u],
  ['CHANNEL_BUDGET', '10', /count and a span/u],
];

describe('platforms', () => {
  it.each(configured)('are read: %s', (_name, env, platforms) =>
    expect(platformsOfEnv(env)).toEqual({...platforms, errors: []}),
  );
  it.each(halves)('are not half there: %o', (env, sentence) => {
    const {slack, errors} = platformsOfEnv(env);
    expect([slack, errors.length, errors[0]]).toEqual([undefined, 1, expect.stringMatching(sentence)]);
  });
  it.each(malformed)('refuse %s %j', (name, value, sentence) =>
    expect(readSettings({[name]: value}, {}).errors).toEqual([expect.stringMatching(sentence)]),
  );
  it('never print a token', () =>
    expect(readSettings({SLACK_BOT_TOKEN: 'hunter 2'}, {}).errors.join(' ')).not.toContain('hunter'));
  it.each([
    ['20/10m', {count: 20, perMs: 600_000}],
    [' 1 / 30s ', {count: 1, perMs: 30_000}],
    ['500/1h', {count: 500, perMs: 3_600_000}],
  ])('have budgets such as %j', (text, budget) =>
    expect(readSettings({PERSON_BUDGET: text}, {}).values?.PERSON_BUDGET).toEqual(budget),
  );
});
