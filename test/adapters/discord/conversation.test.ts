/** What people do on Discord and what comes back, with the real discord.js. */
import {MessageFlags, type APIMessage} from 'discord.js';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {repliesTo, startBot, textOf, type DiscordBot} from '../../helpers/discord-bot.js';
import {componentsOf} from '../../loopback/discord/find-component.js';

const question = "Where do I report a bug in the kernel's BPF code?";
const asked = 'how do I report a bug';
const answered = 'Write to the BPF mailing list';
const ask = {name: 'bpf-howto', subcommand: 'ask', options: {question: asked}};

let at: DiscordBot;

beforeEach(async () => {
  at = await startBot();
});

afterEach(async () => {
  await at.stop();
  expect(at.discord.violations).toEqual([]);
  expect(at.errors).toEqual([]);
});

function isPrivate({flags}: APIMessage): boolean {
  return ((flags ?? 0) & MessageFlags.Ephemeral) !== 0;
}

function label(message: APIMessage, beginning: string): string {
  return componentsOf(message).find((one) => one.label?.startsWith(beginning))?.custom_id ?? `no ${beginning}`;
}

describe('a slash command', () => {
  it('is answered with the first callback, to its asker alone', async () => {
    const exchange = at.discord.say.command(ask);
    const reply = await exchange.reply();
    expect(textOf(reply)).toContain(question);
    expect(textOf(reply)).toContain(answered);
    expect(isPrivate(reply)).toBe(true);
    expect((await exchange.answered()).type).toBe(4);
    expect(at.discord.requests.filter(({route}) => route.includes('/webhooks/'))).toEqual([]);
  });

  it.each([
    ['help', {}, 'Ask how to work with the BPF subsystem'],
    ['about', {}, 'version 1.2.3'],
    ['browse', {}, 'Sections'],
    ['browse', {section: 'Reporting bugs'}, 'Reporting bugs'],
  ])('%s %j is one of the table', async (subcommand, options, text) =>
    expect(textOf(await at.discord.say.command({name: 'bpf-howto', subcommand, options}).reply())).toContain(text),
  );

  it('tells a mistake to its asker', async () => {
    const reply = await at.discord.say
      .command({name: 'bpf-howto', subcommand: 'browse', options: {section: 'No such section'}})
      .reply();
    expect(isPrivate(reply)).toBe(true);
    expect(textOf(reply)).toMatch(/section/iu);
  });

  it('is answered openly in direct messages', async () => {
    const {channel_id: channel} = at.discord.say.direct({text: 'help'});
    expect(isPrivate(await at.discord.say.command({...ask, channel}).reply())).toBe(false);
  });
});

describe('typing a question', () => {
  it('proposes questions, also with slips of the hand', async () => {
    const line = {...ask, options: {question: 'reprot bgus'}, focused: 'question'};
    const choices = await at.discord.say.autocomplete(line).choices();
    expect(choices[0]?.name).toBe(question);
    expect(choices.every(({name, value}) => name === value)).toBe(true);
  });

  it('proposes 25 where nothing is typed yet', async () => {
    const line = {...ask, options: {question: ''}, focused: 'question'};
    expect(await at.discord.say.autocomplete(line).choices()).toHaveLength(25);
  });

  it('proposes sections', async () => {
    const line = {name: 'bpf-howto', subcommand: 'browse', options: {section: 'repor'}, focused: 'section'};
    expect(await at.discord.say.autocomplete(line).choices()).toEqual([
      {name: 'Reporting bugs', value: 'Reporting bugs'},
    ]);
  });
});

describe('a prefix', () => {
  const line = {name: 'bpf-howto', subcommand: 'prefix'};

  it.each([
    ['bpf-n', ['bpf-next', 'bpf-next/net']],
    ['bpfnext', ['bpf-next']],
    ['zebra', []],
  ])('proposes trees for %s', async (typed, trees) => {
    const choices = await at.discord.say.autocomplete({...line, options: {for: typed}, focused: 'for'}).choices();
    expect(choices).toEqual(trees.map((name) => ({name, value: name})));
  });

  it('is written from typed options', async () => {
    const options = {for: 'bpf', version: 2, patches: 3, rfc: true, resend: false, range: 'a..b', with: 'git'};
    const reply = await at.discord.say.command({...line, options}).reply();
    expect(textOf(reply)).toContain("git format-patch --cover-letter --subject-prefix='RFC PATCH bpf v2' -o v2 a..b");
    expect(textOf(reply)).not.toContain('b4 prep');
    expect(isPrivate(reply)).toBe(true);
  });

  it.each([
    [{for: 'bpfnext'}, `I don't know the tree "bpfnext". Did you mean bpf-next?`],
    [{for: 'PATCH bpf'}, 'Give the tree only; PATCH, vN and the numbers are added.'],
    [{range: 'a b'}, 'That is not a revision range; use start..finish, for example bpf-next/master..HEAD.'],
  ])('says what is wrong with %j', async (options, message) => {
    const reply = await at.discord.say.command({...line, options}).reply();
    expect(textOf(reply).replaceAll('\\', '')).toContain(message);
    expect(isPrivate(reply)).toBe(true);
  });
});

