/** What goes wrong on Discord, by script: no question is lost without a word, answered twice, or tried for ever. */
import {PermissionFlagsBits as may} from 'discord.js';
import {afterEach, describe, expect, it} from 'vitest';
import {usualKnobs} from '../../../adapters/discord/client.js';
import {
  bundledBot,
  openedChannel,
  repliesTo,
  startBot,
  textOf,
  type DiscordBot,
  type Wishes,
} from '../../helpers/discord-bot.js';
import {componentsOf} from '../../loopback/discord/find-component.js';
import type {Fault} from '../../loopback/discord/faults.js';

const asked = 'how do I report a bug';
const answered = 'Write to the BPF mailing list';
const ask = {name: 'bpf-howto', subcommand: 'ask', options: {question: asked}};

const callback = 'POST /interactions/:interaction/:token/callback';
const original = 'PATCH /webhooks/:app/:token/messages/:message';
const send = 'POST /channels/:channel/messages';

/** Faults that pass: how they are met, how often, and whether the request was carried out all the same. */
const passing: readonly (readonly [name: string, fault: Fault, times: number, done: boolean])[] = [
  ['429', {type: 'rate-limit', retryAfterS: 0.02}, 1, false],
  ['429 for all of the bot', {type: 'rate-limit', retryAfterS: 0.02, scope: 'global'}, 1, false],
  ['500', {type: 'status', status: 500}, 1, false],
  ['502 after it was taken', {type: 'status', status: 502}, 1, true],
  ['503 more often than the library repeats', {type: 'status', status: 503}, 5, false],
  ['silence', {type: 'silence'}, 1, false],
  ['silence after it was taken', {type: 'silence'}, 1, true],
  ['a cut connection', {type: 'drop'}, 1, false],
  ['a cut connection after it was taken', {type: 'drop'}, 1, true],
  ['broken JSON', {type: 'broken-json'}, 1, false],
  ['broken JSON after it was taken', {type: 'broken-json'}, 1, true],
];

/** Patience that a silent server is to use up; a busy machine is not to use it up elsewhere. */
function patience({type}: Fault) {
  return type === 'silence' ? {timeoutMs: 400, firstTimeoutMs: 400} : {};
}

let at: DiscordBot;

async function start(wishes: Wishes = {}): Promise<DiscordBot> {
  at = await startBot(wishes);
  return at;
}

afterEach(async () => {
  await at.stop();
  expect(at.discord.violations).toEqual([]);
  expect(at.errors).toEqual([]);
});

/** Lines of the log about questions without an answer. */
function lost(): string[] {
  return at.lines.filter((line) => line.includes('has no answer'));
}

/** Messages of a channel that say this. */
function saying(text: string, channel?: string): number {
  return at.discord.messages(channel).filter((message) => textOf(message).includes(text)).length;
}

/** A bot whose answers wait until they are let go. */
async function slowBot(isSlow: 'run' | 'press' = 'run') {
  const bot = await bundledBot();
  let letGo: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => (letGo = resolve));
  const slow: typeof bot =
    isSlow === 'run'
      ? {...bot, run: (...given) => gate.then(() => bot.run(...given))}
      : {...bot, press: (...given) => gate.then(() => bot.press(...given))};
  return {slow, letGo: () => letGo()};
}

describe('a slash command', () => {
  it.each(passing)('is answered once through %s', async (_, fault, times, done) => {
    const {discord, connection} = await start({knobs: patience(fault)});
    discord.faults.next(callback, fault, {times, done});
    expect(textOf(await discord.say.command(ask).reply())).toContain(answered);
    await connection.close();
    expect(discord.messages()).toHaveLength(1);
    expect(discord.faults.pending()).toEqual([]);
    expect(lost()).toEqual([]);
  });

  it.each(passing)('that is slow is announced and answered once through %s', async (_, fault, times, done) => {
    const {slow, letGo} = await slowBot();
    const {discord, connection} = await start({bot: slow, knobs: {...patience(fault), deferAfterMs: 5}});
    discord.faults.next(original, fault, {times, done});
    const exchange = discord.say.command(ask);
    expect((await exchange.answered()).type).toBe(5);
    letGo();
    expect(textOf(await exchange.reply())).toContain(answered);
    await connection.close();
    expect(discord.messages()).toHaveLength(1);
    expect(lost()).toEqual([]);
  });

  it('is given up where Discord has given it up', async () => {
    const {discord} = await start();
    discord.faults.next(callback, {type: 'error', code: 10062});
    const {id} = discord.say.command(ask);
    expect(await at.line('has no answer')).toContain(
      `warn: Discord: interaction ${id} has no answer: Discord had given`,
    );
    expect(discord.requests.filter(({route}) => route === callback)).toHaveLength(1);
  });

  it('that is slow is given up when its token has expired', async () => {
    const {slow, letGo} = await slowBot();
    const {discord} = await start({bot: slow, knobs: {deferAfterMs: 5}});
    discord.faults.next(original, {type: 'error', code: 50027});
    const exchange = discord.say.command(ask);
    await exchange.answered();
    letGo();
    expect(await at.line('has no answer')).toContain('given the interaction up');
  });

  it('tells its asker where Discord refuses what the answer looks like', async () => {
    const {discord} = await start();
    discord.faults.next(callback, {type: 'error', code: 50035});
    expect(textOf(await discord.say.command(ask).reply())).toContain('did not take the answer');
    expect(await at.line('has no answer')).toContain('Invalid Form Body');
  });

  it('is left without a trace where nothing is to be said', async () => {
    const once = {count: 1, perMs: 60_000};
    const {discord, connection} = await start({budgets: {person: once, place: once}});
    await discord.say.command(ask).reply();
    expect(textOf(await discord.say.command(ask).reply())).toContain('Ask again in');
    const exchange = discord.say.command(ask);
    await exchange.answered();
    await connection.close();
    expect(exchange.messages()).toEqual([]);
    expect(lost()).toEqual([]);
  });
});

