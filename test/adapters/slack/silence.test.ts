import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {startStage, type Stage} from './stage.js';

let stage: Stage;
beforeEach(async () => {
  stage = await startStage();
});
afterEach(async () => {
  await stage.stop();
  expect(stage.slack.violations).toEqual([]);
});

const botOf = ({slack}: Stage): string => slack.workspace.installation?.botUser ?? '';

/** An event in #general, as Slack would tell it. */
function tell(of: Stage, event: Readonly<Record<string, unknown>>): void {
  const {workspace, happen} = of.slack;
  const ts = workspace.nextTs();
  const ada = workspace.user('ada').id;
  const channel = workspace.channel('general').id;
  happen.tell(workspace, {type: 'message', channel_type: 'channel', ts, event_ts: ts, user: ada, channel, ...event});
}

const ignored: readonly (readonly [what: string, act: (on: Stage) => void])[] = [
  ['what people say to one another', ({slack}) => slack.say.message('where do bugs go')],
  ['somebody else’s name', ({slack}) => slack.say.message('<@U1> where do bugs go', {raw: true})],
  [
    'a reply in a thread it was not asked in',
    ({slack}) => {
      slack.say.message('bugs?', {threadTs: slack.say.message('good morning').ts});
    },
  ],
  ['a file in a channel', ({slack}) => slack.say.share({name: 'log.txt', content: 'x'}, 'bugs?')],
  ['another bot', (on) => tell(on, {bot_id: 'B1', user: 'U1', text: `<@${botOf(on)}> bugs?`})],
  ['another bot’s mention', (on) => tell(on, {type: 'app_mention', bot_id: 'B1', text: `<@${botOf(on)}> bugs?`})],
  [
    'a bot of the old kind',
    (on) => tell(on, {subtype: 'bot_message', bot_id: 'B1', user: undefined, text: `<@${botOf(on)}> bugs?`}),
  ],
  ['itself', (on) => tell(on, {user: botOf(on), text: `<@${botOf(on)}> bugs?`})],
  ['somebody who joins', (on) => tell(on, {subtype: 'channel_join', text: `<@${botOf(on)}> has joined`})],
  ['a hidden message', (on) => tell(on, {hidden: true, text: `<@${botOf(on)}> bugs?`})],
  ['a message that was deleted', ({slack}) => slack.say.delete(slack.say.message('bugs?'))],
  [
    'an edit that is none',
    (on) => {
      const message = {type: 'message', user: 'U1', ts: on.slack.workspace.nextTs(), text: `<@${botOf(on)}> bugs?`};
      tell(on, {subtype: 'message_changed', hidden: true, message, previous_message: message});
    },
  ],
  ['an edit of what was not for it', ({slack}) => slack.say.edit(slack.say.message('bugs?'), 'where do bugs go')],
  ['the conversation tab', ({slack}) => slack.press.openHome({}, 'messages')],
];

describe('Slack passes over', () => {
  it.each(ignored)('%s', async (_, act) => {
    act(stage);
    await Promise.all(stage.slack.deliveries.map(({acked}) => acked));
    const question = stage.slack.say.mention('which list?');
    await stage.answerTo(question);
    expect(stage.slack.workspace.byBot()).toHaveLength(1);
    expect(stage.slack.workspace.viewOf('ada')).toBeUndefined();
  });
});

describe('Slack hears', () => {
  it('a file with words that name the bot', async () => {
    const question = stage.slack.say.share({name: 'log.txt', content: 'x'}, '@bot where do bugs go');
    expect((await stage.answerTo(question)).threadTs).toBe(question.ts);
    expect(stage.seen()).toEqual(['all, general thread: Where do I report bugs?']);
  });

  it('its name in a conversation of several', async () => {
    const {workspace} = stage.slack;
    const group = workspace.addChannel('mpdm', {type: 'mpim'});
    stage.slack.say.message('bugs?', {channel: group.id});
    await stage.answerTo(stage.slack.say.mention('bugs?', {channel: group.id}));
    expect(stage.seen()).toEqual(['all, mpdm thread: Where do I report bugs?']);
  });
});
