/** The terminal: the chat over streams that say they are one, wide enough that no table is folded. */
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {PassThrough} from 'node:stream';
import {createChat} from '../../adapters/terminal/chat.js';
import {formatAction} from '../../bot/action.js';
import {replyToPlain} from '../../bot/plain.js';
import {paragraphs, type Reply} from '../../bot/message.js';
import {makeConsole} from '../helpers/console.js';
import {bundledBot} from '../helpers/discord-bot.js';
import type {Actor, Heard, PlatformUnderTest} from './actor.js';
import {recordReplies} from './recorder.js';
import {seenWords} from './seen-words.js';

export const terminal: PlatformUnderTest = {name: 'the terminal', manners: ['direct'], enter};

const painting = /\u001b\[[0-9;?]*[A-Za-z]|\r/gu;
const banner: Reply = {outcome: 'page', blocks: [paragraphs('Hello.')], next: [], data: null};

async function enter(): Promise<Actor> {
  const {bot, replies} = recordReplies(await bundledBot());
  const input = Object.assign(new PassThrough(), {isTTY: true});
  const output = Object.assign(new PassThrough(), {isTTY: true, rows: 1000, columns: 400});
  let shown = '';
  output.on('data', (chunk: Buffer) => (shown += chunk.toString('utf8')));
  const {console, told} = makeConsole({env: {NO_COLOR: '1'}});
  const history = {lines: [], add: () => undefined};
  const chat = createChat({...console, input, output}, history, banner);
  const ended = chat.start(bot);
  const prompt = async (): Promise<void> => {
    const isThere = () => shown.replace(painting, '').endsWith('\n> ');
    for (let turn = 0; turn < 10_000 && !isThere(); turn += 1) await new Promise((resolve) => setImmediate(resolve));
    if (!isThere()) throw new Error(`No prompt came: ${shown}`);
  };
  await prompt();
  const type = async (line: string): Promise<Heard> => {
    shown = '';
    const before = replies.length;
    input.write(`${line}\r`);
    for (let turn = 0; turn < 100_000 && replies.length === before; turn += 1) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    await prompt();
    const reply = replies.at(-1);
    if (!reply) throw new Error('The bot said nothing.');
    // The line that was typed stands first, what can be done next and the prompt last.
    const said = shown
      .replace(painting, '')
      .replace(/^[^\n]*\n/u, '')
      .replace(/\n> $/u, '');
    const next = reply.next.length === 0 ? said : said.trimEnd().replace(/\n[^\n]*$/u, '');
    return {reply, seen: seenWords(next)};
  };
  return {
    say: (text) => type(text),
    async check(files) {
      const folder = mkdtempSync(join(tmpdir(), 'contract-'));
      try {
        const names = Object.entries(files).map(([name, content]) => {
          const path = join(folder, name);
          writeFileSync(path, content);
          return path;
        });
        return await type(`check ${names.join(' ')}`);
      } finally {
        rmSync(folder, {recursive: true});
      }
    },
    press(action) {
      const reply = replies.at(-1);
      const blocks = reply?.blocks.flatMap((block) => (block.type === 'choices' ? block.choices : [])) ?? [];
      const at = [...blocks, ...(reply?.next ?? [])].findIndex(
        (choice) => formatAction(choice.action) === formatAction(action),
      );
      if (at < 0)
        throw new Error(`Nothing carries ${formatAction(action)} in ${reply ? replyToPlain(reply) : 'nothing'}.`);
      return type(String(at + 1));
    },
    async leave() {
      await chat.stop();
      await ended;
      return told() === '' ? [] : [told()];
    },
  };
}
