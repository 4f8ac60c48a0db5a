/**
 * Commands that run once and end: one of the bot's, the list of entries, a check of a source.
 */
import type {Bot} from '../../bot/index.js';
import type {Command} from '../../bot/command.js';
import {entryToData} from '../../bot/entry-data.js';
import type {Block, Reply} from '../../bot/message.js';
import {parseValues} from '../../bot/parse.js';
import type {DocumentInfo, Knowledge} from '../../knowledge/index.js';
import {exitCodeOf, printReply, terminalRequest, type Console, type Format} from './console.js';
import {inputLines} from './input-lines.js';

/** @throws UserError where the words do not fit the command. */
export async function runOnce(
  bot: Bot,
  command: Command,
  words: readonly string[],
  format: Format,
  console: Console,
): Promise<0 | 1> {
  const values = await valuesOf(command, words, console);
  const reply = await bot.run(command, values, terminalRequest);
  await printReply(reply, format, console);
  return exitCodeOf(reply);
}

async function valuesOf(command: Command, words: readonly string[], console: Console) {
  if (command.name !== 'ask' || words.length === 0) return parseValues(words.join(' '), command);
  const isPiped = words.length === 1 && words[0] === '-';
  // The words are taken as they are, so that an empty question is answered too.
  return {question: isPiped ? await allInput(console) : words.join(' ')};
}

async function allInput(console: Console): Promise<string> {
  const lines: string[] = [];
  for await (const line of inputLines(console.input)) lines.push(line);
  return lines.join('\n');
}

/** `entries`: the questions by section, or with `--json` all there is of each. */
export async function printEntries(knowledge: Knowledge, format: Format, console: Console): Promise<0> {
  const blocks: Block[] = [
    {type: 'facts', rows: knowledge.entries.map(({id, question}) => ({name: id, value: question}))},
  ];
  await printReply(page(blocks, knowledge.entries.map(entryToData)), format, console);
  return 0;
}

/** `check-source`: exit code 1 for a damaged document; places that could not be read do not make it unusable. */
export async function printCheck(
  file: string,
  document: DocumentInfo,
  format: Format,
  console: Console,
): Promise<0 | 1> {
  const {title, revision, bytes, entryCount, problems, damage} = document;
  const blocks: Block[] = [
    {
      type: 'facts',
      rows: [
        {name: 'Document', value: title},
        {name: 'Revision', value: `${revision}, ${bytes} bytes`},
        {name: 'Questions', value: String(entryCount)},
        {name: 'Problems', value: String(problems.length)},
      ],
    },
    ...(problems.length > 0 ? [problemFacts(file, problems)] : []),
    ...(damage ? [{type: 'warning', text: `This copy is damaged. ${damage.reasons.join(' ')}`} as const] : []),
  ];
  const data = {
    usable: true,
    source: file,
    title,
    revision,
    bytes,
    entries: entryCount,
    problems: problems.map(({line, column, met, hoped}) => ({line, column, met, hoped})),
    damage: damage?.reasons ?? [],
    error: null,
  };
  await printReply(page(blocks, data), format, console);
  return damage ? 1 : 0;
}

function problemFacts(file: string, problems: DocumentInfo['problems']): Block {
  const rows = problems.map(({line, column, met, hoped}) => ({
    name: `${file}:${line}:${column}`,
    value: `Met ${met}; hoped for ${hoped}.`,
  }));
  return {type: 'facts', rows};
}

/** A page of this adapter's own. */
export function page(blocks: readonly Block[], data: Reply['data']): Reply {
  return {outcome: 'page', blocks, next: [], data};
}
