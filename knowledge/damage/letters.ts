/**
 * Letters that a text lacks: what is left where one letter was dropped, became another throughout, or became two.
 */
import {standingWords} from './spelling.js';

/**
 * How often letters occur in 1000 letters of the different words of the kernel's documentation.
 *
 * Each word of a document counts once, so that a name used often does not weigh.
 */
const usualLetters: Readonly<Record<string, number>> = {
  ...{e: 134, t: 80, i: 75, s: 74, a: 71, r: 71, n: 69},
  ...{o: 62, l: 50, d: 45, c: 45, u: 33, h: 23},
};

/** Of the 1,700 documents of Linux 6.1 in English with enough words, none has less than 0.4 of the usual. */
const leastShare = 0.2;

export interface MissingLetter {
  readonly letter: string;
  /** How often it occurs in 1000 letters, here and usually. */
  readonly here: number;
  readonly usual: number;
}

/** Fewer different words tell of their subject only. */
const leastWords = 100;

export function missingLetters(text: string): MissingLetter[] {
  const words = new Set([...standingWords(text)].filter((word) => !/\d/.test(word)));
  if (words.size < leastWords) return [];
  const counts = new Map<string, number>();
  let total = 0;
  for (const word of words) {
    for (const letter of word) counts.set(letter, (counts.get(letter) ?? 0) + 1);
    total += word.length;
  }
  return Object.entries(usualLetters).flatMap(([letter, usual]) => {
    const here = Math.round(((counts.get(letter) ?? 0) / total) * 1000);
    return here < leastShare * usual ? [{letter, here, usual}] : [];
  });
}
