import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {allScopes} from '../../loopback/slack/platform.js';
import {startStage, type Stage} from './stage.js';

const taken = (text: string) => `Taken as the question, from somebody: "${text}"`;

describe('a mention with no question', () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await startStage();
  });
  afterEach(async () => {
    await stage.stop();
    expect(stage.slack.violations).toEqual([]);
  });

  it('takes the root of its thread', async () => {
    const root = stage.slack.say.message('where do bugs go', {user: 'brian'});
    stage.slack.say.message('good question', {threadTs: root.ts});
    await stage.answerTo(stage.slack.say.mention('^', {threadTs: root.ts}));
    expect(stage.seen()).toEqual([`all, general thread: ${taken('where do bugs go')}`]);
  });

  it('takes the root and the last messages of a long thread, in two calls', async () => {
    const {slack} = stage;
    const root = slack.say.message('good morning');
    for (let at = 1; at <= 60; at += 1) slack.say.message(`chatter ${at}`, {threadTs: root.ts});
    slack.say.message('where do bugs go', {threadTs: root.ts});
    await stage.answerTo(slack.say.mention('this?', {threadTs: root.ts}));
    expect(stage.seen()).toEqual([`all, general thread: ${taken('where do bugs go')}`]);
    expect(slack.calls.filter(({method}) => method === 'conversations.replies')).toHaveLength(2);
  });

  it('takes what was just said in the channel, and nothing from long ago', async () => {
    const {slack} = stage;
    slack.say.message('which list?');
    for (let at = 1; at <= 4; at += 1) slack.say.message(`chatter ${at}`);
    slack.say.message('where do bugs go');
    const first = slack.say.mention('');
    await stage.answerTo(first);
    for (let at = 1; at <= 5; at += 1) slack.say.message(`more chatter ${at}`);
    const second = slack.say.mention('');
    await stage.answerTo(second);
    expect(stage.seen()).toEqual([
      `all, general thread: ${taken('where do bugs go')}`,
      `all, general thread: ${taken('more chatter 5')}`,
    ]);
  });

  it('takes what was said in a conversation of two', async () => {
    stage.slack.say.direct('where do bugs go');
    await stage.messages(1);
    stage.slack.say.direct('^');
    await stage.messages(2);
    expect(stage.seen()[1]).toBe(`all, direct: ${taken('where do bugs go')}`);
  });

  it('does not take what a bot said', async () => {
    const {workspace} = stage.slack;
    const {id: user} = workspace.user('brian');
    const root = workspace.post({channel: workspace.channel('general').id, user, text: 'bugs?', botId: 'B9'});
    await stage.answerTo(stage.slack.say.mention('^', {threadTs: root.ts}));
    expect(stage.seen().at(-1)).toMatch(/^all, general thread: There is no question in that/u);
  });

  it.each([
    ['not_in_channel', 'The bot is not a member of this channel.'],
    ['missing_scope', 'The bot lacks the permission'],
    ['channel_not_found', 'The bot cannot see this channel.'],
    ['some_new_error', 'Slack refused (some_new_error).'],
  ])('says privately that it cannot read: %s', async (error, sentence) => {
    stage.slack.say.message('where do bugs go');
    stage.slack.faults.next('conversations.history', {type: 'error', error});
    stage.slack.say.mention('^');
    await stage.messages(1);
    const [seen = ''] = stage.seen();
    expect(seen).toContain(`ada, general thread: The messages before this one cannot be read. ${sentence}`);
  });

  it('waits as long as Slack asks for', async () => {
    stage.slack.say.message('where do bugs go');
    stage.slack.faults.next(
      'conversations.history',
      {type: 'rate-limited', retryAfterSeconds: 1},
      {type: 'status', status: 503},
    );
    await stage.answerTo(stage.slack.say.mention('^'));
    expect(stage.seen()).toEqual([`all, general thread: ${taken('where do bugs go')}`]);
  });
});

it('names the permission that is missing, and who can add it', async () => {
  const stage = await startStage({scopes: allScopes.filter((scope) => scope !== 'channels:history')});
  stage.slack.say.mention('^');
  await stage.messages(1);
  expect(stage.seen()).toEqual(
    [
      'ada, general thread: The messages before this one cannot be read. The bot lacks the permission channels:history in this workspace. An admin adds it at api.slack.com/apps, OAuth & Permissions, and installs the app again.',
    ].map((line) => line.replace('&', '&amp;')),
  );
  await stage.stop();
});
