/**
 * What the words of a text say about the copy it comes from.
 *
 * Three questions, none of which names a substitution: do words stand there that are common words respelt; do the letters
 * follow one another as in no common word; is one word set after nearly every "the".
 */
import {commonWords} from './common-words.js';

/** Words that stand by themselves: no parts of names, paths, addresses or numbers. */
const standing = /(?<![\w./@:<>$%#"'=\\-])[a-z\d]+(?![\w/@<>=\\(-]|[.:'][\w])/g;

/** A shorter word has honest neighbours: form and from, there and three. */
const minWordLetters = 6;

/** How a word became another: neighbours swapped, letters as digits, or one letter for another, e.g. `r to w`. */
type Change = 'swap' | 'digits' | `${string} to ${string}`;

/** Words that became others by one change. */
export interface Respelling {
  readonly change: Change;
  /** The word and the common word it was, each pair once, in the order of the text. */
  readonly pairs: readonly (readonly [string, string])[];
  /** How often they stand in the text. */
  readonly times: number;
}

export interface Spelling {
  /** Words of three letters and more. */
  readonly words: number;
  /** Those that are common. */
  readonly common: number;
  /** Those in which two letters meet that meet in no common word. */
  readonly odd: number;
  /** Common words long enough to be told from their neighbours. */
  readonly long: number;
  /** By change, most frequent first. */
  readonly respellings: readonly Respelling[];
}

/** Words of three letters and more that stand by themselves, in lower case, in the order of the text. */
export function* standingWords(text: string): Generator<string> {
  for (const [word] of text.toLowerCase().matchAll(standing)) if (word.length >= 3) yield word;
}

export function spellingOf(text: string): Spelling {
  const counts = new Map<string, number>();
  for (const word of standingWords(text)) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const respellings = new Map<Change, {change: Change; pairs: [string, string][]; times: number}>();
  let [words, common, odd, long] = [0, 0, 0, 0];
  for (const [word, count] of counts) {
    if (/^\d+$/.test(word)) continue;
    words += count;
    if (commonWords.has(word)) {
      common += count;
      if (word.length >= minWordLetters) long += count;
      continue;
    }
    if (hasOddPair(word)) odd += count;
    const original = originalOf(word);
    if (!original) continue;
    const {change} = original;
    const known = respellings.get(change) ?? {change, pairs: [], times: 0};
    known.pairs.push([word, original.word]);
    known.times += count;
    respellings.set(change, known);
  }
  return {words, common, odd, long, respellings: [...respellings.values()].sort((a, b) => b.times - a.times)};
}

/** Common words long enough, by length, each with the set of its letters. */
const byLength = new Map<number, {readonly word: string; readonly letters: number}[]>();
const letterPairs = new Set<string>();
for (const word of commonWords) {
  for (let index = 1; index < word.length; index += 1) letterPairs.add(word.slice(index - 1, index + 1));
  if (word.length < minWordLetters) continue;
  const same = byLength.get(word.length);
  const candidate = {word, letters: lettersOf(word)};
  if (same) same.push(candidate);
  else byLength.set(word.length, [candidate]);
}

function hasOddPair(word: string): boolean {
  for (let index = 1; index < word.length; index += 1) {
    if (!letterPairs.has(word.slice(index - 1, index + 1))) return true;
  }
  return false;
}

/** One bit for each letter that stands in a word. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let index = 0; index < word.length; index += 1) {
    const letter = word.charCodeAt(index) - 97;
    if (letter >= 0) letters |= 1 << letter;
  }
  return letters;
}

/** The common word that a word is but for some letters. */
function originalOf(word: string): {readonly word: string; readonly change: Change} | undefined {
  const own = lettersOf(word);
  for (const common of byLength.get(word.length) ?? []) {
    // No change brings in more than one letter; telling so from the bits saves most of the time.
    const added = own & ~common.letters;
    if ((added & (added - 1)) !== 0) continue;
    const change = changeOf(word, common.word);
    if (change) return {word: common.word, change};
  }
  return undefined;
}

/** At most half of the letters may differ; the last alone says nothing, since it inflects: loaded, loader. */
function changeOf(word: string, common: string): Change | undefined {
  const limit = word.length >> 1;
  let changed = 0;
  let first = 0;
  let last = 0;
  let isSame = true;
  let areDigits = true;
  for (let index = 0; index < word.length; index += 1) {
    if (word.charCodeAt(index) === common.charCodeAt(index)) continue;
    changed += 1;
    if (changed > limit) return undefined;
    if (changed === 1) first = index;
    last = index;
    isSame &&= word[index] === word[first];
    areDigits &&= word.charCodeAt(index) < 58;
    if (changed > 2 && !isSame && !areDigits) return undefined;
  }
  if (first === word.length - 1) return undefined;
  if (areDigits) return 'digits';
  if (isSame) return `${common.charAt(first)} to ${word.charAt(first)}`;
  return changed === 2 && word[first] === common[last] && word[last] === common[first] ? 'swap' : undefined;
}

/** The word that follows most of a text's "the", and how many of them it follows. */
export function wordAfterThe(text: string): {readonly word: string; readonly times: number; readonly of: number} {
  const counts = new Map<string, number>();
  let of = 0;
  for (const [, word = ''] of text.toLowerCase().matchAll(/(?<![\w-])the\s+([a-z]+)/g)) {
    of += 1;
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  let [word, times] = ['', 0];
  for (const [candidate, count] of counts) if (count > times) [word, times] = [candidate, count];
  return {word, times, of};
}
