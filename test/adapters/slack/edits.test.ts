import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {startStage, type Stage} from './stage.js';

const bugs = 'Where do I report bugs?';
const list = 'Which list takes patches?';

describe('an edited question', () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await startStage();
  });
  afterEach(async () => {
    await stage.stop();
    expect(stage.slack.violations).toEqual([]);
    expect(stage.desk.errors).toEqual([]);
  });
  const firstLine = (text: string) => text.split('\n')[0];

  it.each(['in a channel', 'in a thread', 'in a conversation', 'in a thread of a conversation'])(
    'has its answer corrected in place, %s',
    async (place) => {
      const {say, until} = stage.slack;
      const isDirect = place.includes('conversation');
      const speak = isDirect ? say.direct.bind(say) : say.mention.bind(say);
      const root = place.includes('thread') ? (isDirect ? say.direct('list?') : say.message('hello')) : undefined;
      if (isDirect && root) await stage.answerTo(root);
      const others = stage.seen().length;
      const question = speak('bugs?', root ? {threadTs: root.ts} : {});
      const answer = await until('the answer', () => stage.slack.workspace.answersTo(question)[0]);
      say.edit(question, 'list?');
      await until('a correction', () => firstLine(answer.content.text) === list);
      say.edit(question, 'bugs?');
      await until('another', () => firstLine(answer.content.text) === bugs);
      expect(stage.seen()).toHaveLength(others + 1);
      expect(answer.content.metadata).toEqual({event_type: 'bpf_howto_answer', event_payload: {question: question.ts}});
    },
  );

  it('is corrected also where the edit comes before the answer', async () => {
    stage.slack.faults.next('chat.postMessage', {type: 'delay', ms: 200});
    const question = stage.slack.say.mention('bugs?');
    stage.slack.say.edit(question, 'list?');
    const answer = await stage.answerTo(question);
    await stage.slack.until('a correction', () => firstLine(answer.content.text) === list);
    expect(stage.seen()).toHaveLength(1);
  });

  it('is answered where the edit put the bot’s name in', async () => {
    const question = stage.slack.say.message('bugs?');
    stage.slack.say.edit(question, '@bot bugs?');
    await stage.answerTo(question);
    await Promise.all(stage.slack.deliveries.map(({acked}) => acked));
    await stage.answerTo(stage.slack.say.mention('list?'));
    expect(stage.seen()).toEqual([`all, general thread: ${bugs}`, `all, general thread: ${list}`]);
  });

  it('is answered anew where its answer is gone', async () => {
    const question = stage.slack.say.mention('bugs?');
    const answer = await stage.answerTo(question);
    stage.slack.faults.next('chat.update', {type: 'error', error: 'message_not_found'});
    stage.slack.say.edit(question, 'list?');
    await stage.messages(2);
    stage.slack.press.button(answer, 'Remove');
    await stage.slack.until('removal', () => answer.deleted);
    expect(stage.seen()).toEqual([`all, general thread: ${list}`]);
  });

  it('leaves an answer of another question alone', async () => {
    const first = stage.slack.say.mention('bugs?');
    await stage.answerTo(first);
    const second = stage.slack.say.mention('list?', {threadTs: first.ts});
    await stage.messages(2);
    stage.slack.say.edit(second, 'stable?');
    await stage.slack.until('a correction', () => stage.seen()[1]?.includes('stable'));
    expect(stage.seen()).toEqual([`all, general thread: ${bugs}`, 'all, general thread: How does a fix reach stable?']);
  });

  it('is too old after 15 minutes', async () => {
    const question = stage.slack.say.mention('bugs?');
    await stage.answerTo(question);
    stage.desk.setNow(Date.now() + 16 * 60_000);
    stage.slack.say.edit(question, 'list?');
    await Promise.all(stage.slack.deliveries.map(({acked}) => acked));
    await stage.answerTo(stage.slack.say.mention('stable?'));
    expect(stage.seen()[0]).toBe(`all, general thread: ${bugs}`);
  });
});
