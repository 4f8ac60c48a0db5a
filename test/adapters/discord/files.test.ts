/** Patches as files on Discord: how they come, who sees the findings, and what files can do wrong. */
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {PermissionFlagsBits as may, type APIAttachment, type APIMessage} from 'discord.js';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {checkCommandName, messageCommandName} from '../../../adapters/discord/registration.js';
import {openedChannel, repliesTo, startBot, textOf, type DiscordBot} from '../../helpers/discord-bot.js';
import {readDiscord} from '../../helpers/discord-reader.js';
import {rightPatch, unsignedPatch, unsignedPatches} from '../../helpers/patches.js';
import type {Fault} from '../../loopback/discord/faults.js';

const notReady = '**Not ready: 1 error**';
const name = '0001-count.patch';
let at: DiscordBot;
let violations: readonly string[] = [];

beforeEach(async () => {
  at = await startBot();
});

afterEach(async () => {
  await at.stop();
  expect(at.discord.violations.map(({rule}) => rule)).toEqual(violations);
  expect(at.errors).toEqual([]);
  violations = [];
});

const patch = (content: string | Buffer = unsignedPatch, odd: Partial<APIAttachment> = {}) =>
  at.discord.upload(name, content, odd);
const first = (message: APIMessage | undefined) => textOf(message).split('\n')[0];
const labels = (message: APIMessage) =>
  [...JSON.stringify(message.components).matchAll(/"label":"([^"]*)"/gu)].map(([, label]) => label);
/** What the bot wrote to Ada alone, once there is as much. */
const directly = (count = 1) =>
  at.discord.until(() => {
    const channel = openedChannel(at.discord);
    const messages = channel === undefined ? [] : at.discord.messages(channel);
    return messages.length >= count ? messages : undefined;
  }, 'a direct message');
const command = (options: Readonly<Record<string, string | APIAttachment>>) =>
  at.discord.say.command({name: 'bpf-howto', subcommand: 'check', options});

