/**
 * One word, or two that belong together, as the value of an option.
 */
import type {Option, Value} from './command.js';

/** `3 patches` and `version 3` become `patches=3` and `version=3`; a comma behind a word is dropped. */
export function joinNumbers(words: readonly string[], named: readonly (readonly [string, Option])[]): string[] {
  const integers = named.flatMap(([name, option]) => (option.type === 'integer' ? [{name, option}] : []));
  if (integers.length === 0) return [...words];
  const plain = words.map((word) => word.replace(/(?<!,),{1,9}$/u, ''));
  const joined: string[] = [];
  for (let at = 0; at < plain.length; at += 1) {
    const [word = '', next = ''] = plain.slice(at, at + 2);
    const low = word.toLowerCase();
    const counted = /^\d{1,9}$/u.test(word)
      ? integers.find(({option}) => option.units?.includes(next.toLowerCase()))
      : undefined;
    const called = integers.find(({name, option}) => name === low && (option.unfit !== undefined || /^\d/u.test(next)));
    if (counted) joined.push(`${counted.name}=${word}`);
    else if (called && next !== '') joined.push(`${called.name}=${next}`);
    else {
      joined.push(word);
      continue;
    }
    at += 1;
  }
  return joined;
}

/** Whether the word is written as a value of the option, in its range or not. */
export function wordFits(word: string, name: string, option: Option): boolean {
  switch (option.type) {
    case 'choice':
      return option.choices.includes(word.toLowerCase());
    case 'flag':
      return word.toLowerCase() === name;
    case 'integer': {
      const lead = `(?:${name}=|${name.charAt(0)})${option.isNamed === true ? '' : '?'}`;
      return new RegExp(`^${lead}\\d{1,9}$`, 'iu').test(word);
    }
    case 'word':
      return option.looksLike(word) || word.toLowerCase().startsWith(`${name}=`);
    case 'text':
    case 'files':
      return false;
  }
}

/** @param word One that fits. */
export function wordValue(word: string, name: string, option: Option): Value {
  if (option.type === 'integer') return Number(/\d+$/u.exec(word)?.[0]);
  if (option.type === 'word') return word.toLowerCase().startsWith(`${name}=`) ? word.slice(name.length + 1) : word;
  return option.type === 'flag' ? true : word.toLowerCase();
}
