/**
 * From the words of a question to signals for each topic: how well its words, its best phrase and its spelling fit.
 *
 * Nothing is decided here; `rank.ts` weighs the signals.
 */
import type {Asked} from './question.js';
import {Ngrams} from './ngrams.js';
import {Postings} from './postings.js';
import {stopWords} from './stop-words.js';
import {isStopWord, stemOf, wordsOf} from './terms.js';
import type {Topic} from './topic.js';
import {Vocabulary} from './vocabulary.js';

/** How much a word counts where it stands. Source: measured on the questions of test/eval. */
const fieldWeights = {title: 5, phrase: 1.2, body: 1};
/** BM25's saturation and length correction. */
const k1 = 2;
const b = 0.7;
/** What a part of a jointed name counts beside the whole. */
const partWeight = 0.6;
/** What a corrected word counts beside one that was spelt right. */
const correctedWeight = 0.85;
/** How often a stop word is taken to be used, when a misspelt word is near to it and to another. */
const stopWordCount = 100;

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
  readonly vocabulary = new Vocabulary();
  /** Titles and phrases, and the topic each belongs to. */
  readonly rowTexts: string[] = [];
  readonly #rowTopics: number[] = [];
  readonly #topics: Postings;
  readonly #rows: Postings;
  readonly #ngrams: Ngrams;
  readonly #topicSums: Float32Array;
  readonly #rowSums: Float32Array;
  readonly #gramSums: Float32Array;

  constructor(readonly topics: readonly Topic[]) {
    // A misspelt "with" must not become a word that matters.
    for (const word of stopWords) this.vocabulary.add(word, stopWordCount);
    const rowTerms: Map<string, number>[] = [];
    const texts: string[] = [];
    const counts = topics.map((topic, index) => {
      const frequencies = new Map<string, number>();
      for (const title of new Set(topic.titles))
        this.#addRow(title, index, fieldWeights.title, frequencies, rowTerms, texts);
      const phrases = new Map<string, number>();
      for (const phrase of topic.phrases) this.#addRow(phrase, index, 1, phrases, rowTerms, texts);
      // Many phrases say the same word many times; what counts is that they say it at all, and a little how often.
      for (const [term, count] of phrases) add(frequencies, term, fieldWeights.phrase * (1 + Math.log(count)));
      for (const {word, part} of this.#read(topic.body))
        add(frequencies, stemOf(word), fieldWeights.body * (part ? partWeight : 1));
      return frequencies;
    });
    const lengths = counts.map((terms) => [...terms.values()].reduce((sum, count) => sum + count, 0));
    const mean = lengths.reduce((sum, length) => sum + length, 0) / (lengths.length || 1) || 1;
    for (const [index, terms] of counts.entries()) {
      const norm = k1 * (1 - b + (b * (lengths[index] ?? 0)) / mean);
      for (const [term, count] of terms) terms.set(term, (count * (k1 + 1)) / (count + norm));
    }
    this.#topics = new Postings(counts);
    for (const terms of rowTerms) {
      let sum = 0;
      for (const [term, weight] of terms) {
        const rarity = this.rarityOf(term) * weight;
        terms.set(term, rarity);
        sum += rarity * rarity;
      }
      const length = Math.sqrt(sum) || 1;
      for (const [term, weight] of terms) terms.set(term, weight / length);
    }
    this.#rows = new Postings(rowTerms);
    this.#ngrams = new Ngrams(texts);
    this.#topicSums = new Float32Array(topics.length);
    this.#rowSums = new Float32Array(texts.length);
    this.#gramSums = new Float32Array(texts.length);
  }

  /** Words of a document or phrase; swapped letters are put right where the word is known otherwise. */
  #read(text: string): {word: string; part: boolean}[] {
    const words = wordsOf(text).filter(({word}) => !isStopWord(word));
    for (const {word} of words) this.vocabulary.add(word);
    return words;
  }

  #addRow(
    text: string,
    topic: number,
    factor: number,
    into: Map<string, number>,
    rows: Map<string, number>[],
    texts: string[],
  ): void {
    const terms = new Map<string, number>();
    const words = this.#read(text);
    for (const {word, part} of words) {
      const weight = part ? partWeight : 1;
      add(into, stemOf(word), factor * weight);
      terms.set(stemOf(word), Math.max(terms.get(stemOf(word)) ?? 0, weight));
    }
    if (terms.size === 0) return;
    rows.push(terms);
    this.#rowTopics.push(topic);
    this.rowTexts.push(text);
    texts.push(
      words
        .filter(({part}) => !part)
        .map(({word}) => word)
        .join(' '),
    );
  }

  /** Rarity of a term over all topics; of a term that none has, the highest. */
  rarityOf(term: string): number {
    const count = this.#topics.count(term);
    return Math.log(1 + (this.topics.length - count + 0.5) / (count + 0.5));
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
      const before = terms.get(term);
      if (!before || before.weight < factor)
        terms.set(term, {term, weight: factor, rarity: this.rarityOf(term), known, corrected});
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
    const nearest = this.#nearestRows(length);
    const found: Signals[] = [];
    for (let topic = 0; topic < this.topics.length; topic++) {
      const words = (this.#topicSums[topic] ?? 0) / (perfect || 1);
      const near = nearest.get(topic);
      if (words === 0 && !near) continue;
      found.push({
        topic,
        words,
        phrase: near?.best ?? 0,
        phrases: near ? (near.best + near.second + near.third) / 3 : 0,
        letters: near?.letters ?? 0,
        row: near?.row ?? -1,
      });
    }
    const sum = (one: Signals): number => one.words + one.phrase + one.phrases + one.letters;
    return found.sort((one, other) => sum(other) - sum(one)).slice(0, limit);
  }

  /** For each topic with a row that fits: its three best cosines, and its best by letters. */
  #nearestRows(length: number): Map<number, Nearest> {
    const nearest = new Map<number, Nearest>();
    for (let row = 0; row < this.#rowSums.length; row++) {
      const words = (this.#rowSums[row] ?? 0) / length;
      const letters = this.#gramSums[row] ?? 0;
      if (words === 0 && letters < 0.2) continue;
      const topic = this.#rowTopics[row] ?? 0;
      let near = nearest.get(topic);
      if (!near) nearest.set(topic, (near = {best: 0, second: 0, third: 0, letters: 0, row}));
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
    return nearest;
  }
}

interface Nearest {
  best: number;
  second: number;
  third: number;
  letters: number;
  row: number;
}

function add(counts: Map<string, number>, term: string, count: number): void {
  counts.set(term, (counts.get(term) ?? 0) + count);
}
