/**
 * Topics to the state that questions are ranked with: counts, lists and vectors, all plain data.
 *
 * The state can be stored and read back, so that a start need not count thousands of phrases again.
 */
import {Ngrams, type NgramsState} from './ngrams.js';
import {Postings, type PostingsState} from './postings.js';
import {stopWords} from './stop-words.js';
import {isStopWord, stemOf, wordsOf, type Word} from './terms.js';
import type {Topic} from './topic.js';
import {Vocabulary} from './vocabulary.js';

/** How much a word counts where it stands. Source: measured on the questions of test/eval. */
const fieldWeights = {title: 5, phrase: 1.2, body: 1};
/** BM25's saturation and length correction. */
export const k1 = 2;
const b = 0.7;
/** What a part of a jointed name counts beside the whole. */
export const partWeight = 0.6;
/** How often a stop word is taken to be used, when a misspelt word is near to it and to another. */
const stopWordCount = 100;

export interface IndexState {
  readonly topicCount: number;
  /** Words and how often they are used. */
  readonly vocabulary: ReadonlyMap<string, number>;
  /** Titles and phrases, and the topic each belongs to. */
  readonly rowTexts: readonly string[];
  readonly rowTopics: readonly number[];
  readonly topics: PostingsState;
  readonly rows: PostingsState;
  readonly ngrams: NgramsState;
}

export function buildIndex(topics: readonly Topic[]): IndexState {
  const builder = new Builder(soundWords(topics));
  const counts = topics.map((topic, index) => builder.read(topic, index));
  saturate(counts);
  const postings = Postings.of(counts);
  const rowTerms = builder.rows.map(({terms}) => unitVector(terms, (term) => rarityIn(postings, topics.length, term)));
  return {
    topicCount: topics.length,
    vocabulary: builder.vocabulary,
    rowTexts: builder.rows.map(({text}) => text),
    rowTopics: builder.rows.map(({topic}) => topic),
    topics: postings.state,
    rows: Postings.of(rowTerms).state,
    ngrams: Ngrams.of(builder.rows.map(({letters}) => letters)).state,
  };
}

/** Words of the phrases, which people wrote by hand, as against those of a document, which may be damaged. */
function soundWords(topics: readonly Topic[]): Vocabulary {
  const sound = new Vocabulary();
  for (const {phrases} of topics) for (const phrase of phrases) for (const {word} of wordsOf(phrase)) sound.add(word);
  return sound;
}

/** Rarity of a term over all topics; of a term that none has, the highest. */
export function rarityIn(postings: Postings, topicCount: number, term: string): number {
  const count = postings.count(term);
  return Math.log(1 + (topicCount - count + 0.5) / (count + 0.5));
}

/** A title or phrase. */
interface Row {
  readonly text: string;
  readonly topic: number;
  readonly terms: ReadonlyMap<string, number>;
  /** Its words for the letter triples. */
  readonly letters: string;
}

class Builder {
  readonly vocabulary = new Map<string, number>();
  readonly rows: Row[] = [];

  constructor(private readonly sound: Vocabulary) {
    // A misspelt "with" must not become a word that matters.
    for (const word of stopWords) this.vocabulary.set(word, stopWordCount);
  }

  /** The terms of a topic with their weights over all fields. */
  read(topic: Topic, index: number): Map<string, number> {
    const terms = new Map<string, number>();
    for (const title of new Set(topic.titles)) this.#addRow(title, index, fieldWeights.title, terms);
    const phrases = new Map<string, number>();
    for (const phrase of topic.phrases) this.#addRow(phrase, index, 1, phrases);
    // Many phrases say the same word many times; what counts is that they say it at all, and a little how often.
    for (const [term, count] of phrases) add(terms, term, fieldWeights.phrase * (1 + Math.log(count)));
    for (const {word, part} of this.#wordsOf(topic.body)) {
      add(terms, stemOf(word), fieldWeights.body * (part ? partWeight : 1));
    }
    return terms;
  }

  #wordsOf(text: string): Word[] {
    const words: Word[] = [];
    for (const {word, part} of wordsOf(text)) {
      // In a copy whose letters were swapped `wwvm` is read as what it was.
      const read = word.includes('w') && !this.sound.has(word) ? (this.sound.unswapped(word) ?? word) : word;
      if (isStopWord(read)) continue;
      add(this.vocabulary, read, 1);
      words.push({word: read, part});
    }
    return words;
  }

  #addRow(text: string, topic: number, factor: number, into: Map<string, number>): void {
    const terms = new Map<string, number>();
    const words = this.#wordsOf(text);
    for (const {word, part} of words) {
      const weight = part ? partWeight : 1;
      const term = stemOf(word);
      add(into, term, factor * weight);
      terms.set(term, Math.max(terms.get(term) ?? 0, weight));
    }
    if (terms.size === 0) return;
    const wholes = words.flatMap(({word, part}) => (part ? [] : [word]));
    this.rows.push({text, topic, terms, letters: wholes.join(' ')});
  }
}

/** BM25: a word that is said often counts little more than once, and less in a long text. */
function saturate(counts: readonly Map<string, number>[]): void {
  const lengths = counts.map((terms) => [...terms.values()].reduce((sum, count) => sum + count, 0));
  const mean = lengths.reduce((sum, length) => sum + length, 0) / (lengths.length || 1) || 1;
  for (const [index, terms] of counts.entries()) {
    const norm = k1 * (1 - b + (b * (lengths[index] ?? 0)) / mean);
    for (const [term, count] of terms) terms.set(term, (count * (k1 + 1)) / (count + norm));
  }
}

function unitVector(terms: ReadonlyMap<string, number>, rarityOf: (term: string) => number): Map<string, number> {
  const weighed = new Map([...terms].map(([term, weight]) => [term, rarityOf(term) * weight]));
  const length = Math.sqrt([...weighed.values()].reduce((sum, weight) => sum + weight * weight, 0)) || 1;
  for (const [term, weight] of weighed) weighed.set(term, weight / length);
  return weighed;
}

function add(counts: Map<string, number>, term: string, count: number): void {
  counts.set(term, (counts.get(term) ?? 0) + count);
}
