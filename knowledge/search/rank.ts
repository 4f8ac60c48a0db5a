/**
 * Signals weighed: which topic fits best, and how sure that is.
 *
 * Two small models, both fitted by `npm run fit` and kept as data in `weights.json`: a linear score that orders topics,
 * and a logistic one that says how likely the best entry answers the question.
 */
import type {Query, Signals} from './ranker.js';
import type {Topic} from './topic.js';

/** What `npm run fit` writes. */
export interface Weights {
  /** For the order of topics: one factor a signal, in the order of `orderFeatures`. */
  readonly order: readonly number[];
  /** For the confidence: one factor a feature of `sureFeatures`, then the constant. */
  readonly sure: readonly number[];
  /** Chance that the HOWTO covers the question from which anything is offered. */
  readonly offerFrom: number;
  /** Share of the best entry among all from which it is shown as the answer. */
  readonly answerFrom: number;
}

/** A topic with its score; higher is better. */
export interface Ranked {
  readonly topic: Topic;
  readonly signals: Signals;
  readonly score: number;
}

/** Power that makes a signal of a phrase that is met nearly word for word, and of no other. */
const exactness = 6;

/** Features that order topics. */
export function orderFeatures(signals: Signals): number[] {
  return [signals.words, signals.phrase, signals.phrases, signals.letters, signals.phrase ** exactness];
}

export function orderTopics(signals: readonly Signals[], topics: readonly Topic[], weights: Weights): Ranked[] {
  const ranked: Ranked[] = [];
  for (const one of signals) {
    const topic = topics[one.topic];
    if (topic) ranked.push({topic, signals: one, score: dot(weights.order, orderFeatures(one))});
  }
  return ranked.sort((one, other) => other.score - one.score);
}

/** Keeps a share of nothing finite. */
const leastPhrase = 0.05;

const nothing: Signals = {topic: -1, words: 0, phrase: 0, phrases: 0, letters: 0, row: -1};

/**
 * Features of the confidence that an entry answers a question.
 *
 * @param entries Entries in their order, the one in question first.
 * @param elsewhere The best topic that is covered elsewhere.
 */
export function sureFeatures(query: Query, entries: readonly Ranked[], elsewhere: Ranked | undefined): number[] {
  const best = entries[0];
  const own = best?.signals ?? nothing;
  const decoy = elsewhere?.signals ?? nothing;
  const score = best?.score ?? 0;
  return [
    score,
    own.phrase,
    own.words,
    own.letters,
    score - (elsewhere?.score ?? 0),
    own.phrase - decoy.phrase,
    own.words - decoy.words,
    own.phrases,
    own.phrases - decoy.phrases,
    // A word that one phrase holds by chance makes that phrase near, but neither the next ones nor the entry as a whole.
    own.phrases / (own.phrase + leastPhrase),
    own.words / (own.phrase + leastPhrase),
    score - (entries[1]?.score ?? 0),
    knownShare(query),
    Math.log(1 + query.terms.length),
    Math.log(1 + query.terms.reduce((sum, {known, weight, rarity}) => sum + (known ? weight * rarity : 0), 0)),
  ];
}

/** How much of a corrected word counts as known: the correction may be wrong. */
const correctedShare = 0.5;

/** The share of a question's words that are known here, each counted by how telling it is. */
function knownShare(query: Query): number {
  let known = 0;
  let all = 0;
  for (const term of query.terms) {
    all += term.weight * term.rarity;
    if (term.known) known += (term.corrected ? correctedShare : 1) * term.weight * term.rarity;
  }
  return all === 0 ? 0 : known / all;
}

/** For each of the ranked entries the chance that it is the right one, given that one of them is. */
export function sharesOf(entries: readonly Ranked[]): number[] {
  const most = entries[0]?.score ?? 0;
  const odds = entries.map(({score}) => Math.exp(score - most));
  const all = odds.reduce((sum, one) => sum + one, 0);
  return odds.map((one) => one / all);
}

/** The chance that the best entry answers the question, rather than none. */
export function coverageOf(features: readonly number[], weights: Weights): number {
  const constant = weights.sure[features.length] ?? 0;
  return 1 / (1 + Math.exp(-(dot(weights.sure, features) + constant)));
}

function dot(factors: readonly number[], values: readonly number[]): number {
  let sum = 0;
  for (const [at, value] of values.entries()) sum += (factors[at] ?? 0) * value;
  return sum;
}