describe('a patch on Discord', () => {
  it.each(['', 'check', 'this one please'])('with a mention and "%s" is for the asker alone', async (text) => {
    at.discord.say.mention({text, files: [patch()]});
    const [answer] = await directly();
    expect(first(answer)).toBe(notReady);
    await at.connection.close();
    expect(at.discord.messages()).toHaveLength(1);
    expect(at.discord.downloads.map(({authorization}) => authorization)).toEqual([undefined]);
  });

  it('is for everybody where that is asked for', async () => {
    const question = at.discord.say.mention({text: 'check here', files: [patch()]});
    expect(first(await at.discord.answerTo(question))).toBe(notReady);
  });

  it('in a direct message is answered there', async () => {
    const answer = await at.discord.answerTo(at.discord.say.direct({text: '', files: [patch()]}));
    expect([first(answer), labels(answer)]).toEqual([notReady, []]);
  });

  it('in reply to the bot needs no words', async () => {
    const answer = await at.discord.answerTo(at.discord.say.mention({text: 'about'}));
    at.discord.say.message({text: '', replyTo: answer.id, files: [patch()]});
    expect(first((await directly())[0])).toBe(notReady);
  });

  it('is not shown in the channel to a person who takes no direct messages', async () => {
    at.discord.faults.next('POST /users/@me/channels', {type: 'error', code: 50007});
    const question = at.discord.say.mention({text: 'check', files: [patch()]});
    expect(textOf(await at.discord.answerTo(question))).toBe(
      'You take no direct messages from me, so I cannot show you alone what I found. Open the menu of your message, choose Apps, then Check patches.',
    );
    expect(repliesTo(at.discord, question)).toHaveLength(1);
  });

  it('does not hinder a question', async () => {
    const question = at.discord.say.mention({text: 'where do I send my patches?', files: [patch()]});
    expect(textOf(await at.discord.answerTo(question))).toContain('bpf@vger.kernel.org');
    expect(at.discord.downloads).toEqual([]);
  });

  it('is fetched once more for more findings', async () => {
    at.discord.say.mention({text: 'check', files: [patch(unsignedPatches(13))]});
    const [answer] = await directly();
    if (!answer) return expect.fail();
    expect(labels(answer)).toEqual(['More findings']);
    at.discord.say.press({message: answer.id, button: 'More findings'});
    const [, more] = await directly(2);
    expect(textOf(more)).toMatch(/\n13\\?\. \*\*Error/u);
  });

  it('is shown to everybody by a press, and more of it to who presses there', async () => {
    const question = at.discord.say.mention({text: 'hold this', files: [patch(unsignedPatches(13))]});
    await at.discord.answerTo(question);
    const alone = await at.discord.say.messageCommand({name: checkCommandName, target: question.id}).reply();
    expect(labels(alone)).toEqual(['More findings', 'Show everybody']);
    const open = await at.discord.say.press({message: alone.id, button: 'Show everybody'}).reply();
    expect([(open.flags ?? 0) & 64, labels(open)]).toEqual([0, ['More findings', 'Remove']]);
    const more = await at.discord.say
      .press({message: open.id, button: 'More findings', user: at.discord.bob.id})
      .reply();
    expect((more.flags ?? 0) & 64).toBe(64);
    expect(textOf(more)).toMatch(/\n13\\?\. \*\*Error/u);
  });

  it('that is gone is said to be when a button wants it', async () => {
    const question = at.discord.say.mention({text: 'check', files: [patch(unsignedPatches(13))]});
    const [answer] = await directly();
    at.discord.say.remove(question.id);
    at.discord.say.press({message: answer?.id ?? '', button: 'More findings'});
    const [, more] = await directly(2);
    expect(textOf(more)).toBe('The message with the files is gone. Attach them once more.');
  });

  it('that may no longer be read is said to be', async () => {
    at.discord.say.mention({text: 'check', files: [patch(unsignedPatches(13))]});
    const [answer] = await directly();
    at.discord.land.permit(at.discord.channel, {deny: may.ReadMessageHistory});
    at.discord.say.press({message: answer?.id ?? '', button: 'More findings'});
    const [, more] = await directly(2);
    expect(textOf(more)).toBe(
      'I may not read that message any more: I lack View Channel or Read Message History there. Attach the files once more.',
    );
  });

  it.each([checkCommandName, messageCommandName])(
    'is checked by "%s" in the menu of anybody’s message',
    async (menu) => {
      const files = [patch(), at.discord.upload('2.patch', rightPatch)];
      const message = at.discord.say.message({text: '', files, user: at.discord.bob.id});
      const reply = await at.discord.say.messageCommand({name: menu, target: message.id}).reply();
      expect([first(reply), (reply.flags ?? 0) & 64, labels(reply)]).toEqual([notReady, 64, []]);
    },
  );

  it('pasted into a message is checked from its menu', async () => {
    const message = at.discord.say.message({text: `What about this?\n\`\`\`\n${unsignedPatch}\`\`\``});
    const reply = await at.discord.say.messageCommand({name: checkCommandName, target: message.id}).reply();
    expect(first(reply)).toBe(notReady);
  });

  it('comes in the boxes of the command, of which there are five', async () => {
    const reply = await command({file2: patch(rightPatch), file5: patch()}).reply();
    expect([first(reply), (reply.flags ?? 0) & 64]).toEqual([notReady, 64]);
  });

  it('whose findings no button can reach has them all in a file', async () => {
    const reply = await command({file: patch(unsignedPatches(13))}).reply();
    expect(textOf(reply)).toContain('And 3 more: all of them are in findings.txt.');
    const [file] = reply.attachments;
    expect(file?.filename).toBe('findings.txt');
    expect(file && at.discord.fileText(file)).toMatch(/\n10\. Error[^]*\n13\. Error/u);
    expect(JSON.stringify(reply.components)).toContain('"attachment://findings.txt"');
  });

  it('whose findings come late has them in a file too', async () => {
    await at.stop();
    at = await startBot({knobs: {deferAfterMs: 20}});
    at.discord.faults.next('GET /attachments/:id/:name', {type: 'delay', ms: 100});
    const exchange = command({file: patch(unsignedPatches(13))});
    const reply = await at.discord.until(
      () => at.discord.messages().find(({attachments}) => attachments.length > 0),
      'a file',
    );
    expect(textOf(reply)).toContain('And 3 more');
    await exchange.reply();
  });
});

