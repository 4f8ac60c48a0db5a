/**
 * Free text becomes a command and its values: `prefix fix v3`, `browse stable`, or a question to ask.
 *
 * People write questions that begin like commands ("help me send a patch"). Text is a command only where its words fit
 * the command's options; otherwise it is a question. After a slash it is meant as a command, and a word too many is named.
 */
import type {ChoiceOption, Command, Option, Value} from './command.js';
import {isRequired, usage} from './command.js';
import {UserError} from './errors.js';
import {nearestWord} from './nearest-word.js';
import {joinWords, wordFits, wordValue} from './option-words.js';
import {visibleLine} from './visible.js';

export interface Parsed {
  readonly command: Command;
  readonly values: Readonly<Record<string, Value>>;
}

/**
 * @param text What somebody typed, of any length.
 * @param commands The table; the one named `ask` takes what is no command.
 * @returns Undefined where the text is a question.
 * @throws UserError where it can only be a command, and its words do not fit.
 */
export function parseCommand(text: string, commands: readonly Command[]): Parsed | undefined {
  const found = /^\s*(\/?)([\p{L}\d-]{1,40})(?=\s|$)/u.exec(text);
  const [opening, slash = '', word = ''] = found ?? [];
  if (opening === undefined) return undefined;
  const command = commands.find(({name}) => name === word.toLowerCase());
  if (!command) {
    if (slash === '') return undefined;
    const meant = nearestWord(
      word,
      commands.map(({name}) => name),
    );
    throw new UserError(
      meant === undefined
        ? `There is no command \`${word}\`. \`help\` lists the commands.`
        : `There is no command \`${word}\`. Did you mean \`${meant}\`?`,
    );
  }
  const rest = text.slice(opening.length).trim();
  const read = readValues(rest, command);
  if (read.type === 'values') return {command, values: read.values};
  if (slash === '' && read.type === 'unfit') return undefined;
  throw refusal(read, command);
}

/**
 * @param text The words after a command's name.
 * @throws UserError where they do not fit the options.
 */
export function parseValues(text: string, command: Command): Readonly<Record<string, Value>> {
  const read = readValues(text.trim(), command);
  if (read.type === 'values') return read.values;
  throw refusal(read, command);
}

/**
 * For platforms that read the options by themselves.
 *
 * @param given Values by the option's name; those left out get their defaults.
 * @throws UserError where one is missing or does not fit.
 */
export function fillValues(given: Readonly<Record<string, Value>>, command: Command): Readonly<Record<string, Value>> {
  const named = Object.entries(command.options);
  const values: Record<string, Value> = {};
  for (const [name, option] of named) {
    const value = given[name];
    if (value === undefined || (typeof value === 'string' && value.trim() === '')) continue;
    const read = fitValue(name, value, option, command);
    if (read.type !== 'values') throw refusal(read, command);
    Object.assign(values, read.values);
  }
  const read = complete(values, named);
  if (read.type === 'values') return read.values;
  throw refusal(read, command);
}

function refusal(read: Exclude<Read, {type: 'values'}>, command: Command): UserError {
  const isWhole = read.type === 'slip' && read.isWhole === true;
  return new UserError(isWhole ? read.message : `${read.message} Usage: \`${usage(command)}\`.`);
}

function fitValue(name: string, value: Value, option: Option, command: Command): Read {
  if (option.type === 'text' || option.type === 'flag') return {type: 'values', values: {[name]: value}};
  const word = String(value).trim();
  const isItself = option.type === 'word' || (option.type === 'integer' && /^\d{1,9}$/u.test(word));
  if (!isItself && !wordFits(word, name, option)) {
    const read = unfitNumber(option) ?? strayWord(word, command);
    if (option.type !== 'choice' || read.type !== 'unfit') return read;
    return {type: 'slip', message: `${read.message} ${hoped(option)}`, isWhole: true};
  }
  const read = wordValue(word, name, option);
  return unusable(word, name, read, option) ?? {type: 'values', values: {[name]: read}};
}

/** Meant as this command, with a slip; a message that is whole says all there is to say. */
interface Slip {
  readonly type: 'slip';
  readonly message: string;
  readonly isWhole?: true;
}

type Read =
  | {readonly type: 'values'; readonly values: Readonly<Record<string, Value>>}
  | Slip
  /** Reads as something else. */
  | {readonly type: 'unfit'; readonly message: string};

