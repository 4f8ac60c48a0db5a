/** The loopback Slack against the real Bolt by Socket Mode: what people do, and how connections end. */
import type {App} from '@slack/bolt';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {onSockets} from './bolt.js';
import {startSlack, type LoopbackSlack} from './index.js';

const feedback = {
  type: 'context_actions',
  elements: [
    {
      type: 'feedback_buttons',
      action_id: 'feedback',
      positive_button: {text: {type: 'plain_text', text: 'Helpful'}, value: 'good'},
      negative_button: {text: {type: 'plain_text', text: 'Not helpful'}, value: 'bad'},
    },
  ],
} as const;
const more = {type: 'button', action_id: 'more', text: {type: 'plain_text', text: 'More'}, value: '2'} as const;
const blocks = [
  {type: 'section', text: {type: 'mrkdwn', text: 'An answer'}},
  {type: 'actions', elements: [more]},
  feedback,
];

let slack: LoopbackSlack;
let app: App;
let heard: string[] = [];

function listen(bolt: App): void {
  bolt.command('/bpf-howto', async ({ack, command, respond}) => {
    if (command.text === 'at once') return ack({text: 'At once', response_type: 'in_channel'});
    await ack();
    await respond({text: 'Private', blocks: blocks});
  });
  bolt.event('app_mention', async ({event, say}) => {
    heard.push(`mention ${event.text}`);
    await say({text: 'Public', thread_ts: event.thread_ts ?? event.ts, blocks: blocks});
  });
  bolt.message(async ({message}) => {
    await Promise.resolve(heard.push(`message ${message.subtype ?? ''} ${message.channel_type}`));
  });
  bolt.action(/.*/u, async ({ack, action, respond, body}) => {
    await ack();
    heard.push(`${action.type} ${'value' in action ? action.value : ''} ${body.type}`);
    if (action.type === 'button') await respond({text: 'Replaced', replace_original: true});
  });
  bolt.shortcut('answer', async ({ack, respond, shortcut}) => {
    await ack();
    await respond(`About ${'message' in shortcut ? (shortcut.message.text ?? '') : ''}`);
  });
  bolt.event('app_home_opened', async ({event, client}) => {
    const element = {type: 'plain_text_input' as const, action_id: 'search'};
    const input = {type: 'input' as const, dispatch_action: true, label: more.text, element};
    await client.views.publish({user_id: event.user, view: {type: 'home', blocks: [input]}});
  });
  for (const name of ['app_uninstalled', 'tokens_revoked'] as const)
    bolt.event(name, () => Promise.resolve(void heard.push(name)));
}

beforeEach(async () => {
  heard = [];
  slack = await startSlack();
  app = await onSockets(slack, listen);
});
afterEach(async () => {
  await app.stop();
  await slack.stop();
});

const hears = (what: string) => slack.until(what, () => heard.includes(what));

describe('what people do', () => {
  it('a slash command is answered to its asker alone', async () => {
    const {delivery} = slack.say.command('hello');
    expect((await delivery.acked).failure).toBeUndefined();
    const [seen] = await slack.until('an answer', () => slack.workspace.byBot().length > 0 && slack.workspace.byBot());
    expect(seen).toMatchObject({content: {text: 'Private'}, ephemeralTo: slack.workspace.user('ada').id});
    expect(slack.workspace.seenBy('brian', 'general')).toEqual([]);
    expect(slack.violations).toEqual([]);
  });

  it('a slash command is answered with its acknowledgement', async () => {
    await slack.say.command('at once').delivery.acked;
    expect(slack.workspace.seenBy('brian', 'general').map(({content}) => content.text)).toEqual(['At once']);
  });

  it('a mention is heard twice, and answered in its thread', async () => {
    const question = slack.say.mention('is 1 < 2?');
    const answer = await slack.until('an answer', () => slack.workspace.answersTo(question)[0]);
    expect(answer.threadTs).toBe(question.ts);
    await hears('message  channel');
    const told = slack.deliveriesOf(question);
    expect(told.map(({payload}) => (payload.event as {type: string}).type).sort()).toEqual(['app_mention', 'message']);
    expect(new Set(told.map(({payload}) => payload.event_id)).size).toBe(2);
    expect(heard).toContain(`mention <@${slack.workspace.installation?.botUser ?? ''}> is 1 &lt; 2?`);
    for (const delivery of told) slack.happen.repeat(delivery, 'new');
    await slack.until('another answer', () => slack.workspace.answersTo(question).length === 2);
    expect(slack.violations).toEqual([]);
  });

  it.each([
    ['a direct message', () => slack.say.direct('hello'), 'message  im'],
    ['an edit', () => slack.say.edit(slack.say.message('hello'), 'bye'), 'message message_changed channel'],
    ['a deletion', () => slack.say.delete(slack.say.message('hello')), 'message message_deleted channel'],
    ['a file', () => slack.say.share({name: 'log.txt', content: 'x'}), 'message file_share channel'],
    ['the end of tokens', () => slack.happen.revokeTokens(slack.workspace), 'tokens_revoked'],
  ])('%s is heard', async (_, act, what) => {
    act();
    await hears(what);
  });

  it('buttons are pressed, and the message replaced', async () => {
    const question = slack.say.mention('how?');
    const answer = await slack.until('an answer', () => slack.workspace.answersTo(question)[0]);
    slack.press.button(answer, 'Not helpful');
    await hears('feedback_buttons bad block_actions');
    slack.press.button(answer, 'More', {user: 'brian'});
    await slack.until('a change', () => answer.content.text === 'Replaced');
    expect(answer.earlier.map(({text}) => text)).toEqual(['Public']);
  });

  it('buttons work in ephemeral messages, which only one person sees', async () => {
    slack.say.command('hello');
    const answer = await slack.until('an answer', () => slack.workspace.byBot()[0]);
    expect(() => slack.press.button(answer, 'More', {user: 'brian'})).toThrow('brian does not see');
    expect(() => slack.press.button(answer, 'Less')).toThrow('["More","Helpful","Not helpful"]');
    slack.press.button(answer, 'More');
    await slack.until('a change', () => answer.content.text === 'Replaced');
  });

  it('a message shortcut tells the message', async () => {
    slack.press.shortcut(slack.say.message('this one'), 'answer');
    const answer = await slack.until('an answer', () => slack.workspace.byBot()[0]);
    expect(answer.content.text).toBe('About this one');
  });

  it('App Home is opened and written into', async () => {
    slack.press.openHome();
    const home = await slack.until('a view', () => slack.workspace.viewOf('ada'));
    slack.press.text(home, 'search', 'rebase');
    await hears('plain_text_input rebase block_actions');
    expect(slack.violations).toEqual([]);
  });
});

describe('connections', () => {
  it.each([
    ['is refreshed', () => slack.sockets.disconnect('refresh_requested')],
    ['drops', () => slack.sockets.drop()],
  ])('%s, and nothing is lost', async (_, end) => {
    end();
    await slack.until('no socket', () => slack.sockets.count === 0);
    const question = slack.say.mention('still there?');
    const answer = await slack.until('an answer', () => slack.workspace.answersTo(question)[0]);
    expect(answer.content.text).toBe('Public');
    expect(slack.sockets.opened).toBe(2);
  });

  it('deliver to several sockets in turn', async () => {
    const second = await onSockets(slack, listen);
    expect(slack.sockets.count).toBe(2);
    const acks = await Promise.all([1, 2, 3, 4].map(() => slack.say.command('at once').delivery.acked));
    expect(acks.map(({failure}) => failure)).toEqual([undefined, undefined, undefined, undefined]);
    await second.stop();
  });
});
