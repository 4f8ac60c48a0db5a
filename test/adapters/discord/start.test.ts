/** How the adapter starts: what it registers and prints, and what it says where it cannot. */
import {Client, GatewayIntentBits} from 'discord.js';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {endOf, logIn} from '../../../adapters/discord/gateway.js';
import {makeDesk} from '../../helpers/desk.js';
import {bundledBot, makePlatform, startBot, textOf, watchInto} from '../../helpers/discord-bot.js';
import {startDiscord, type LoopbackDiscord} from '../../loopback/discord/index.js';

const commandsRoute = '/applications/:app/commands';

let discord: LoopbackDiscord;

beforeEach(async () => {
  discord = await startDiscord();
});

afterEach(async () => {
  await discord.stop();
  expect(discord.violations).toEqual([]);
});

/** Connect, say what happens, and leave. */
async function visit(lines: string[] = [], meanwhile?: () => Promise<void>): Promise<void> {
  const {desk} = makeDesk(await bundledBot());
  const connection = await makePlatform(discord, (line) => void lines.push(line)).connect(desk, watchInto([]));
  await meanwhile?.();
  await connection.close();
}

function puts(): number {
  return discord.requests.filter(({route}) => route === `PUT ${commandsRoute}`).length;
}

describe('starting', () => {
  it('registers the commands of the table, and only where they differ', async () => {
    await visit();
    expect(discord.commands().map(({name}) => name)).toEqual([
      'bpf-howto',
      'Answer from the BPF HOWTO',
      'Check patches',
    ]);
    expect(puts()).toBe(1);
    await visit();
    expect(puts()).toBe(1);
  });

  it('prints the link that adds the bot to a server', async () => {
    const lines: string[] = [];
    await visit(lines);
    expect(lines).toContain(
      `Add the bot to a server of Discord: https://discord.com/oauth2/authorize?client_id=${discord.bot.id}&scope=bot+applications.commands&permissions=274877975552`,
    );
  });

  it('answers also where Discord does not take the commands', async () => {
    discord.faults.next(`PUT ${commandsRoute}`, {type: 'error', code: 20012});
    const lines: string[] = [];
    await visit(lines, async () => {
      const reply = await discord.answerTo(discord.say.mention({text: 'about'}));
      expect(textOf(reply)).toContain('version 1.2.3');
    });
    expect(lines.find((line) => line.includes('did not take the commands'))).toContain('You are not authorized');
  });

  it('asks for no privileged intent', async () => {
    await visit([], () => {
      expect([...discord.gateway.sessions.values()].map(({intents}) => intents)).toEqual([
        GatewayIntentBits.Guilds | GatewayIntentBits.GuildMessages | GatewayIntentBits.DirectMessages,
      ]);
      return Promise.resolve();
    });
  });
});

describe('a start that fails', () => {
  const connect = async (token?: string) => {
    const {desk} = makeDesk(await bundledBot());
    return makePlatform(discord, undefined, {}, token).connect(desk, watchInto([]));
  };

  it('says how to get a token that works', async () => {
    const failure = connect('wrong.token');
    await expect(failure).rejects.toThrow('Discord does not accept DISCORD_TOKEN. Make a new one');
    await expect(failure).rejects.toHaveProperty('name', 'PlatformError');
  });

  it('says until when no session is left', async () => {
    discord.gateway.identifiesLeft = 0;
    const failure = connect();
    await expect(failure).rejects.toThrow(/connect no more until 20\d\d-\d\d-\d\dT[\d:.]+Z/u);
    await expect(failure).rejects.toHaveProperty('name', 'PlatformError');
  });

  it('says where to look when intents are refused', async () => {
    const greedy = new Client({intents: [GatewayIntentBits.MessageContent], rest: {api: discord.apiUrl}});
    const failure = logIn(greedy, discord.token, endOf(greedy));
    await expect(failure).rejects.toThrow('does not let this application hear');
    await expect(failure).rejects.toHaveProperty('name', 'PlatformError');
  });

  it('may pass by itself where Discord is down', async () => {
    discord.faults.always('GET /gateway/bot', {type: 'status', status: 503});
    await expect(connect()).rejects.not.toHaveProperty('name', 'PlatformError');
  });
});

describe('a burst of mentions', () => {
  it('does not delay the answer to a slow slash command', async () => {
    const bot = await bundledBot();
    let letGo: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (letGo = resolve));
    const at = await startBot({
      bot: {...bot, run: (...given) => gate.then(() => bot.run(...given))},
      knobs: {deferAfterMs: 5},
    });
    const exchange = at.discord.say.command({name: 'bpf-howto', subcommand: 'about'});
    await exchange.answered();
    const mentions = Array.from({length: 70}, () => at.discord.say.mention({text: 'how do I report a bug'}));
    letGo();
    await exchange.reply();
    expect(at.discord.messages().length).toBeLessThan(1 + 2 * mentions.length);
    await Promise.all(mentions.map((message) => at.discord.answerTo(message)));
    await at.stop();
    expect(at.discord.violations).toEqual([]);
  });
});
