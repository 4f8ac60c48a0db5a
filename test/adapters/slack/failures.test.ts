import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import type {Fault} from '../../loopback/slack/faults.js';
import {startStage, type Stage} from './stage.js';

const bugs = 'Where do I report bugs?';
const openly = (sentence: string) => `This could not be shown to everybody. ${sentence}`;

let stage: Stage;
beforeEach(async () => {
  stage = await startStage();
});
afterEach(async () => {
  await stage.stop();
  expect(stage.slack.violations).toEqual([]);
  expect(stage.desk.errors).toEqual([]);
});

const troubles = () => stage.log.filter((line) => line.includes('Slack request'));

const passing: readonly (readonly [what: string, faults: readonly Fault[]])[] = [
  ['429 with Retry-After', [{type: 'rate-limited', retryAfterSeconds: 1}]],
  [
    '5xx, twice',
    [
      {type: 'status', status: 500},
      {type: 'status', status: 503},
    ],
  ],
  ['a cut connection', [{type: 'drop'}]],
  ['an answer that is cut off', [{type: 'accept-then-drop'}]],
  ['an answer that never comes', [{type: 'accept-then-timeout'}]],
  ['an answer that is no JSON', [{type: 'broken-json'}]],
  ['trouble inside of Slack', [{type: 'error', error: 'internal_error'}]],
  ['a limit told in words', [{type: 'error', error: 'ratelimited'}]],
];

describe('a mention is answered once in spite of', () => {
  it.each(passing)('%s', async (_, faults) => {
    stage.slack.faults.next('chat.postMessage', ...faults);
    const question = stage.slack.say.mention('bugs?');
    await stage.answerTo(question);
    await stage.finish();
    expect(stage.seen()).toEqual([`all, general thread: ${bugs}`]);
    expect(troubles()).toEqual([]);
  });
});

describe('a command is answered in spite of', () => {
  const harmless = passing.filter(([what]) => !/cut off|never|no JSON|in words|inside/u.test(what));
  it.each(harmless)('%s', async (_, faults) => {
    stage.slack.faults.next('response_url', ...faults);
    stage.slack.say.command('bugs?');
    await stage.messages(1);
    await stage.finish();
    expect(stage.seen()).toEqual([`ada, general: ${bugs}`]);
    expect(troubles()).toEqual([]);
  });

  it.each(['expired_url', 'used_url'])('%s', async (error) => {
    stage.slack.faults.next('response_url', {type: 'status', status: 404});
    stage.slack.say.command(error === 'used_url' ? 'list?' : 'bugs?');
    await stage.messages(1);
    expect(stage.seen()[0]).toMatch(/^ada, general: /u);
  });

  it('an address that is used up where the bot is no member', async () => {
    stage.slack.faults.next('response_url', {type: 'status', status: 404});
    stage.slack.say.command('bugs?', {channel: 'uninvited'});
    await stage.messages(1);
    expect(stage.seen()).toEqual([`all, direct: ${bugs}`]);
  });
});

const refusals: readonly (readonly [error: string, sentence: string])[] = [
  ['not_in_channel', 'The bot is not a member of this channel.'],
  ['channel_not_found', 'The bot cannot see this channel.'],
  ['is_archived', 'This channel is archived, so nothing can be posted in it.'],
  ['restricted_action', 'An admin of the workspace has limited who may post in this channel.'],
  ['missing_scope', 'The bot lacks the permission'],
  ['thread_not_found', 'The thread is gone.'],
  ['some_new_error', 'Slack refused (some_new_error).'],
];

