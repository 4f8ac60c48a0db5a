/**
 * The whole program as a process of its own, on both platforms: what `npm start` does where they are configured.
 */
import {spawn, type ChildProcess} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {createServer} from 'node:net';
import type {AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {textOf} from '../helpers/discord-bot.js';
import {startDiscord, type LoopbackDiscord} from '../loopback/discord/index.js';
import {startSlack, type LoopbackSlack} from '../loopback/slack/index.js';

const program = ['--import', fileURLToPath(import.meta.resolve('tsx')), resolve('adapters/main.ts')];

let folder = '';
let slack: LoopbackSlack;
let discord: LoopbackDiscord;
let child: ChildProcess | undefined;
let told = '';

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'serve-'));
  [slack, discord] = await Promise.all([startSlack(), startDiscord()]);
});

afterEach(async () => {
  child?.kill('SIGKILL');
  await Promise.all([slack.stop(), discord.stop()]);
  rmSync(folder, {recursive: true});
});

/** A port that nobody has at the moment. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const {port} = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

function start(env: Readonly<Record<string, string>>): void {
  told = '';
  child = spawn(process.execPath, [...program], {
    cwd: folder,
    env: {
      PATH: process.env.PATH,
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.appToken,
      SLACK_API_URL: slack.apiUrl,
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stderr?.on('data', (chunk: Buffer) => (told += chunk.toString('utf8')));
}

const exitCode = () => new Promise((done) => child?.once('close', (code) => done(code)));

/** `/readyz` as soon as it fits. */
async function health(port: number, fits: (body: Health) => boolean): Promise<Health> {
  let body: Health | undefined;
  await expect
    .poll(
      async () => {
        const response = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined);
        body = response && ((await response.json()) as Health);
        return body !== undefined && fits(body);
      },
      {timeout: 20_000, interval: 50},
    )
    .toBe(true);
  if (!body) throw new Error('No answer.');
  return body;
}

interface Health {
  readonly status: string;
  readonly platforms: readonly {readonly name: string; readonly state: string; readonly reason: string | null}[];
}

describe('the program on chat platforms', () => {
  it('serves both, tells its health, and leaves in order', async () => {
    const port = await freePort();
    start({PORT: String(port)});
    await health(port, ({status}) => status === 'ready');
    slack.say.command('where do I send my patches?');
    const answer = await slack.until('an answer', () => slack.workspace.byBot()[0]);
    expect(answer.content.text).toContain('bpf@vger.kernel.org');
    const reply = await discord.answerTo(discord.say.mention({text: 'where do I send my patches?'}));
    expect(textOf(reply)).toContain('bpf@vger.kernel.org');
    slack.press.button(answer, 'Helpful');
    await slack.until('thanks', () => slack.workspace.byBot()[1]);
    child?.kill('SIGTERM');
    expect(await exitCode()).toBe(0);
    expect(readFileSync(join(folder, 'data/feedback.jsonl'), 'utf8')).toMatch(
      /^\{"at":".*","entry":"q-to-which-mailing-list[a-z-]*","helpful":true\}\n$/u,
    );
    expect([...slack.violations, ...discord.violations]).toEqual([]);
    // The one thing that an operator has to read.
    expect(told).toMatch(/^bpf-howto: [^\n]*https:\/\/discord\.com\/[^\n]*permissions=\d+[^\n]*\n$/u);
  });

  it('goes on with one platform where the other fails, and says why', async () => {
    const port = await freePort();
    start({PORT: String(port), DISCORD_TOKEN: 'not.the.token'});
    const {platforms} = await health(
      port,
      ({status, platforms: [, second]}) => status === 'degraded' && second?.state === 'waiting',
    );
    expect(platforms).toMatchObject([
      {name: 'Slack', state: 'ready', reason: null},
      {name: 'Discord', state: 'waiting', reason: expect.stringMatching(/DISCORD_TOKEN/u) as string},
    ]);
    slack.say.command('where do I send my patches?');
    await slack.until('an answer', () => slack.workspace.byBot()[0]);
    expect(told).toMatch(/^bpf-howto: Discord: .*DISCORD_TOKEN.* Trying again in 15 minutes\.\n$/u);
    expect(told).not.toContain('not.the.token');
    child?.kill('SIGINT');
    expect(await exitCode()).toBe(0);
  });

  it.each([
    [{SLACK_APP_TOKEN: ''}, 2, /^bpf-howto: Slack is set up in part: set SLACK_APP_TOKEN/u],
    [{HOWTO_SOURCE: 'absent.rst'}, 1, /^bpf-howto: .*absent\.rst/u],
    [{SLACK_API_URL: 'http://slack.com/api'}, 2, /^bpf-howto: SLACK_API_URL is "http:\/\/slack\.com\/api"\./u],
  ])('does not start with %o', async (env, code, sentence) => {
    start(env);
    expect(await exitCode()).toBe(code);
    expect(told).toMatch(sentence);
  });

  it('says that its port is taken', async () => {
    const server = createServer();
    await new Promise<void>((listening) => server.listen(0, listening));
    const {port} = server.address() as AddressInfo;
    start({PORT: String(port)});
    expect(await exitCode()).toBe(1);
    expect(told).toBe(`bpf-howto: Port ${port} is taken by another program. Set PORT to a free one.\n`);
    await new Promise((closed) => server.close(closed));
  });
});
