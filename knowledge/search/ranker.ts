/**
 * From the words of a question to signals for each topic: how well its words, its best phrase and its spelling fit.
 *
 * Nothing is decided here; `rank.ts` weighs the signals.
 */
import type {Asked} from './question.js';
import {k1, partWeight, rarityIn, type IndexState} from './index-state.js';
import {Ngrams} from './ngrams.js';
import {Postings} from './postings.js';
import {isStopWord, stemOf} from './terms.js';
import {Vocabulary} from './vocabulary.js';

/** What a corrected word counts beside one that was spelt right. */
const correctedWeight = 0.85;

/** Unknown words of so few letters are more often half-typed than names, and too short to be corrected. */
const scrapChars = 2;
const scrapWeight = 0.4;

/** A term of a question. */
export interface QueryTerm {
  readonly term: string;
  readonly weight: number;
  /** How telling the term is: the rarer, the more. */
  readonly rarity: number;
  readonly known: boolean;
  /** It was spelt otherwise in the question. */
  readonly corrected: boolean;
}

/** Signals of one topic for one question, each about 0..1. */
export interface Signals {
  readonly topic: number;
  /** BM25 over all fields, as a share of what a perfect fit would reach. */
  readonly words: number;
  /** Cosine with the nearest title or phrase. */
  readonly phrase: number;
  /** Mean cosine of the nearest three. */
  readonly phrases: number;
  /** Spelling: the nearest title or phrase by letter triples. */
  readonly letters: number;
  /** The nearest title or phrase, as an index into `rowTexts`. */
  readonly row: number;
}

export interface Query {
  readonly terms: readonly QueryTerm[];
  readonly corrections: readonly {readonly from: string; readonly to: string}[];
  /** Text for the letter triples, with corrections applied. */
  readonly text: string;
}

export class Ranker {
  readonly vocabulary: Vocabulary;
  /** Titles and phrases. */
  readonly rowTexts: readonly string[];
  /** Rows of a topic stand together, in the order of the topics. */
  readonly #rowTopics: readonly number[];
  readonly #topicCount: number;
  readonly #topics: Postings;
  readonly #rows: Postings;
  readonly #ngrams: Ngrams;
  readonly #topicSums: Float32Array;
  readonly #rowSums: Float32Array;
  readonly #gramSums: Float32Array;
  readonly #near: Nearest = {best: 0, second: 0, third: 0, letters: 0, row: -1};

  constructor(state: IndexState) {
    this.vocabulary = new Vocabulary(state.vocabulary);
    this.rowTexts = state.rowTexts;
    this.#rowTopics = state.rowTopics;
    this.#topicCount = state.topicCount;
    this.#topics = new Postings(state.topics);
    this.#rows = new Postings(state.rows);
    this.#ngrams = new Ngrams(state.ngrams);
    this.#topicSums = new Float32Array(state.topicCount);
    this.#rowSums = new Float32Array(state.rowTexts.length);
    this.#gramSums = new Float32Array(state.rowTexts.length);
  }

  /** Words of a question as terms: known ones, corrected ones, and those that stay unknown. */
  query(asked: readonly Asked[]): Query {
    const terms = new Map<string, QueryTerm>();
    const corrections: {from: string; to: string}[] = [];
    const text: string[] = [];
    for (const {word, weight, part} of asked) {
      let read = word;
      let factor = weight * (part ? partWeight : 1);
      let corrected = false;
      if (!this.vocabulary.has(word) && this.#topics.count(stemOf(word)) === 0) {
        const to = this.vocabulary.correct(word);
        if (to !== undefined) {
          corrections.push({from: word, to});
          read = to;
          corrected = true;
          factor *= correctedWeight;
        }
      }
      if (isStopWord(read)) continue;
      if (!part) text.push(read);
      const term = stemOf(read);
      const known = this.#topics.count(term) > 0;
      if (!known && term.length <= scrapChars) factor *= scrapWeight;
      const before = terms.get(term);
      if (!before || before.weight < factor)
        terms.set(term, {
          term,
          weight: factor,
          rarity: rarityIn(this.#topics, this.#topicCount, term),
          known,
          corrected,
        });
    }
    return {terms: [...terms.values()], corrections, text: text.join(' ')};
  }

  /** Signals of the topics that fit at all, best first by a plain sum; `limit` at most. */
  signals(query: Query, limit: number): Signals[] {
    const {terms} = query;
    this.#topicSums.fill(0);
    this.#rowSums.fill(0);
    let perfect = 0;
    let norm = 0;
    for (const {term, weight, rarity} of terms) {
      this.#topics.addTo(this.#topicSums, term, weight * rarity);
      this.#rows.addTo(this.#rowSums, term, weight * rarity);
      perfect += weight * rarity * (k1 + 1);
      norm += (weight * rarity) ** 2;
    }
    const length = Math.sqrt(norm) || 1;
    this.#ngrams.score(query.text, this.#gramSums);
    const best: {readonly sum: number; readonly signals: Signals}[] = [];
    let from = 0;
    for (let topic = 0; topic < this.#topicCount; topic++) {
      let to = from;
      while (this.#rowTopics[to] === topic) to++;
      const words = (this.#topicSums[topic] ?? 0) / (perfect || 1);
      const near = this.#nearestRows(from, to, length);
      from = to;
      if (words === 0 && near.row === -1) continue;
      const phrases = (near.best + near.second + near.third) / 3;
      const sum = words + near.best + phrases + near.letters;
      // Sorting all that fit would take most of the time: in a large index nearly every topic shares some word.
      if (best.length === limit && sum <= (best.at(-1)?.sum ?? 0)) continue;
      let at = best.length;
      while (at > 0 && (best[at - 1]?.sum ?? 0) < sum) at--;
      const {best: phrase, letters, row} = near;
      best.splice(at, 0, {sum, signals: {topic, words, phrase, phrases, letters, row}});
      if (best.length > limit) best.pop();
    }
    return best.map(({signals}) => signals);
  }

  /**
   * The three best cosines among the rows of a topic, and the best by letters; `row` is -1 where no row fits.
   *
   * The result is overwritten by the next call, so that a question makes no object for each topic.
   */
  #nearestRows(from: number, to: number, length: number): Nearest {
    const near = this.#near;
    near.best = near.second = near.third = near.letters = 0;
    near.row = -1;
    for (let row = from; row < to; row++) {
      const words = (this.#rowSums[row] ?? 0) / length;
      const letters = this.#gramSums[row] ?? 0;
      if (words === 0 && letters < 0.2) continue;
      if (near.row === -1) near.row = row;
      if (words > near.best) {
        near.third = near.second;
        near.second = near.best;
        near.best = words;
        near.row = row;
      } else if (words > near.second) {
        near.third = near.second;
        near.second = words;
      } else if (words > near.third) near.third = words;
      if (letters > near.letters) near.letters = letters;
    }
    return near;
  }
}

interface Nearest {
  best: number;
  second: number;
  third: number;
  letters: number;
  row: number;
}