describe('a press', () => {
  it('that is slow is answered in its place', async () => {
    const {slow, letGo} = await slowBot('press');
    const {discord} = await start({bot: slow, knobs: {deferAfterMs: 100}});
    const message = await discord.say.command(ask).reply();
    const related = componentsOf(message).find(({label}) => label?.startsWith('Related'))?.custom_id ?? '';
    const exchange = discord.say.press({message: message.id, button: related});
    expect((await exchange.answered()).type).toBe(6);
    letGo();
    expect(textOf(await exchange.reply())).toContain('Related to');
    expect(discord.messages()).toHaveLength(1);
  });

  it('that is slow shares to everybody', async () => {
    const {slow, letGo} = await slowBot('press');
    const {discord} = await start({bot: slow, knobs: {deferAfterMs: 100}});
    const message = await discord.say.command(ask).reply();
    const share = componentsOf(message).find(({label}) => label?.startsWith('Share'))?.custom_id ?? '';
    const exchange = discord.say.press({message: message.id, button: share});
    expect((await exchange.answered()).type).toBe(6);
    letGo();
    await exchange.reply();
    expect(saying('Shared by')).toBe(1);
  });

  it('takes an answer back that is gone already', async () => {
    const {discord, connection} = await start();
    const reply = await discord.answerTo(discord.say.mention({text: asked}));
    const remove = componentsOf(reply).find(({label}) => label?.startsWith('Remove'))?.custom_id ?? '';
    discord.faults.next('DELETE /webhooks/:app/:token/messages/:message', {type: 'error', code: 10008});
    await discord.say.press({message: reply.id, button: remove}).answered();
    await connection.close();
    expect(discord.faults.pending()).toEqual([]);
    expect(lost()).toEqual([]);
  });
});

describe('typing', () => {
  it('gets no proposals where the search fails, and no error', async () => {
    const bot = await bundledBot();
    const {discord} = await start({
      bot: {
        ...bot,
        suggest: () => {
          throw new Error('disk on fire');
        },
      },
    });
    expect(await discord.say.autocomplete({...ask, focused: 'question'}).choices()).toEqual([]);
    expect(await at.line('disk on fire')).toContain('has no answer');
  });
});

