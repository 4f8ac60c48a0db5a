/** The loopback Slack against the real Bolt. */
import {App, LogLevel} from '@slack/bolt';
import {expect, it} from 'vitest';
import {startSlack} from './index.js';

it('carries a slash command and a mention there and back', async () => {
  const slack = await startSlack();
  const app = new App({
    token: slack.botToken,
    appToken: slack.appToken,
    socketMode: true,
    logLevel: LogLevel.ERROR,
    clientOptions: {slackApiUrl: slack.apiUrl},
  });
  app.command('/bpf-howto', async ({ack, respond, command}) => {
    await ack();
    await respond({text: `You said ${command.text}`});
  });
  app.event('app_mention', async ({event, say}) => {
    await say({text: 'In the thread', thread_ts: event.thread_ts ?? event.ts});
  });
  await app.start();
  const {delivery} = slack.say.command('hello');
  await delivery.acked;
  const seen = await slack.until('an answer', () => slack.workspace.seenBy('ada', 'general')[0]);
  expect(seen).toMatchObject({content: {text: 'You said hello'}, ephemeralTo: slack.workspace.user('ada').id});
  const question = slack.say.mention('how?');
  const answer = await slack.until('an answer', () => slack.workspace.answersTo(question)[0]);
  expect(answer).toMatchObject({content: {text: 'In the thread'}, threadTs: question.ts});
  await app.stop();
  await slack.stop();
  expect(slack.violations).toEqual([]);
});
