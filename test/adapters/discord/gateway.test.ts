/** Connections that break while people ask: the real discord.js mends them, and every question is answered once. */
import {afterEach, describe, expect, it} from 'vitest';
import {makeDesk} from '../../helpers/desk.js';
import {
  bundledBot,
  makePlatform,
  repliesTo,
  startBot,
  textOf,
  watchInto,
  type DiscordBot,
} from '../../helpers/discord-bot.js';
import type {LoopbackDiscord} from '../../loopback/discord/index.js';

const asked = 'how do I report a bug';
const answered = 'Write to the BPF mailing list';

const breaks: readonly (readonly [name: string, doBreak: (discord: LoopbackDiscord) => void, back: string])[] = [
  ['op 7', ({gateway}) => gateway.reconnect(), 'resume'],
  ['op 9 with true', ({gateway}) => gateway.invalidate(true), 'resume'],
  ['a cut connection', ({gateway}) => gateway.drop(), 'resume'],
  ['close 4000', ({gateway}) => gateway.close(4000), 'resume'],
  ['close 4009', ({gateway}) => gateway.close(4009), 'resume'],
  ['op 9 with false', ({gateway}) => gateway.invalidate(false), 'identify'],
  ['close 1000', ({gateway}) => gateway.close(1000), 'identify'],
];

let at: DiscordBot;

afterEach(async () => {
  await at.stop();
  expect(at.discord.violations).toEqual([]);
});

function cameBack(how: string): Promise<true> {
  return at.discord.until(() => at.discord.gateway.history.slice(1).includes(how) || undefined, how);
}

describe('a question', () => {
  it.each(breaks)('around %s is answered once', async (_, doBreak, back) => {
    at = await startBot();
    const {discord, connection, states} = at;
    const before = discord.say.mention({text: asked});
    doBreak(discord);
    // Discord keeps what happens for a session that is resumed, and for no other.
    const during = back === 'resume' ? [discord.say.mention({text: asked})] : [];
    const {id} = discord.say.command({name: 'bpf-howto', subcommand: 'about'});
    await cameBack(back);
    const after = discord.say.mention({text: asked});
    const questions = [before, ...during, after];
    await Promise.all(questions.map((one) => discord.answerTo(one)));
    await discord.until(() => questions.every((one) => repliesTo(discord, one).length > 0) || undefined, 'all answers');
    if (back === 'resume') {
      await discord.until(() => discord.interactions().find((one) => one.id === id)?.callback, 'the command');
    }
    await connection.close();
    expect(questions.map((one) => repliesTo(discord, one).length)).toEqual(questions.map(() => 1));
    expect(states).toContain('the connection to its gateway broke.');
    expect(states.at(-1)).toBe('ready');
  });

  it('after a missed heartbeat is answered once', async () => {
    at = await startBot({
      prepare: ({gateway}) => {
        gateway.heartbeatMs = 200;
        gateway.deaf = true;
      },
    });
    const {discord, connection} = at;
    await discord.until(() => discord.gateway.history.includes('closed 4200') || undefined, 'the close');
    discord.gateway.deaf = false;
    const message = discord.say.mention({text: asked});
    expect(textOf(await discord.answerTo(message))).toContain(answered);
    await connection.close();
    expect(repliesTo(discord, message)).toHaveLength(1);
  });

  it('that two replicas hear is answered once', async () => {
    at = await startBot();
    const {discord} = at;
    const {desk} = makeDesk(await bundledBot());
    const replica = await makePlatform(discord).connect(desk, watchInto([]));
    const message = discord.say.mention({text: asked});
    await discord.answerTo(message);
    await replica.close();
    await at.connection.close();
    expect(repliesTo(discord, message)).toHaveLength(1);
    expect(discord.requests.filter(({route}) => route === 'POST /channels/:channel/messages')).toHaveLength(2);
  });
});

describe('a connection', () => {
  it.each([
    [4004, 'Discord does not accept DISCORD_TOKEN. Make a new one'],
    [4010, 'as it is split up'],
    [4011, 'more servers than one connection may serve'],
    [4012, 'Install a newer version'],
    [4013, 'Install a newer version'],
    [4014, 'does not let this application hear'],
  ])('ends for good with close %i', async (code, text) => {
    at = await startBot();
    at.discord.gateway.close(code);
    const end = await at.connection.ended;
    expect(end.name).toBe('PlatformError');
    expect(end.message).toContain(text);
    expect(at.discord.gateway.history.filter((each) => each === 'identify')).toHaveLength(1);
  });

  it('finishes what is in flight before it leaves, and takes nothing new', async () => {
    const bot = await bundledBot();
    let letGo: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (letGo = resolve));
    at = await startBot({bot: {...bot, hear: (...given) => gate.then(() => bot.hear(...given))}});
    const {discord, connection} = at;
    const first = discord.say.mention({text: asked});
    const heard = discord.say.command({name: 'bpf-howto', subcommand: 'about'});
    await heard.reply();
    const closing = Promise.all([connection.close(), connection.close()]);
    const second = discord.say.mention({text: asked});
    letGo();
    await closing;
    expect(repliesTo(discord, first).map(textOf)[0]).toContain(answered);
    expect(repliesTo(discord, second)).toEqual([]);
    await discord.until(() => discord.gateway.history.at(-1) === 'closed 1000' || undefined, 'the goodbye');
  });
});
