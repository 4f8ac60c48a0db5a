/** Sessions that break and heal, with the real discord.js, and the limits on what a client sends. */
import {once} from 'node:events';
import {constants, inflateSync} from 'node:zlib';
import {Events, GatewayIntentBits, type Client} from 'discord.js';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {WebSocket} from 'ws';
import {logIn, makeClient} from './client.js';
import {startDiscord, type LoopbackDiscord} from './index.js';

let discord: LoopbackDiscord;
let client: Client;

/** A client that answers whoever names it. */
function makeEcho(): Client {
  const echo = makeClient(discord);
  echo.on(Events.MessageCreate, (message) => {
    if (!message.author.bot) void message.reply(`heard ${message.cleanContent}`);
  });
  return echo;
}

beforeEach(async () => {
  discord = await startDiscord();
  client = makeEcho();
});

afterEach(async () => {
  await client.destroy();
  await discord.stop();
});

const breaks: readonly (readonly [name: string, doBreak: () => void, back: 'resume' | 'identify'])[] = [
  ['a wish to reconnect', () => discord.gateway.reconnect(), 'resume'],
  ['a cut connection', () => discord.gateway.drop(), 'resume'],
  ['close 4000', () => discord.gateway.close(4000), 'resume'],
  ['close 4009', () => discord.gateway.close(4009), 'resume'],
  ['an invalid session that may be resumed', () => discord.gateway.invalidate(true), 'resume'],
  ['close 1000', () => discord.gateway.close(1000), 'identify'],
  ['an invalid session', () => discord.gateway.invalidate(false), 'identify'],
];

function cameBack(how: string): Promise<true> {
  return discord.until(() => discord.gateway.history.slice(1).includes(how) || undefined, how);
}

describe('a session of the gateway', () => {
  it.each(breaks)('heals after %s', async (_name, doBreak, back) => {
    await logIn(discord, client);
    doBreak();
    const missed = back === 'resume' ? discord.say.mention({text: 'while away'}) : undefined;
    await cameBack(back);
    const later = discord.say.mention({text: 'and after'});
    const answers = await Promise.all([missed, later].flatMap((message) => (message ? discord.answerTo(message) : [])));
    expect(answers.length).toBe(back === 'resume' ? 2 : 1);
    await discord.until(() => discord.messages().length >= 2 * answers.length || undefined, 'all answers');
    expect(discord.messages().filter(({author}) => author.bot).length).toBe(answers.length);
    expect(discord.violations).toEqual([]);
  });

  it('is given up by a client whose heartbeats get no answer, and resumed', async () => {
    discord.gateway.heartbeatMs = 200;
    discord.gateway.deaf = true;
    await logIn(discord, client);
    await discord.until(() => discord.gateway.history.includes('closed 4200') || undefined, 'the close');
    discord.gateway.deaf = false;
    await cameBack('resume');
  });

  it('gives the same event to two clients on one token', async () => {
    const second = makeEcho();
    await Promise.all([logIn(discord, client), logIn(discord, second)]);
    discord.say.mention({text: 'both'});
    await discord.until(() => discord.messages().length === 3 || undefined, 'two answers');
    await second.destroy();
  });

  it('is refused to a wrong token', async () => {
    await expect(client.login('wrong')).rejects.toThrow(/invalid token|unauthorized|authentication/i);
  });

  it('is refused to privileged intents', async () => {
    const greedy = makeClient(discord, {intents: [GatewayIntentBits.Guilds, GatewayIntentBits.MessageContent]});
    await expect(greedy.login(discord.token)).rejects.toThrow(/disallowed intents/i);
    await greedy.destroy();
  });

  it('is refused when no identify is left', async () => {
    discord.gateway.identifiesLeft = 0;
    await expect(client.login(discord.token)).rejects.toThrow(/sessions remaining/i);
  });

  it.each([
    [
      'an unheard-of session',
      {op: 6, d: {token: 'loopback.discord.token', session_id: 'none', seq: 1}},
      {op: 9, d: false},
    ],
    ['a heartbeat', {op: 1, d: null}, {op: 11}],
  ])('answers %s', async (_name, sent, answer) => {
    const socket = new WebSocket(
      `${discord.apiUrl.replace('http', 'ws').replace('/api', '/gateway')}?v=10&encoding=json`,
    );
    await once(socket, 'message');
    socket.send(JSON.stringify(sent));
    const [raw] = (await once(socket, 'message')) as [Buffer];
    expect(JSON.parse(raw.toString())).toEqual(answer);
    socket.terminate();
  });

  it.each<readonly [string, string, number]>([
    ['a payload over 4096 bytes', JSON.stringify({op: 1, d: 'a'.repeat(4096)}), 4002],
    ['an unknown opcode', '{"op":77}', 4001],
    ['words that are no JSON', 'hello', 4002],
    ['a payload before identifying', '{"op":3,"d":{}}', 4003],
  ])('closes on %s, and notes it', async (_name, sent, code) => {
    const socket = new WebSocket(
      `${discord.apiUrl.replace('http', 'ws').replace('/api', '/gateway')}?v=10&encoding=json`,
    );
    await once(socket, 'message');
    socket.send(sent);
    expect((await once(socket, 'close'))[0]).toBe(code);
    expect(discord.violations.length).toBe(1);
  });

  it('is packed where the client asks for it', async () => {
    const url = `${discord.apiUrl.replace('http', 'ws').replace('/api', '/gateway')}?v=10&encoding=json&compress=zlib-stream`;
    const socket = new WebSocket(url);
    const [first] = (await once(socket, 'message')) as [Buffer];
    socket.send('{"op":1,"d":null}');
    const [second] = (await once(socket, 'message')) as [Buffer];
    expect(first.subarray(-4)).toEqual(Buffer.from([0, 0, 255, 255]));
    const text = inflateSync(Buffer.concat([first, second]), {finishFlush: constants.Z_SYNC_FLUSH}).toString();
    expect(text).toBe('{"op":10,"d":{"heartbeat_interval":41250,"_trace":[]}}{"op":11}');
    socket.terminate();
  });
});