describe('a mention', () => {
  it('is replied to in the channel, for everybody, and pings nobody', async () => {
    const message = at.discord.say.mention({text: asked});
    const reply = await at.discord.answerTo(message);
    expect(textOf(reply)).toContain(answered);
    expect(reply.message_reference?.message_id).toBe(message.id);
    expect(reply.mentions).toEqual([]);
  });

  it('is replied to in its thread', async () => {
    const thread = at.discord.land.addThread(at.discord.channel, 'A question');
    const reply = await at.discord.answerTo(at.discord.say.mention({text: asked, channel: thread}));
    expect(reply.channel_id).toBe(thread);
    expect(textOf(reply)).toContain(answered);
  });

  it('is understood anywhere in the text', async () => {
    const text = `how do I report <@${at.discord.bot.id}> a bug`;
    expect(textOf(await at.discord.answerTo(at.discord.say.message({text})))).toContain(answered);
  });

  it('is a reply to the bot too, as long as it says something', async () => {
    const first = await at.discord.answerTo(at.discord.say.mention({text: asked}));
    const empty = at.discord.say.message({text: '', replyTo: first.id});
    const second = at.discord.say.message({text: 'which tree do I send patches to', replyTo: first.id});
    expect(textOf(await at.discord.answerTo(second))).toContain('bpf-next');
    expect(repliesTo(at.discord, empty)).toEqual([]);
  });

  it.each([
    ['@everyone', () => '@everyone how do I report a bug'],
    ['a role', () => '<@&100000000000000000> how do I report a bug'],
    ['somebody else', () => `<@${at.discord.bob.id}> how do I report a bug`],
    ['nobody', () => 'how do I report a bug'],
  ])('is not %s', async (_, text) => {
    const message = at.discord.say.message({text: text()});
    await at.discord.answerTo(at.discord.say.mention({text: asked}));
    expect(repliesTo(at.discord, message)).toEqual([]);
  });

  it('is not what bots say', async () => {
    const message = at.discord.say.message({
      text: `<@${at.discord.bot.id}> ${asked}`,
      user: at.discord.bot.id,
    });
    await at.discord.answerTo(at.discord.say.mention({text: asked}));
    expect(repliesTo(at.discord, message)).toEqual([]);
  });
});

describe('a mention with no question', () => {
  it('says what to do where the message above is not shown', async () => {
    const above = at.discord.say.message({text: asked, user: at.discord.bob.id});
    for (const words of [{text: '^', replyTo: above.id}, {text: 'this?'}, {text: ''}]) {
      const reply = await at.discord.answerTo(at.discord.say.mention(words));
      expect(textOf(reply)).toContain('not shown to me');
      at.discord.say.remove(reply.id);
      for (const {id} of at.discord.messages().slice(1)) at.discord.say.remove(id);
    }
  });

  it('answers the message that was replied to where it is shown', async () => {
    const above = at.discord.say.mention({text: asked, user: at.discord.bob.id});
    await at.discord.answerTo(above);
    const reply = await at.discord.answerTo(at.discord.say.mention({text: '^', replyTo: above.id}));
    expect(textOf(reply)).toContain('Taken as the question, from bob');
    expect(textOf(reply)).toContain(answered);
  });

  it('is met with help where nothing was said', async () =>
    expect(textOf(await at.discord.answerTo(at.discord.say.mention({text: ''})))).toContain('Ask how to work'));
});

describe('a direct message', () => {
  it('is answered without any prefix', async () => {
    const reply = await at.discord.answerTo(at.discord.say.direct({text: asked}));
    expect(textOf(reply)).toContain(answered);
  });

  it('may be a command', async () =>
    expect(textOf(await at.discord.answerTo(at.discord.say.direct({text: 'about'})))).toContain('version 1.2.3'));
});

describe('pointing at a message', () => {
  const name = 'Answer from the BPF HOWTO';

  it('answers it to who pointed', async () => {
    const {id: target} = at.discord.say.message({text: asked, user: at.discord.bob.id});
    const reply = await at.discord.say.messageCommand({name, target}).reply();
    expect(isPrivate(reply)).toBe(true);
    expect(textOf(reply)).toContain('Taken as the question, from bob');
    expect(textOf(reply)).toContain(answered);
  });

  it('says so where there is no question', async () => {
    const {id: target} = at.discord.say.message({text: ''});
    expect(textOf(await at.discord.say.messageCommand({name, target}).reply())).toBe(
      'There is no question in that message.',
    );
  });
});

