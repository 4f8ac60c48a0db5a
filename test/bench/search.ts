/**
 * Questions to our search, to minisearch and to fuse.js, over the same texts in the same run.
 *
 * The others run with their default options. Each question is asked of an index once, so that no correction of a word
 * is remembered from before; a separate index warms the code up.
 */
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import {Search} from '../../knowledge/search/index.js';
import type {Topic} from '../../knowledge/search/topic.js';
import {syntheticTexts, topicsOfTexts, type Text} from './synthetic.js';
import type {Measured, Row} from './table.js';
import {median, quantile, timeMs, weigh, type Weighed} from './timing.js';

const fields = ['heading', 'question', 'answer'];
/** Rounds over the bundled knowledge: a 99th percentile of a few hundred times would hang on three of them. */
const bundledRounds = 5;
/** Sizes, and how many questions the others are asked there: fuse.js takes many seconds for one at the largest. */
const sizes = [
  {size: 1000, miniQuestions: 100, fuseQuestions: 20},
  {size: 10_000, miniQuestions: 30, fuseQuestions: 5},
  {size: 50_000, miniQuestions: 20, fuseQuestions: 3},
];
/** The size that has a goal, and whose index is weighed. */
const largest = 50_000;

/** The bundled knowledge, topics elsewhere included. */
export function benchBundled(topics: readonly Topic[], questions: readonly string[]): Row[] {
  const texts = topics.flatMap(({entry, titles, phrases, body}): Text[] =>
    entry ? [{heading: entry.heading, question: entry.question, answer: [...titles, ...phrases, body].join('\n')}] : [],
  );
  const what = `query, ${texts.length} bundled entries`;
  askAll(new Search(topics), questions);
  const own = Array.from({length: bundledRounds}, () => askAll(new Search(topics), questions)).flat();
  const mini = miniOf(texts);
  askMini(mini, questions);
  const miniTimes = askMini(mini, questions);
  const fuseTimes = askFuse(texts, questions);
  return [
    {what: `${what}, p50`, value: median(own), unit: 'ms', reference: named('minisearch', median(miniTimes))},
    {what: `${what}, p50`, value: median(own), unit: 'ms', reference: named('fuse.js', median(fuseTimes))},
    {
      what: `${what}, p99`,
      value: quantile(own, 0.99),
      unit: 'ms',
      reference: named('minisearch', quantile(miniTimes, 0.99)),
      goal: {of: 'value', most: 2},
    },
  ];
}

/** @param words Of which the entries are made, most frequent first. */
export function benchSynthetic(words: readonly string[], questions: readonly string[]): Row[] {
  const rows: Row[] = [];
  for (const {size, miniQuestions, fuseQuestions} of sizes) {
    const texts = syntheticTexts(words, size);
    const topics = topicsOfTexts(texts);
    const own = weigh(() => new Search(topics));
    const mini = weigh(() => miniOf(texts));
    const times = new Map(questions.map((question) => [question, timeMs(() => own.built.search(question))]));
    const forMini = spread(questions, miniQuestions);
    const forFuse = spread(questions, fuseQuestions);
    const what = `query, ${size.toLocaleString('en')} synthetic entries`;
    rows.push(
      ...ownRows(what, [...times.values()], size),
      compared(what, times, forMini, 'minisearch', askMini(mini.built, forMini)),
      compared(what, times, forFuse, 'fuse.js', askFuse(texts, forFuse)),
    );
    if (size === largest) rows.push(...indexRows(`index of ${size.toLocaleString('en')} entries`, own, mini));
  }
  return rows;
}

function ownRows(what: string, times: readonly number[], size: number): Measured[] {
  return [
    {
      what: `${what}, median`,
      value: median(times),
      unit: 'ms',
      ...(size === largest ? {goal: {of: 'value', most: 5}} : {}),
    },
    {what: `${what}, p99`, value: quantile(times, 0.99), unit: 'ms'},
  ];
}

/** Medians over the questions that both were asked. */
function compared(
  what: string,
  own: ReadonlyMap<string, number>,
  asked: readonly string[],
  name: string,
  times: readonly number[],
): Measured {
  const value = median(asked.map((question) => own.get(question) ?? NaN));
  return {what: `${what}, ${asked.length} questions`, value, unit: 'ms', reference: named(name, median(times))};
}

function indexRows(what: string, own: Weighed, mini: Weighed): Measured[] {
  return [
    {what: `${what}, build time`, value: own.ms, unit: 'ms', reference: named('minisearch', mini.ms)},
    {what: `${what}, memory`, value: own.megabytes, unit: 'MB', reference: named('minisearch', mini.megabytes)},
  ];
}

/** Some of the questions, evenly taken. */
function spread(questions: readonly string[], count: number): string[] {
  const step = questions.length / count;
  return Array.from({length: count}, (_, at) => questions[Math.floor((at + 0.5) * step)] ?? '');
}

function named(name: string, value: number): {readonly name: string; readonly value: number} {
  return {name, value};
}

function askAll(search: Search, questions: readonly string[]): number[] {
  return questions.map((question) => timeMs(() => search.search(question)));
}

function miniOf(texts: readonly Text[]): MiniSearch<Text> {
  const mini = new MiniSearch<Text>({fields});
  mini.addAll(texts.map((text, id) => ({...text, id})));
  return mini;
}

function askMini(mini: MiniSearch<Text>, questions: readonly string[]): number[] {
  return questions.map((question) => timeMs(() => mini.search(question)));
}

function askFuse(texts: readonly Text[], questions: readonly string[]): number[] {
  const fuse = new Fuse([...texts], {keys: fields});
  return questions.map((question) => timeMs(() => fuse.search(question)));
}
