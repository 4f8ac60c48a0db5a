/** The loopback Discord as a process, driven from outside. */
import {spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {createInterface} from 'node:readline';
import {fileURLToPath} from 'node:url';
import {Events, type Client} from 'discord.js';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {makeClient} from './client.js';

interface Addresses {
  readonly apiUrl: string;
  readonly token: string;
  readonly channel: string;
  readonly controlUrl: string;
}

let child: ChildProcess;
let at: Addresses;
let client: Client;

async function post(path: string, body: unknown): Promise<{readonly status: number; readonly result: unknown}> {
  const response = await fetch(`${at.controlUrl}${path}`, {method: 'POST', body: JSON.stringify(body)});
  return {status: response.status, result: await response.json()};
}

beforeAll(async () => {
  const main = fileURLToPath(new URL('./main.ts', import.meta.url));
  child = spawn(process.execPath, ['--import', 'tsx', main], {stdio: ['ignore', 'pipe', 'inherit']});
  if (!child.stdout) throw new Error('The process has no output.');
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  at = JSON.parse(line) as Addresses;
  client = makeClient(at);
  client.on(Events.MessageCreate, (message) => {
    if (!message.author.bot) void message.reply(`heard: ${message.cleanContent}`);
  });
  client.on(Events.InteractionCreate, (interaction) => {
    if (interaction.isChatInputCommand()) void interaction.reply('here');
  });
  const ready = once(client, Events.ClientReady);
  await client.login(at.token);
  await ready;
  await client.application?.commands.set([{name: 'ask', description: 'Ask'}]);
});

afterAll(async () => {
  await client.destroy();
  child.kill('SIGTERM');
  if (child.exitCode === null) await once(child, 'exit');
});

describe('the loopback Discord as a process', () => {
  it('runs a command and tells what came of it', async () => {
    const {status, result} = await post('/say/command', {name: 'ask'});
    expect({status, result}).toMatchObject({status: 200, result: {messages: [{content: 'here'}]}});
  });

  it('measures a flood of commands and mentions', async () => {
    const {result} = await post('/flood', {
      count: 20,
      perSecond: 200,
      command: {name: 'ask'},
      mention: [{text: 'hello'}, {text: 'good day'}],
    });
    expect(result).toMatchObject({lost: 0});
    const {acknowledgedMs, answeredMs} = result as {acknowledgedMs: number[]; answeredMs: number[]};
    expect([acknowledgedMs.length, answeredMs.length]).toEqual([20, 40]);
  });

  it('tells its state', async () => {
    const state: unknown = await (await fetch(`${at.controlUrl}/state`)).json();
    expect(state).toMatchObject({connected: 1, violations: [], history: ['identify'], commands: [{name: 'ask'}]});
  });

  it('names the verbs it has for one it has not', async () => {
    const {status, result} = await post('/say/shout', {});
    expect(status).toBe(400);
    expect(JSON.stringify(result)).toContain('No verb shout. There are command, autocomplete');
  });
});