describe('a press', () => {
  const asker = () => at.discord.say.command(ask).reply();

  it('changes a private message in its place', async () => {
    const message = await asker();
    const exchange = at.discord.say.press({message: message.id, button: label(message, 'Related')});
    expect((await exchange.answered()).type).toBe(7);
    expect(textOf(await exchange.reply())).toContain('Related to');
    const back = at.discord.say.press({message: message.id, button: 'Back to the answer'});
    expect(textOf(await back.reply())).toContain(answered);
    expect(at.discord.messages()).toHaveLength(1);
  });

  it('shares an answer with everybody, also where the bot may not write', async () => {
    at.discord.land.permit(at.discord.channel, {deny: 1n << 11n});
    const message = await asker();
    const exchange = at.discord.say.press({message: message.id, button: label(message, 'Share')});
    const shared = await exchange.reply();
    expect(isPrivate(shared)).toBe(false);
    expect(textOf(shared)).toContain('Shared by');
    expect(textOf(shared)).toContain(answered);
  });

  it('under a public answer is answered to who pressed', async () => {
    const reply = await at.discord.answerTo(at.discord.say.mention({text: asked}));
    const press = {message: reply.id, button: label(reply, 'Related'), user: at.discord.bob.id};
    const related = await at.discord.say.press(press).reply();
    expect(isPrivate(related)).toBe(true);
    expect(textOf(at.discord.messages().find(({id}) => id === reply.id))).toContain(answered);
  });

  it('in direct messages goes on in the conversation', async () => {
    const reply = await at.discord.answerTo(at.discord.say.direct({text: asked}));
    const related = await at.discord.say.press({message: reply.id, button: label(reply, 'Related')}).reply();
    expect(isPrivate(related)).toBe(false);
    expect(related.id).not.toBe(reply.id);
  });

  it('tells whether it helped', async () => {
    const message = await asker();
    const thanks = await at.discord.say.press({message: message.id, button: label(message, 'Helpful')}).reply();
    expect(textOf(thanks)).toContain('Thank you');
    expect(isPrivate(thanks)).toBe(true);
    expect(at.feedback.map(({helpful}) => helpful)).toEqual([true]);
  });

  it('takes an answer back, for who asked and for nobody else', async () => {
    const reply = await at.discord.answerTo(at.discord.say.mention({text: asked}));
    const press = {message: reply.id, button: label(reply, 'Remove')};
    const refusal = await at.discord.say.press({...press, user: at.discord.bob.id}).reply();
    expect(textOf(refusal)).toContain('Only the person who asked');
    at.discord.say.press(press);
    await at.discord.until(
      () => (at.discord.messages().some(({id}) => id === reply.id) ? undefined : true),
      'the answer to go',
    );
  });

  it('picks from a menu', async () => {
    const sections = await at.discord.say
      .command({name: 'bpf-howto', subcommand: 'browse', options: {section: 'Submitting patches'}})
      .reply();
    const menu = componentsOf(sections).find(({options}) => options);
    const exchange = at.discord.say.select({
      message: sections.id,
      menu: menu?.custom_id ?? '',
      values: [menu?.options?.[0]?.value ?? ''],
    });
    expect((await exchange.answered()).type).toBe(7);
    expect(textOf(await exchange.reply())).toContain('How can I let BPF CI test my patches');
  });
});

describe('an edit', () => {
  it('corrects the answer in its place', async () => {
    const message = at.discord.say.mention({text: asked});
    const reply = await at.discord.answerTo(message);
    at.discord.say.edit(message.id, `<@${at.discord.bot.id}> which tree do I send patches to`);
    await at.discord.until(
      () => (textOf(at.discord.messages().find(({id}) => id === reply.id)).includes(answered) ? undefined : true),
      'the answer to change',
    );
    expect(repliesTo(at.discord, message)).toHaveLength(1);
  });

  it('made before the answer is there leads to one answer', async () => {
    at.discord.faults.next('POST /channels/:channel/messages', {type: 'delay', ms: 50});
    const message = at.discord.say.mention({text: asked});
    at.discord.say.edit(message.id, `<@${at.discord.bot.id}> about`);
    await at.discord.until(
      () => (repliesTo(at.discord, message).some((one) => textOf(one).includes('1.2.3')) ? true : undefined),
      'the corrected answer',
    );
    expect(repliesTo(at.discord, message)).toHaveLength(1);
  });

  it('that names the bot for the first time is answered', async () => {
    const message = at.discord.say.message({text: asked});
    at.discord.say.edit(message.id, `<@${at.discord.bot.id}> ${asked}`);
    expect(textOf(await at.discord.answerTo(message))).toContain(answered);
  });

  it('in direct messages corrects too', async () => {
    const message = at.discord.say.direct({text: asked});
    const reply = await at.discord.answerTo(message);
    at.discord.say.edit(message.id, 'about');
    await at.discord.until(() => {
      const now = at.discord.messages(message.channel_id).find(({id}) => id === reply.id);
      return textOf(now).includes('1.2.3') ? true : undefined;
    }, 'the answer to change');
  });

  it('comes too late after 15 minutes', async () => {
    const message = at.discord.say.mention({text: asked});
    const reply = await at.discord.answerTo(message);
    at.setNow(Date.now() + 15 * 60_000 + 1000);
    at.discord.say.edit(message.id, `<@${at.discord.bot.id}> about`);
    await at.connection.close();
    expect(textOf(at.discord.messages().find(({id}) => id === reply.id))).toContain(answered);
  });
});
