/**
 * What a line that is being typed may become: commands, sections, questions.
 */
import type {Knowledge} from '../knowledge/index.js';
import type {Command, Option} from './command.js';
import {nearestWord} from './nearest-word.js';
import {sectionsOf} from './sections.js';

/**
 * @param typed What stands before the cursor.
 * @returns Whole lines. All begin with what was typed, or the best one that does not stands alone.
 */
export function complete(typed: string, commands: readonly Command[], knowledge: Knowledge, limit: number): string[] {
  const [, word = '', gap = '', rest = ''] = /^\s*\/?(\S*)(\s*)(.*)$/su.exec(typed) ?? [];
  const command = gap === '' ? undefined : commands.find(({name}) => name === word.toLowerCase());
  if (command) {
    return optionLines(command, rest, knowledge, limit).map(
      (line) => `${typed.slice(0, typed.length - rest.length)}${line}`,
    );
  }
  const slash = typed.trimStart().startsWith('/') ? '/' : '';
  const names =
    gap === ''
      ? commands.filter(({name}) => name.startsWith(word.toLowerCase())).map(({name}) => `${slash}${name} `)
      : [];
  if (names.length > 0 || typed.trim() === '' || slash !== '') return names;
  return questions(typed, knowledge, limit);
}

/**
 * @param typed What stands in the option so far.
 * @returns Whole values for it, best first; all there are, in their own order, where nothing is typed yet.
 */
export function suggest(option: Option, typed: string, knowledge: Knowledge, limit: number): string[] {
  const wanted = typed.trim().toLowerCase();
  if (option.type === 'choice') {
    const offered = ranked(option.choices, wanted, option.near?.(wanted));
    return offered.slice(0, limit);
  }
  if (option.type !== 'text' || option.complete === undefined) return [];
  if (option.complete === 'section') {
    const titles = sectionsOf(knowledge).map(({title}) => title);
    return ranked(titles, wanted).slice(0, limit);
  }
  const entries = wanted === '' ? knowledge.entries : knowledge.suggest(wanted, limit);
  return entries.slice(0, limit).map(({question}) => question);
}

/** Those that begin so, then those that hold it, then the one that was perhaps meant. */
function ranked(values: readonly string[], wanted: string, near?: string): string[] {
  const low = (value: string) => value.toLowerCase();
  const beginning = values.filter((value) => low(value).startsWith(wanted));
  const holding = values.filter((value) => !beginning.includes(value) && low(value).includes(wanted));
  if (beginning.length + holding.length > 0) return [...beginning, ...holding];
  const meant = near ?? nearestWord(wanted, values);
  return meant === undefined ? [] : [meant];
}

function optionLines(command: Command, rest: string, knowledge: Knowledge, limit: number): string[] {
  const options = Object.entries(command.options);
  const text = options.map(([, option]) => option).find((option) => option.type === 'text');
  if (text?.complete === 'question') return rest.trim() === '' ? [] : questions(rest, knowledge, limit);
  if (text?.complete === 'section') {
    return starting(
      rest,
      sectionsOf(knowledge).map(({title}) => title),
    ).slice(0, limit);
  }
  const before = rest.slice(0, rest.length - (/\S*$/u.exec(rest)?.[0].length ?? 0));
  const words = options.flatMap(([name, option]) =>
    option.type === 'choice' ? option.choices : option.type === 'flag' ? [name] : [],
  );
  return starting(rest.slice(before.length), words).map((each) => before + each);
}

function questions(typed: string, knowledge: Knowledge, limit: number): string[] {
  const exact = starting(
    typed,
    knowledge.entries.map(({question}) => question),
  ).slice(0, limit);
  if (exact.length > 0) return exact;
  return knowledge.suggest(typed.trim(), 1).map(({question}) => question);
}

function starting(typed: string, lines: readonly string[]): string[] {
  return lines.filter((line) => line.toLowerCase().startsWith(typed.toLowerCase()));
}
