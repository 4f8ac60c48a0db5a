/**
 * Text to words: folded, split, without stop words, stemmed.
 *
 * Documents, phrases and questions all pass through here, so that the same word is the same term everywhere.
 * A name with joints (`bpf-next`, `test_verifier.c`, `-mcpu=probe`) gives the whole and its parts: people type either.
 */
import {stemmer} from 'stemmer';
import {stopWords} from './stop-words.js';

/** One word of a text. */
export interface Word {
  /** Folded: lower case, no accents, plain quotes. */
  readonly word: string;
  /** A part of a jointed name rather than a word that stands by itself. */
  readonly part: boolean;
}

/** Longest word that is read; more is a hash, base64 or noise. */
const maxWordChars = 40;

/** Fold case, accents, width and typographic quotes, so that `Größe` and `GROSSE` meet. */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\u2018\u2019\u02bc`\u00b4]/g, "'")
    .replace(/ß/g, 'ss');
}

const runs = /[\p{L}\p{N}]+(?:[-_./+'@][\p{L}\p{N}]+)*\+*/gu;
const joint = /[-_./'@]+|\+(?=[\p{L}\p{N}])/u;

/** Words of a folded text, in order, stop words included. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const [run] of foldText(text).matchAll(runs)) {
    const whole = run.replace(/'(s|re|ve|ll|d|m|t)$/, (end) => (end === "'s" ? '' : end.replace("'", '')));
    if (whole.length > maxWordChars) {
      for (const part of whole.split(joint))
        if (part && part.length <= maxWordChars) words.push({word: part, part: true});
      continue;
    }
    words.push({word: whole, part: false});
    if (joint.test(whole)) {
      for (const part of whole.split(joint)) if (part) words.push({word: part, part: true});
    }
  }
  return words;
}

/** Words that carry no subject of their own. */
export function isStopWord(word: string): boolean {
  return stopWords.has(word);
}

const stems = new Map<string, string>();
/** Stems are asked for again and again, but the words of strangers must not fill the memory. */
const maxStems = 200_000;

/** Porter stem of a folded word; names with digits or joints stay as they are. */
export function stemOf(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const stem = /^[a-z]+$/.test(word) ? stemmer(word) : word;
  if (stems.size < maxStems) stems.set(word, stem);
  return stem;
}

/** Terms of a text that needs no correction: documents and phrases. */
export function termsOf(text: string): string[] {
  const terms: string[] = [];
  for (const {word} of wordsOf(text)) if (!isStopWord(word)) terms.push(stemOf(word));
  return terms;
}