describe('a mention', () => {
  it.each(passing)('is replied to once through %s', async (_, fault, times, done) => {
    const {discord, connection} = await start({knobs: patience(fault)});
    discord.faults.next(send, fault, {times, done});
    const message = discord.say.mention({text: asked});
    await discord.answerTo(message);
    await connection.close();
    expect(repliesTo(discord, message)).toHaveLength(1);
    expect(discord.faults.pending()).toEqual([]);
    expect(lost()).toEqual([]);
  });

  it('is given up where Discord fails for long, with a line in the log', async () => {
    const {discord} = await start();
    discord.faults.always(send, {type: 'status', status: 500});
    const {id} = discord.say.mention({text: asked});
    expect(await at.line('has no answer')).toContain(`message ${id}`);
    expect(discord.requests.filter(({route}) => route === send)).toHaveLength(12);
    discord.faults.clear();
  });

  it.each([10003, 10008] as const)('is given up where its place is gone (%i)', async (code) => {
    const {discord} = await start();
    discord.faults.next(send, {type: 'error', code});
    discord.say.mention({text: asked});
    expect(await at.line('has no answer')).toContain('is gone');
    expect(discord.requests.filter(({route}) => route === send)).toHaveLength(1);
  });

  it('that was deleted is answered all the same', async () => {
    const {discord} = await start();
    discord.faults.next(send, {type: 'delay', ms: 30});
    const message = discord.say.mention({text: asked});
    discord.say.remove(message.id);
    expect(textOf(await discord.answerTo(message))).toContain(answered);
  });

  it.each([
    ['Send Messages', may.SendMessages, false],
    ['Send Messages in Threads', may.SendMessagesInThreads, true],
  ] as const)('without the permission %s is explained to its asker, once', async (name, deny, inThread) => {
    const {discord} = await start();
    discord.land.permit(discord.channel, {deny});
    const channel = inThread ? discord.land.addThread(discord.channel, 'A thread') : discord.channel;
    discord.say.mention({text: asked, channel});
    const direct = await discord.until(() => openedChannel(discord), 'a direct message');
    discord.say.mention({text: asked, channel});
    await at.line('has no answer', 2);
    const [told, ...more] = discord.messages(direct);
    expect(more).toEqual([]);
    expect(textOf(told)).toContain(`What I lack is ${name}. Somebody with Manage Channels`);
    expect(lost()[0]).toContain('Missing Permissions');
    expect(textOf(told)).toContain(inThread ? 'A thread' : 'general');
  });

  it('without access is explained too', async () => {
    const {discord} = await start();
    discord.faults.next(send, {type: 'error', code: 50001});
    discord.say.mention({text: asked});
    const direct = await discord.until(() => openedChannel(discord), 'a direct message');
    expect(textOf(discord.messages(direct)[0])).toContain('View Channel');
  });

  it('without the history is answered without a reference', async () => {
    const {discord} = await start();
    discord.land.permit(discord.channel, {deny: may.ReadMessageHistory});
    const reply = await discord.answerTo(discord.say.mention({text: asked}));
    expect(textOf(reply)).toContain(answered);
    expect(reply.message_reference).toBeUndefined();
  });

  it('in a locked thread is explained to its asker', async () => {
    const {discord} = await start();
    const thread = discord.land.addThread(discord.channel, 'A thread');
    discord.faults.next(send, {type: 'error', code: 50083});
    discord.say.mention({text: asked, channel: thread});
    const direct = await discord.until(() => openedChannel(discord), 'a direct message');
    expect(textOf(discord.messages(direct)[0])).toMatch(/thread "A thread" is closed.*Manage Threads/su);
  });

  it('is logged where the asker takes no direct messages either', async () => {
    const {discord} = await start();
    discord.land.permit(discord.channel, {deny: may.SendMessages});
    discord.faults.next('POST /users/@me/channels', {type: 'error', code: 50007});
    discord.say.mention({text: asked});
    expect(await at.line('has no answer')).toContain('Missing Permissions');
  });

  it('over the budget is told in private once, then not at all', async () => {
    const {discord, connection} = await start({
      budgets: {person: {count: 1, perMs: 60_000}, place: {count: 9, perMs: 60_000}},
    });
    for (let time = 0; time < 3; time += 1) discord.say.mention({text: asked});
    await discord.until(() => openedChannel(discord), 'a direct message');
    await connection.close();
    expect(saying(answered)).toBe(1);
    expect(saying('Ask again in', openedChannel(discord))).toBe(1);
  });

  it('is answered in the channel where the asker takes no direct messages', async () => {
    const {discord} = await start();
    discord.faults.next('POST /users/@me/channels', {type: 'error', code: 50007});
    expect(textOf(await discord.answerTo(discord.say.mention({text: '/brwose'})))).toContain('Did you mean');
  });

  it('tells in the channel where Discord refuses what the answer looks like', async () => {
    const {discord} = await start();
    discord.faults.next(send, {type: 'error', code: 50035});
    expect(textOf(await discord.answerTo(discord.say.mention({text: asked})))).toContain('did not take the answer');
    expect(await at.line('has no answer')).toContain('Invalid Form Body');
  });
});

describe('an edit', () => {
  const edit = 'PATCH /channels/:channel/messages/:message';

  it.each(passing)('corrects once through %s', async (_, fault, times, done) => {
    const {discord, connection} = await start({knobs: patience(fault)});
    const message = discord.say.mention({text: asked});
    await discord.answerTo(message);
    discord.faults.next(edit, fault, {times, done});
    discord.say.edit(message.id, `<@${discord.bot.id}> about`);
    await discord.until(() => (saying('1.2.3') === 1 ? true : undefined), 'the new answer');
    await connection.close();
    expect(repliesTo(discord, message)).toHaveLength(1);
  });

  it('after the answer was taken back is answered anew', async () => {
    const {discord} = await start();
    const message = discord.say.mention({text: asked});
    const reply = await discord.answerTo(message);
    discord.faults.next(edit, {type: 'error', code: 10008});
    discord.say.edit(message.id, `<@${discord.bot.id}> about`);
    await discord.until(() => (saying('1.2.3') === 1 ? true : undefined), 'a new answer');
    expect(repliesTo(discord, message).map(({id}) => id)).toContain(reply.id);
  });
});

describe('waiting', () => {
  it('for the first answer ends before Discord gives it up', () => {
    const {deferAfterMs, firstTimeoutMs, firstPausesMs} = usualKnobs;
    expect(deferAfterMs + firstTimeoutMs).toBeLessThan(3000);
    expect(firstPausesMs.reduce((sum, ms) => sum + ms)).toBeLessThan(3000 - deferAfterMs);
  });
});
