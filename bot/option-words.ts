/**
 * The words of a command line as values of options: which belong together, which option one fits, and what it says.
 */
import type {Option, Value} from './command.js';

/** Counts that people write out. */
const numberWords = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const quotes = /^(?:`[^`]*`|'[^']*'|"[^"]*"|‘[^’]*’|“[^”]*”)$/u;
/** Longer words in quotes are left as they are. */
const quotedChars = 64;

/**
 * `3 patches`, `three patches`, `version 3` and `range a..b` become `patches=3`, `version=3` and `range=a..b`; what
 * people put around a word is dropped: quotes, the sign that ends a sentence, `--` before the name of an option.
 */
export function joinWords(words: readonly string[], named: readonly (readonly [string, Option])[]): string[] {
  const integers = named.flatMap(([name, option]) => (option.type === 'integer' ? [{name, option}] : []));
  if (integers.length === 0) return [...words];
  const plain = words.map((word) => plainWord(withoutDashes(word, named)));
  const joined: string[] = [];
  for (let at = 0; at < plain.length; at += 1) {
    const [word = '', next = ''] = plain.slice(at, at + 2);
    const low = word.toLowerCase();
    const count = /^\d{1,9}$/u.test(word) ? word : countOf(low);
    const counted = integers.find(({option}) => count !== '' && option.units?.includes(next.toLowerCase()));
    const called = named.find(([name, option]) => name === low && takesNext(option, next))?.[0];
    if (counted) joined.push(`${counted.name}=${count}`);
    else if (called !== undefined && next !== '') joined.push(`${called}=${next}`);
    else {
      joined.push(word);
      continue;
    }
    at += 1;
  }
  return joined;
}

/** A number written in letters: `two`. */
export function isNumberWord(word: string): boolean {
  return countOf(word.toLowerCase()) !== '';
}

/** Whether the word is written as a value of the option, in its range or not. */
export function wordFits(word: string, name: string, option: Option): boolean {
  switch (option.type) {
    case 'choice': {
      const choice = choiceOf(valuePart(word, name).toLowerCase(), option.also);
      return option.choices.includes(choice);
    }
    case 'flag':
      return word.toLowerCase() === name;
    case 'integer': {
      const lead = `(?:${name}=|${name.charAt(0)})${option.isNamed === true ? '' : '?'}`;
      return new RegExp(`^${lead}\\d{1,9}$`, 'iu').test(word);
    }
    case 'word':
      return option.looksLike(word) || valuePart(word, name) !== word;
    case 'text':
    case 'files':
      return false;
  }
}

/** @param word One that fits. */
export function wordValue(word: string, name: string, option: Option): Value {
  switch (option.type) {
    case 'integer':
      return Number(/\d+$/u.exec(word)?.[0]);
    case 'word':
      return valuePart(word, name);
    case 'flag':
      return true;
    case 'choice':
      return choiceOf(valuePart(word, name).toLowerCase(), option.also);
    case 'text':
    case 'files':
      return word;
  }
}

/** What stands behind `name=`, or the word itself. */
function valuePart(word: string, name: string): string {
  return word.toLowerCase().startsWith(`${name}=`) ? word.slice(name.length + 1) : word;
}

function choiceOf(low: string, also: Readonly<Record<string, string>> = {}): string {
  return Object.hasOwn(also, low) ? (also[low] ?? low) : low;
}

/** Whether a word behind an option's name is its value. A tree is called by its name alone: `for bpf`. */
function takesNext(option: Option, next: string): boolean {
  if (option.type === 'word') return option.looksLike(next);
  return option.type === 'integer' && (option.unfit !== undefined || /^\d/u.test(next));
}

function withoutDashes(word: string, named: readonly (readonly [string, Option])[]): string {
  const name = /^--([a-z]{1,24})(?:=|$)/iu.exec(word)?.[1]?.toLowerCase();
  return named.some(([option]) => option === name) ? word.slice(2) : word;
}

/** A range is left as it is, but for a comma behind it: what stands in it decides whether it is one. */
function plainWord(word: string): string {
  const bare = word.replace(/(?<!,),{1,9}$/u, '');
  if (bare.includes('..') || bare.includes('=')) return bare;
  const asked = bare.replace(/(?<=.)[?.:]$/u, '');
  return asked.length <= quotedChars && quotes.test(asked) ? asked.slice(1, -1) : asked;
}

/** @returns Digits; empty for any other word. */
function countOf(low: string): string {
  const at = low === 'single' ? 0 : numberWords.indexOf(low);
  return at < 0 ? '' : String(at + 1);
}
