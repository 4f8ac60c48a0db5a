/**
 * The words that documents and phrases use, and the way from a misspelt word to one of them.
 *
 * Only unknown words are corrected. Two kinds of slip are told apart: letters swapped throughout (r and l written as
 * w, a spelling seen in public copies), and typing errors.
 */
import {closestWord} from './fuse.js';

/** Shorter words are too near to everything. */
const leastChars = 3;
/** Words, and names with a digit at the end such as iproute2; other numbers are not guessed at. */
const correctable = /^[a-z][a-z-]*\d?$/;
/** Candidates that go on to fuse.js; the rest shares too few letter pairs to be meant. */
const maxCandidates = 40;
/** Corrections that are remembered; strangers may send any number of words. */
const maxRemembered = 20_000;

export class Vocabulary {
  readonly #bySwap = new Map<string, string>();
  #pairs: Map<string, string[]> | undefined;
  readonly #remembered = new Map<string, string | undefined>();

  readonly #counts: Map<string, number>;

  constructor(counts: ReadonlyMap<string, number> = new Map()) {
    this.#counts = new Map(counts);
  }

  /** How often each word is used. */
  get counts(): ReadonlyMap<string, number> {
    return this.#counts;
  }

  /** Count a word of a document or phrase. */
  add(word: string, count = 1): void {
    this.#counts.set(word, (this.#counts.get(word) ?? 0) + count);
  }

  has(word: string): boolean {
    return this.#counts.has(word);
  }

  /** The known word that an unknown one stands for; undefined where none is near enough. */
  correct(word: string): string | undefined {
    if (this.#remembered.has(word)) return this.#remembered.get(word);
    const found = this.unswapped(word) ?? this.#nearest(word);
    if (this.#remembered.size < maxRemembered) this.#remembered.set(word, found);
    return found;
  }

  /** The known word that gives an unknown one when its r and l are written as w. */
  unswapped(word: string): string | undefined {
    if (!word.includes('w')) return undefined;
    if (this.#bySwap.size === 0) {
      for (const [known, count] of this.#counts) {
        const swapped = swapLetters(known);
        const other = this.#bySwap.get(swapped);
        if (swapped !== known && (other === undefined || (this.#counts.get(other) ?? 0) < count))
          this.#bySwap.set(swapped, known);
      }
    }
    return this.#bySwap.get(word);
  }

  #nearest(word: string): string | undefined {
    if (word.length < leastChars || !correctable.test(word)) return undefined;
    const shared = new Map<string, number>();
    const wanted = pairsOf(word);
    for (const pair of wanted) {
      for (const known of this.#wordsWith(pair)) {
        if (Math.abs(known.length - word.length) <= 2) shared.set(known, (shared.get(known) ?? 0) + 1);
      }
    }
    const least = Math.max(1, wanted.length - 6);
    const candidates = [...shared]
      .filter(([, count]) => count >= least)
      .sort(([one, a], [other, b]) => b - a || (this.#counts.get(other) ?? 0) - (this.#counts.get(one) ?? 0))
      .slice(0, maxCandidates)
      .map(([known]) => known);
    return closestWord(word, candidates, (known) => this.#counts.get(known) ?? 0);
  }

  #wordsWith(pair: string): readonly string[] {
    if (!this.#pairs) {
      this.#pairs = new Map();
      for (const known of this.#counts.keys()) {
        if (known.length < leastChars || !correctable.test(known)) continue;
        for (const own of pairsOf(known)) {
          const list = this.#pairs.get(own);
          if (list) list.push(known);
          else this.#pairs.set(own, [known]);
        }
      }
    }
    return this.#pairs.get(pair) ?? [];
  }
}

/** r and l written as w. */
function swapLetters(word: string): string {
  return word.replace(/[rl]/g, 'w');
}

/** Pairs of neighbouring letters, with the word's ends marked. */
function pairsOf(word: string): string[] {
  const marked = `^${word}$`;
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < marked.length; at++) pairs.add(marked.slice(at, at + 2));
  return [...pairs];
}
