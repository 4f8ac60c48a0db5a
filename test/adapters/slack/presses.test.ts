import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import type {Message} from '../../loopback/slack/workspace.js';
import {startStage, type Stage} from './stage.js';

const bugs = 'Where do I report bugs?';

describe('a press', () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await startStage();
  });
  afterEach(async () => {
    await stage.stop();
    expect(stage.slack.violations).toEqual([]);
    expect(stage.desk.errors).toEqual([]);
  });

  const privately = async (): Promise<Message> => {
    stage.slack.say.command('bugs?');
    const [answer] = await stage.messages(1);
    return answer ?? expect.fail('no answer');
  };

  it('on a private answer turns it into what was pressed', async () => {
    const answer = await privately();
    stage.slack.press.button(answer, 'Related questions');
    await stage.slack.until('a change', () => answer.content.text.startsWith('Related to'));
    stage.slack.press.button(answer, 'Back to the answer');
    await stage.slack.until('a change', () => answer.content.text.startsWith(bugs));
    expect(stage.seen()).toEqual([`ada, general: ${bugs}`]);
  });

  it('under a public answer is answered to who pressed, in its thread', async () => {
    const answer = await stage.answerTo(stage.slack.say.mention('bugs?'));
    stage.slack.press.button(answer, 'Related questions', {user: 'brian'});
    await stage.messages(2);
    expect(stage.seen()).toEqual([`all, general thread: ${bugs}`, `brian, general thread: Related to "${bugs}":`]);
  });

  it('in a conversation is answered in it', async () => {
    const answer = await stage.answerTo(stage.slack.say.direct('bugs?'));
    stage.slack.press.button(answer, 'Related questions');
    await stage.messages(2);
    expect(stage.seen()).toEqual([`all, direct: ${bugs}`, `all, direct: Related to "${bugs}":`]);
  });

  it('says whether the answer helped, and leaves it there', async () => {
    const answer = await privately();
    stage.slack.press.button(answer, 'Not helpful');
    await stage.messages(2);
    expect(stage.desk.feedback).toEqual([{entry: 'q-bugs', helpful: false}]);
    expect(stage.seen()[0]).toBe(`ada, general: ${bugs}`);
  });

  it('shares in the thread where the answer stands', async () => {
    const root = stage.slack.say.message('hello');
    const reply = stage.slack.say.message('bugs?', {threadTs: root.ts});
    stage.slack.press.shortcut(reply, 'answer');
    const [answer] = await stage.messages(1);
    stage.slack.press.button(answer ?? expect.fail(), 'Share here');
    const [, shared] = await stage.messages(2);
    expect(shared).toMatchObject({threadTs: root.ts, ephemeralTo: undefined});
  });

  it('counts once, however often it is told', async () => {
    const answer = await privately();
    const {delivery} = stage.slack.press.button(answer, 'Share here');
    await stage.messages(2);
    await delivery.again();
    await stage.answerTo(stage.slack.say.mention('list?'));
    expect(stage.seen()).toHaveLength(3);
  });

  it('removes an answer that is gone already', async () => {
    const answer = await stage.answerTo(stage.slack.say.mention('bugs?'));
    stage.slack.faults.next('response_url', {type: 'status', status: 404});
    stage.slack.faults.next('chat.delete', {type: 'error', error: 'message_not_found'});
    stage.slack.press.button(answer, 'Remove');
    await stage.slack.until('both ways', () => stage.slack.faults.left === 0);
    await stage.answerTo(stage.slack.say.mention('list?'));
    expect(stage.log.filter((line) => line.includes('Slack request'))).toEqual([]);
  });

  it('says so where an answer cannot be removed', async () => {
    const answer = await stage.answerTo(stage.slack.say.mention('bugs?'));
    stage.slack.faults.next('response_url', {type: 'status', status: 404});
    stage.slack.faults.next('chat.delete', {type: 'error', error: 'is_archived'});
    stage.slack.press.button(answer, 'Remove');
    await stage.messages(2);
    expect(stage.seen()[1]).toMatch(/^ada, general thread: The answer cannot be removed. This channel is archived/u);
  });
});