function readValues(text: string, command: Command): Read {
  const {options, fillers = []} = command;
  const values: Record<string, Value> = {};
  const named = Object.entries(options).filter(([, {type}]) => type !== 'files');
  const textName = named.find(([, option]) => option.type === 'text')?.[0];
  const slips: Slip[] = [];
  const left: string[] = [];
  // A command that takes nothing but text takes it as it stands, line breaks included.
  const words = textName !== undefined && named.length === 1 ? [text] : joinWords(text.split(/\s+/u), named);
  for (const word of words) {
    if (word === '') continue;
    const fits = named.filter(([name, option]) => wordFits(word, name, option));
    const fit = fits.find(([name]) => values[name] === undefined) ?? fits[0];
    if (!fit) {
      if (!isFiller(word, fillers)) left.push(word);
      continue;
    }
    const [name, option] = fit;
    const value = wordValue(word, name, option);
    const slip = unusable(word, name, value, option);
    const both = slip ?? withFormer(values[name], value, option);
    if (typeof both === 'object') slips.push(both);
    else values[name] = both;
  }
  const rest = left.join(' ');
  const isText = textName !== undefined && rest !== '' && looksLikeText(rest, options[textName]);
  if (isText) values[textName] = rest;
  const reads = [...slips, ...(isText ? [] : left.map((word) => strayWord(word, command)))];
  // A question has at least one word that is no slip of this command.
  return reads.find(({type}) => type === 'unfit') ?? reads[0] ?? complete(values, named);
}

function looksLikeText(text: string, option: Option | undefined): boolean {
  return option?.type === 'text' && option.looksLike?.(text) !== false;
}

/** At the beginning of a sentence too; one in capitals, such as PATCH, says something. */
function isFiller(word: string, fillers: readonly string[]): boolean {
  return fillers.includes(word.charAt(0).toLowerCase() + word.slice(1));
}

/** A value beside the one that was given before. */
function withFormer(former: Value, value: Value, option: Option): Value | Slip {
  if (former === undefined || former === value) return value;
  const both = option.type === 'choice' ? option.together?.(String(former), String(value)) : undefined;
  if (both !== undefined) return both;
  const message = `Give one of \`${shown(String(former))}\` and \`${shown(String(value))}\`, not both.`;
  return {type: 'slip', message, isWhole: true};
}

function unusable(word: string, name: string, value: Value, option: Option): Slip | undefined {
  if (option.type === 'word') {
    return option.accepts(String(value)) ? undefined : {type: 'slip', message: option.unfit, isWhole: true};
  }
  if (option.type !== 'integer' || (Number(value) >= option.min && Number(value) <= option.max)) return undefined;
  const below = Number(value) < option.min ? unfitNumber(option) : undefined;
  return (
    below ?? {type: 'slip', message: `\`${word}\` is out of range: ${name} goes from ${option.min} to ${option.max}.`}
  );
}

function unfitNumber(option: Option): Slip | undefined {
  if (option.type !== 'integer' || option.unfit === undefined) return undefined;
  return {type: 'slip', message: option.unfit, isWhole: true};
}

function complete(values: Record<string, Value>, named: readonly [string, Option][]): Read {
  for (const [name, option] of named) {
    if (values[name] !== undefined) continue;
    if (isRequired(option)) {
      const choices = option.type === 'choice' ? ` ${hoped(option)}` : '';
      return {type: 'slip', message: `The ${name} is missing.${choices}`};
    }
    if (option.type === 'flag') values[name] = false;
    else if ((option.type === 'choice' || option.type === 'integer') && option.default !== undefined)
      values[name] = option.default;
  }
  return {type: 'values', values};
}

function hoped({choices}: ChoiceOption): string {
  return `It is ${[choices.slice(0, -1).join(', '), choices.at(-1) ?? ''].filter((part) => part !== '').join(' or ')}.`;
}

/** A word that fits no option: a slip where it is near one that would, otherwise no part of this command. */
function strayWord(word: string, command: Command): Read {
  const named = Object.entries(command.options);
  const called = named.find(([name]) => word.toLowerCase().startsWith(`${name}=`))?.[1];
  const number = called && unfitNumber(called);
  if (number) return number;
  const told = command.strayWord?.(word);
  if (told !== undefined) return {type: 'slip', message: told, isWhole: true};
  const known = named.flatMap(([name, option]) =>
    option.type === 'choice' ? option.choices : option.type === 'flag' ? [name] : [],
  );
  const meant = nearestWord(word, known);
  if (meant !== undefined)
    return {type: 'slip', message: `\`${shown(word)}\` is not known here. Did you mean \`${meant}\`?`};
  return {type: 'unfit', message: `\`${shown(word)}\` is not known here.`};
}

/** The beginning of a word, for a sentence. */
function shown(word: string): string {
  return visibleLine(word.slice(0, 40));
}