describe('where the answer may not be posted, the asker alone gets it, with the reason', () => {
  it.each(refusals)('%s', async (error, sentence) => {
    stage.slack.faults.next('chat.postMessage', {type: 'error', error});
    stage.slack.say.mention('bugs?');
    const [message] = await stage.messages(1);
    expect(stage.seen()[0]).toContain(`ada, general thread: ${openly(sentence)}`);
    expect(message?.content.text).toContain(bugs);
    expect(troubles()).toEqual([expect.stringContaining(`could not be answered for everybody: ${error}.`)]);
  });

  it.each([
    ['archived', 'This channel is archived'],
    ['restricted', 'An admin of the workspace'],
  ] as const)('in the conversation of two, in a channel that is %s', async (state, sentence) => {
    stage.slack.workspace.channel('general')[state] = true;
    stage.slack.say.mention('bugs?');
    await stage.messages(1);
    expect(stage.seen()[0]).toContain(`all, direct: ${openly(sentence)}`);
  });

  it('in the conversation of two, where the asker has left the channel', async () => {
    stage.slack.faults.next('chat.postMessage', {type: 'error', error: 'not_in_channel'});
    stage.slack.faults.next('chat.postEphemeral', {type: 'error', error: 'user_not_in_channel'});
    stage.slack.say.mention('bugs?');
    await stage.messages(1);
    expect(stage.seen()[0]).toContain(`all, direct: ${openly('The bot is not a member')}`);
  });

  it('and the operator reads it where nothing works', async () => {
    stage.slack.faults.always('chat.postMessage', {type: 'error', error: 'is_archived'});
    stage.slack.faults.always('chat.postEphemeral', {type: 'error', error: 'is_archived'});
    const {channel, ts} = stage.slack.say.mention('bugs?');
    await stage.slack.until(
      'three tries',
      () => stage.slack.calls.filter(({method}) => method.startsWith('chat.')).length === 3,
    );
    await stage.finish();
    const key = `slack:${stage.slack.workspace.id}:${channel}:${ts}`;
    expect(troubles().at(-1)).toBe(
      `bpf-howto: Slack request ${key} could not be answered: is_archived, then is_archived.\n`,
    );
  });

  it('also where Slack is limited for long', async () => {
    stage.slack.faults.next('chat.postMessage', {type: 'rate-limited', retryAfterSeconds: 600});
    stage.slack.say.mention('bugs?');
    await stage.messages(1);
    expect(stage.seen()[0]).toContain(openly('Slack lets the bot do no more at the moment.'));
  });
});

describe('where Slack does not take the blocks', () => {
  it.each(['invalid_blocks', 'msg_blocks_too_long', 'msg_too_long'])('the text is posted: %s', async (error) => {
    stage.slack.faults.next('chat.postMessage', {type: 'error', error});
    const answer = await stage.answerTo(stage.slack.say.mention('bugs?'));
    expect(answer.content).toMatchObject({blocks: undefined});
    expect(stage.seen()).toEqual([`all, general thread: ${bugs}`]);
  });
});

describe('sharing', () => {
  it.each<[what: string, faults: readonly Fault[]]>([
    ['an address that is used up', [{type: 'status', status: 404}]],
    ['429', [{type: 'rate-limited', retryAfterSeconds: 1}]],
  ])('works in spite of %s', async (_, faults) => {
    stage.slack.say.command('bugs?');
    const [answer] = await stage.messages(1);
    stage.slack.faults.next('response_url', ...faults);
    stage.slack.press.button(answer ?? expect.fail(), 'Share here');
    await stage.messages(2);
    expect(stage.seen()[1]).toBe(`all, general: ${bugs}`);
  });

  it('is not done twice where the answer gets lost', async () => {
    stage.slack.say.command('bugs?');
    const [answer] = await stage.messages(1);
    stage.slack.faults.next('response_url', {type: 'accept-then-drop'});
    stage.slack.press.button(answer ?? expect.fail(), 'Share here');
    await stage.messages(3);
    expect(stage.seen()[1]).toBe(`all, general: ${bugs}`);
    expect(stage.seen()[2]).toContain(`ada, general: ${openly('Slack did not answer the bot.')}`);
  });
});

it('App Home that cannot be shown is told to the operator', async () => {
  stage.slack.faults.next('views.publish', {type: 'error', error: 'not_enabled'});
  stage.slack.press.openHome();
  await stage.slack.until('the call', () => stage.slack.faults.left === 0);
  await stage.finish();
  expect(troubles()).toEqual([expect.stringMatching(/could not be shown in App Home: not_enabled\./u)]);
});
