/** Requests that meet a fault, with the real discord.js. */
import {DiscordAPIError, Events, PermissionFlagsBits as may, type Client, type TextChannel} from 'discord.js';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {logIn, makeClient} from './client.js';
import type {Fault} from './faults.js';
import {startDiscord, type LoopbackDiscord} from './index.js';

const post = 'POST /channels/:channel/messages';
const callback = 'POST /interactions/:interaction/:token/callback';

let discord: LoopbackDiscord;
let client: Client;

beforeEach(async () => {
  discord = await startDiscord();
  client = makeClient(discord, {rest: {timeout: 300, retries: 1}});
  await logIn(discord, client);
});

afterEach(async () => {
  await client.destroy();
  await discord.stop();
});

function channel(id = discord.channel): TextChannel {
  return client.channels.cache.get(id) as TextChannel;
}

/** Discord's code of what went wrong, or the name of another error. */
async function codeOf(work: Promise<unknown>): Promise<number | string> {
  return work.then(
    () => 0,
    (error: unknown) => (error instanceof DiscordAPIError ? Number(error.code) : (error as Error).name),
  );
}

/** Faults that a client gets over, and how many messages stand in the end. */
const passing: readonly (readonly [name: string, fault: Fault, done: boolean, messages: number])[] = [
  ['429', {type: 'rate-limit', retryAfterS: 0.05}, false, 1],
  ['429 for all', {type: 'rate-limit', retryAfterS: 0.05, scope: 'global'}, false, 1],
  ['429 for the channel', {type: 'error', code: 20028, retryAfterS: 0.05}, false, 1],
  ['500', {type: 'status', status: 500}, false, 1],
  ['502 after the work was done', {type: 'status', status: 502}, true, 2],
  ['a delay', {type: 'delay', ms: 20}, false, 1],
  ['silence', {type: 'silence'}, false, 1],
  ['silence after the work was done', {type: 'silence'}, true, 2],
];

const failing: readonly (readonly [name: string, fault: Fault, met: number | string])[] = [
  ['missing access', {type: 'error', code: 50001}, 50001],
  ['an unknown channel', {type: 'error', code: 10003}, 10003],
  ['broken JSON', {type: 'broken-json'}, 'SyntaxError'],
];

describe('a request', () => {
  it.each(passing)('gets over %s', async (_name, fault, done, count) => {
    discord.faults.next(post, fault, {done});
    await channel().send('here');
    expect(discord.messages().map(({content}) => content)).toEqual(Array.from({length: count}, () => 'here'));
    expect(discord.faults.pending()).toEqual([]);
    expect(discord.violations).toEqual([]);
  });

  it.each(failing)('fails by %s', async (_name, fault, met) => {
    discord.faults.next(post, fault);
    expect(await codeOf(channel().send('here'))).toBe(met);
  });

  it('fails by a connection that is dropped again and again', async () => {
    discord.faults.next(post, {type: 'drop'}, {times: 10});
    expect(await codeOf(channel().send('here'))).not.toBe(0);
    discord.faults.clear();
    await channel().send('there');
    expect(discord.messages().length).toBe(1);
  });

  it('is written once where a nonce is enforced', async () => {
    discord.faults.next(post, {type: 'status', status: 502}, {done: true});
    await channel().send({content: 'here', nonce: '1', enforceNonce: true});
    expect(discord.messages().length).toBe(1);
  });

  it('may be repeated when its answer was lost, without blame', async () => {
    await client.application?.commands.set([{name: 'ask', description: 'Ask'}]);
    const codes: Promise<number | string>[] = [];
    client.on(Events.InteractionCreate, (interaction) => {
      if (interaction.isChatInputCommand()) codes.push(codeOf(interaction.reply('here')));
    });
    discord.faults.next(callback, {type: 'status', status: 500}, {done: true});
    expect((await discord.say.command({name: 'ask'}).reply()).content).toBe('here');
    await discord.until(() => discord.requests.filter(({route}) => route === callback)[1]?.status, 'the second');
    expect(await Promise.all(codes)).toEqual([40060]);
    expect(discord.violations).toEqual([]);
  });

  it('meets a limit of 50 a second', async () => {
    const eager = makeClient(discord, {rest: {globalRequestsPerSecond: 1000}});
    await logIn(discord, eager);
    const limited: string[] = [];
    eager.rest.on('rateLimited', ({scope}) => limited.push(scope));
    const target = eager.channels.cache.get(discord.channel) as TextChannel;
    await Promise.all(Array.from({length: 60}, (_, at) => target.send(String(at))));
    expect(discord.messages().length).toBe(60);
    expect(discord.requests.some(({status}) => status === 429)).toBe(true);
    await eager.destroy();
  });
});

const denials: readonly (readonly [name: string, deny: bigint, work: () => Promise<unknown>, code: number])[] = [
  ['writing', may.SendMessages, () => channel().send('here'), 50013],
  ['seeing', may.ViewChannel, () => channel().send('here'), 50001],
  ['opening a thread', may.CreatePublicThreads, () => channel().threads.create({name: 'here'}), 50013],
];

describe('a bot without the permission for', () => {
  it.each(denials)('%s', async (_name, deny, work, code) => {
    discord.land.permit(discord.channel, {deny});
    expect(await codeOf(work())).toBe(code);
  });

  it('archived, locked threads', async () => {
    const thread = discord.land.addThread(discord.channel, 'Old');
    discord.land.archive(thread, true);
    const body = {content: 'here', allowed_mentions: {parse: []}};
    expect(await codeOf(client.rest.post(`/channels/${thread}/messages`, {body}))).toBe(50083);
  });
});
