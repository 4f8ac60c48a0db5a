/** Replies that are longer than a message, and many questions at once. */
import {afterEach, describe, expect, it} from 'vitest';
import type {Bot} from '../../../bot/index.js';
import {paragraphs, type Reply} from '../../../bot/message.js';
import {makeBot} from '../../helpers/bot.js';
import {repliesTo, startBot, textOf, type DiscordBot} from '../../helpers/discord-bot.js';

/** Says the word as often as it is told to: `word 2000`. */
function echo(): Bot {
  const reply = (text: string, asker = '0'): Promise<Reply> => {
    const remove = {label: 'Remove', action: {type: 'remove', asker}} as const;
    const [word = '', count = '1'] = text.split(' ');
    const block = paragraphs(...Array.from({length: Number(count)}, (_, at) => `${word} ${at}`));
    return Promise.resolve({outcome: 'page', blocks: [block], next: [remove], data: null});
  };
  return {
    ...makeBot(),
    hear: (text, {askerId}) => reply(text, askerId),
    run: (_, {question}) => reply(String(question)),
  };
}

let at: DiscordBot;

afterEach(async () => {
  await at.stop();
  expect(at.discord.violations).toEqual([]);
  expect(at.errors).toEqual([]);
});

function lastWords(): string[] {
  return at.discord.messages().map((message) => textOf(message).split('\n').at(-1) ?? '');
}

describe('a long reply', () => {
  it('to a command goes on in private messages', async () => {
    at = await startBot({bot: echo()});
    const {discord} = at;
    const exchange = discord.say.command({name: 'bpf-howto', subcommand: 'ask', options: {question: 'long 600'}});
    await discord.until(() => lastWords().includes('long 599') || undefined, 'the last message');
    expect(exchange.messages().length).toBeGreaterThan(1);
    expect(exchange.messages().every(({flags}) => ((flags ?? 0) & 64) !== 0)).toBe(true);
  });

  it('to a mention is corrected in all its messages', async () => {
    at = await startBot({bot: echo()});
    const {discord} = at;
    const message = discord.say.mention({text: 'long 600'});
    await discord.until(() => lastWords().includes('long 599') || undefined, 'the last message');
    const count = repliesTo(discord, message).length;
    expect(count).toBeGreaterThan(1);
    discord.say.edit(message.id, `<@${discord.bot.id}> short 1`);
    await discord.until(() => repliesTo(discord, message).length === 1 || undefined, 'the rest to go');
    expect(lastWords().at(-1)).toBe('short 0');
    discord.say.edit(message.id, `<@${discord.bot.id}> long 600`);
    await discord.until(() => lastWords().includes('long 599') || undefined, 'the last message again');
    expect(repliesTo(discord, message)).toHaveLength(count);
  });
});

describe('taking a long reply back', () => {
  it('takes all its messages, and no other', async () => {
    at = await startBot({bot: echo()});
    const {discord} = at;
    const other = await discord.answerTo(discord.say.mention({text: 'other 1'}));
    const message = discord.say.mention({text: 'long 600'});
    await discord.until(() => lastWords().includes('long 599') || undefined, 'the last message');
    discord.say.press({message: discord.messages().at(-1)?.id ?? '', button: 'Remove'});
    await discord.until(() => repliesTo(discord, message).length === 0 || undefined, 'all of it to go');
    expect(discord.messages().map(({id}) => id)).toContain(other.id);
  });
});

describe('200 commands at once', () => {
  it('are all answered', async () => {
    at = await startBot({knobs: {firstTimeoutMs: 10_000}});
    const {discord} = at;
    const ask = {name: 'bpf-howto', subcommand: 'ask', options: {question: 'how do I report a bug'}};
    const exchanges = Array.from({length: 200}, () => discord.say.command(ask));
    const replies = await Promise.all(exchanges.map((exchange) => exchange.reply()));
    expect(new Set(replies.map(textOf)).size).toBe(1);
    expect(discord.messages()).toHaveLength(200);
  });
});
