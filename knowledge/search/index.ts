/**
 * Search: a question in, an answer, a choice or an honest "not covered" out.
 */
import type {Entry} from '../entry.js';
import {rankTitles} from './fuse.js';
import {buildIndex, type IndexState} from './index-state.js';
import type {Match, Outcome} from './outcome.js';
import {askedWords} from './question.js';
import {coverageOf, orderTopics, sharesOf, sureFeatures, type Ranked, type Weights} from './rank.js';
import {Ranker, type Query} from './ranker.js';
import {foldText} from './terms.js';
import type {Topic} from './topic.js';
import {weights as fitted} from './weights.js';

/** Topics that are looked at closely. */
const closely = 40;
const maxMatches = 10;
const maxChoices = 3;
/** How near a phrase of a topic elsewhere must be before its page is named. */
const leastPointing = 0.4;

export class Search {
  readonly #ranker: Ranker;
  readonly #entries: readonly Entry[];

  /**
   * @param topics In the order of `state`; of a stored state only `entry` and `elsewhere` are needed.
   */
  constructor(
    readonly topics: readonly Topic[],
    readonly weights: Weights = fitted,
    readonly state: IndexState = buildIndex(topics),
  ) {
    this.#ranker = new Ranker(state);
    this.#entries = topics.flatMap(({entry}) => entry ?? []);
  }

  /** Everything known about a question before it is decided; for search itself and for fitting its weights. */
  look(question: string): {
    readonly query: Query;
    readonly entries: readonly Ranked[];
    readonly elsewhere: Ranked | undefined;
  } {
    const query = this.#ranker.query(askedWords(question));
    const ranked = orderTopics(this.#ranker.signals(query, closely), this.topics, this.weights);
    const entries = ranked.filter(({topic}) => topic.entry);
    return {query, entries, elsewhere: ranked.find(({topic}) => topic.elsewhere)};
  }

  search(question: string): Outcome {
    const {query, entries, elsewhere} = this.look(question);
    const [best] = entries;
    const covered = best ? coverageOf(sureFeatures(query, entries, elsewhere), this.weights) : 0;
    const shares = sharesOf(entries);
    const matches = entries.slice(0, maxMatches).flatMap((ranked, at): Match[] => {
      const {entry} = ranked.topic;
      return entry ? [{entry, confidence: covered * (shares[at] ?? 0), why: this.#why(ranked, query)}] : [];
    });
    const outcome =
      covered < this.weights.offerFrom ? 'none' : (shares[0] ?? 0) >= this.weights.answerFrom ? 'answer' : 'choices';
    const topic = elsewhere?.topic.elsewhere;
    const isNear =
      elsewhere !== undefined && elsewhere.score > (best?.score ?? 0) && elsewhere.signals.phrase > leastPointing;
    return {
      outcome,
      matches: outcome === 'choices' ? matches.slice(0, maxChoices) : matches,
      ...(topic && isNear && outcome !== 'answer' ? {elsewhere: topic} : {}),
      corrections: query.corrections,
    };
  }

  #why({signals}: Ranked, query: Query): string {
    const row = this.#ranker.rowTexts[signals.row];
    const words = query.terms.filter(({known}) => known).map(({term}) => term);
    const near = row === undefined ? '' : `nearest "${row}" (${signals.phrase.toFixed(2)}), `;
    return `${near}words ${words.join(' ')} (${signals.words.toFixed(2)})`;
  }

  /** Entries near to another one by their words, the nearest first. */
  near(entry: Entry, limit: number): Entry[] {
    const {entries} = this.look(`${entry.question} ${entry.heading}`);
    return entries.flatMap(({topic}) => (topic.entry && topic.entry !== entry ? [topic.entry] : [])).slice(0, limit);
  }

  /** Entries whose title fits what was typed so far. Nothing typed gives the first ones. */
  suggest(typed: string, limit: number): Entry[] {
    const text = foldText(typed).trim();
    if (text === '') return this.#entries.slice(0, limit);
    const starts = this.#entries.filter(({question}) => foldText(question).includes(text));
    const found = new Set(starts.slice(0, limit));
    const ranked = this.look(typed).entries.filter(({signals}) => signals.phrase > 0.2);
    for (const {topic} of ranked) if (topic.entry && found.size < limit) found.add(topic.entry);
    if (found.size === 0) {
      const titles = this.#entries.map(({question}) => question);
      for (const at of rankTitles(text, titles, limit)) {
        const entry = this.#entries[at];
        if (entry) found.add(entry);
      }
    }
    return [...found];
  }
}