describe('files on Discord', () => {
  const told = async (file: APIAttachment) =>
    textOf(await at.discord.answerTo(at.discord.say.direct({text: '', files: [file]})));
  const late = `Discord did not give ${name} in time. Try again in a minute, or paste the patch as text.`;
  const larger = `${name} is larger than was told, so it is not read. Attach it once more.`;

  const faults: readonly (readonly [string, Fault, string])[] = [
    ['404', {type: 'status', status: 404}, `${name} is gone from Discord. Attach it once more.`],
    [
      '500',
      {type: 'status', status: 500},
      `Discord did not give ${name} (status 500). Try again in a minute, or paste the patch as text.`,
    ],
    ['silence', {type: 'silence'}, late],
    ['a broken line', {type: 'drop'}, late],
    ['a body without end', {type: 'endless'}, larger],
  ];
  it.each(faults)('are met by %s', async (_what, fault, sentence) => {
    if (fault.type === 'silence') {
      await at.stop();
      at = await startBot({knobs: {downloadMs: 100}});
    }
    at.discord.faults.next('GET /attachments/:id/:name', fault);
    expect((await told(patch())).replaceAll('\\', '')).toBe(sentence);
  });

  it.each([
    ['a smaller size', {size: 1}, larger],
    [
      'a huge size',
      {size: 2 ** 40},
      '**Cannot tell: Too big to check here (1048576 MB, limit 2 MB); run scripts/checkpatch.pl and b4 prep --check.**',
    ],
  ])('may lie about %s', async (_what, odd, sentence) => {
    const [line] = (await told(patch(unsignedPatches(20), odd))).replaceAll('\\', '').split('\n');
    expect(line).toBe(sentence);
  });

  it('come from Discord’s own addresses alone', async () => {
    let met = 0;
    const thief = createServer((_request, response) => {
      met += 1;
      response.end(unsignedPatch);
    });
    await new Promise<void>((listening) => thief.listen(0, '127.0.0.1', listening));
    const url = `http://127.0.0.1:${(thief.address() as AddressInfo).port}/attachments/1/a.patch`;
    expect((await told(patch(unsignedPatch, {url}))).replaceAll('\\', '')).toBe(
      `${name} is kept outside of Discord, and I follow no links. Attach the file itself.`,
    );
    expect(met).toBe(0);
    await new Promise((closed) => thief.close(closed));
  });

  it('may be a thousand', async () => {
    const files = Array.from({length: 1000}, () => patch());
    const answer = await at.discord.answerTo(at.discord.say.direct({text: '', files}));
    expect(first(answer)).toContain('Too big to check here (1000 files, limit 200)');
    expect(at.discord.downloads).toEqual([]);
  });

  it('bring nothing to life, and leave nothing in the log', async () => {
    const evil = `@everyone <@${at.discord.bob.id}> <@&1> <https://evil.example> [press](https://evil.example) **bold** \u202e\u0007`;
    const content = unsignedPatch.replace('bpf: Count', `bpf: ${evil} Count`);
    const files = [at.discord.upload('a.patch', content), {...patch(), filename: `${evil}.png`}];
    const answer = await at.discord.answerTo(at.discord.say.direct({text: '', files}));
    expect(answer.mentions).toEqual([]);
    expect(textOf(answer)).toContain('evil');
    const {kinds, links} = readDiscord(textOf(answer));
    expect([...new Set(kinds)].sort()).toEqual(['br', 'codeBlock', 'inlineCode', 'link', 'strong', 'subtext', 'text']);
    expect(links.filter((link) => link.includes('evil'))).toEqual([]);
    expect(textOf(answer)).not.toMatch(/[\u202e\u0007]/u);
    expect(at.lines.join('')).not.toMatch(/evil|Count what/u);
  });
});
