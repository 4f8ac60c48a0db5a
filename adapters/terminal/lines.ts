/**
 * Standard input that is no terminal: one question a line, each answered in turn.
 */
import type {Bot} from '../../bot/index.js';
import {UserError} from '../../bot/errors.js';
import {visible} from '../../bot/visible.js';
import {exitCodeOf, printReply, terminalRequest, write, type Console} from './console.js';
import {inputLines} from './input-lines.js';
import {formatJson} from './json.js';

/**
 * Blank lines ask nothing and are passed over.
 *
 * @returns Exit code: 1 where there were questions and none was answered.
 */
export async function answerLines(bot: Bot, console: Console, json: boolean): Promise<0 | 1> {
  let asked = 0;
  let answered = 0;
  for await (const line of inputLines(console.input)) {
    if (line.trim() === '') continue;
    if (asked > 0 && !json) await write(console.output, '\n');
    asked += 1;
    if ((await answerLine(line, bot, console, json)) === 0) answered += 1;
  }
  return asked > 0 && answered === 0 ? 1 : 0;
}

async function answerLine(line: string, bot: Bot, console: Console, json: boolean): Promise<0 | 1> {
  try {
    const reply = await bot.hear(line, terminalRequest);
    await printReply(reply, json ? 'json-line' : 'text', console);
    return exitCodeOf(reply);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    await write(console.output, json ? `${formatJson({error: error.message}, 0)}\n` : `${visible(error.message)}\n`);
    return 1;
  }
}
