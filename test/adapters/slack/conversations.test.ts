import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {modes, startStage, type Stage} from './stage.js';

const bugs = 'Where do I report bugs?';

describe.each(modes)('on Slack by %s', (mode) => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await startStage({mode});
  });
  afterEach(async () => {
    await stage.stop();
    expect(stage.slack.violations).toEqual([]);
    expect(stage.desk.errors).toEqual([]);
  });

  it.each(['general', 'uninvited', 'secret'])('a command is answered to its asker alone, in %s', async (channel) => {
    const {delivery} = stage.slack.say.command('where do bugs go', {channel});
    expect((await delivery.acked).failure).toBeUndefined();
    await stage.messages(1);
    expect(stage.seen()).toEqual([`ada, ${channel}: ${bugs}`]);
  });

  it('a mention is answered once, in its thread, however often it is told', async () => {
    const {slack} = stage;
    const question = slack.say.mention('where do bugs go');
    await stage.answerTo(question);
    for (const delivery of slack.deliveriesOf(question)) {
      await slack.happen.repeat(delivery, 'new').acked;
      await delivery.again();
    }
    const next = slack.say.mention('list?');
    await stage.answerTo(next);
    expect(stage.seen()).toEqual([`all, general thread: ${bugs}`, 'all, general thread: Which list takes patches?']);
    expect(slack.calls.filter(({method}) => method === 'chat.postMessage')).toMatchObject([
      {args: {thread_ts: question.ts, unfurl_links: 'false', unfurl_media: 'false', mrkdwn: 'false'}},
      {args: {thread_ts: next.ts}},
    ]);
  });

  it('a mention in a thread is answered in it', async () => {
    const root = stage.slack.say.message('good morning');
    const answer = await stage.answerTo(stage.slack.say.mention('bugs?', {threadTs: root.ts, user: 'brian'}));
    expect(answer.threadTs).toBe(root.ts);
  });

  it('a direct message is answered in the conversation', async () => {
    const first = await stage.answerTo(stage.slack.say.direct('where do bugs go'));
    expect(first.threadTs).toBeUndefined();
    const inThread = stage.slack.say.direct('list?', {threadTs: first.ts});
    await stage.answerTo(inThread);
    expect(stage.seen()).toEqual([`all, direct: ${bugs}`, 'all, direct thread: Which list takes patches?']);
  });

  it('the answer to a command is shared, and taken back by who shared it', async () => {
    const {slack} = stage;
    slack.say.command('bugs', {channel: 'uninvited'});
    const [answer] = await stage.messages(1);
    slack.press.button(answer ?? never(), 'Share here');
    const [, shared] = await stage.messages(2);
    expect(stage.seen()[1]).toBe(`all, uninvited: ${bugs}`);
    expect(shared?.content.text).toContain('Shared by ada.');
    slack.press.button(shared ?? never(), 'Remove', {user: 'brian'});
    await stage.messages(3);
    expect(stage.seen()[2]).toBe('brian, uninvited: Only the person who asked can remove this answer.');
    slack.press.button(shared ?? never(), 'Remove');
    await slack.until('removal', () => shared?.deleted);
  });

  it('a message that is pointed at is answered to who points, in its thread', async () => {
    const {slack} = stage;
    const root = slack.say.message('bugs?', {user: 'brian', channel: 'uninvited'});
    const reply = slack.say.message('which list?', {threadTs: root.ts, channel: 'uninvited'});
    slack.press.shortcut(root, 'answer');
    await stage.messages(1);
    slack.press.shortcut(reply, 'answer');
    await stage.messages(2);
    expect(stage.seen()).toEqual([
      'ada, uninvited: Taken as the question, from somebody: "bugs?"',
      'ada, uninvited thread: Taken as the question, from ada: "which list?"',
    ]);
  });

  it('App Home shows the sections, finds, and leads back', async () => {
    const {slack} = stage;
    const shows = (text: string) =>
      slack.until(text, () => {
        const view = slack.workspace.viewOf('ada');
        return view && JSON.stringify(view.view).includes(text) && view;
      });
    slack.press.openHome();
    const home = await shows('Reporting bugs');
    slack.press.text(home, 'home:search', 'list?');
    slack.press.button(await shows('Which list takes patches?'), 'All sections');
    slack.press.button(await shows('Reporting bugs'), firstButton(home.view));
    await shows(bugs);
    slack.press.text(home, 'home:search', '');
    await shows('Reporting bugs');
  });
});

function firstButton(view: unknown): string {
  const found = /"value":"(browse\.[^"]+)"/u.exec(JSON.stringify(view))?.[1];
  return found ?? never();
}

function never(): never {
  throw new Error('Nothing is there.');
}
