/**
 * `npm run fit`: fits the weights of the search on our own training questions and phrases, and writes them as data.
 *
 * The order of topics is learnt from the training questions and from phrases that are left out of the index in turn.
 * The confidence is learnt from the training questions by cross-validation, which also sets the thresholds. Nothing
 * that is used for measuring is read here.
 */
import {writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {format, resolveConfig} from 'prettier';
import {coverageOf, orderFeatures, sharesOf, sureFeatures, type Weights} from '../../knowledge/search/rank.js';
import {Search} from '../../knowledge/search/index.js';
import type {Topic} from '../../knowledge/search/topic.js';
import {fitLogistic, fitOrder, type Sample} from './logistic.js';
import {readQuestions, trainingFile, type Labelled} from './questions.js';
import {topicsOf} from './topics.js';

const folds = 5;
/** The share of answerable questions that may be refused on the training questions. */
const mayRefuse = 0.055;
/** The share of answers to answerable questions that must be right; below, questions are offered to choose from. */
const mustBeRight = 0.96;

/** The least factor of a phrase that is met word for word. */
const leastExact = 3;

/** Signals with factor 1 each: the order before anything is fitted. */
const unfitted: Weights = {order: [1, 1, 1, 1, 1, 1], sure: [], answerFrom: 1, offerFrom: 0};

const topics = await topicsOf();
const questions = readQuestions(trainingFile);

type Group = Parameters<typeof fitOrder>[0][number];

/** Candidates for a question as the ranking sees them; entries only. */
function groupOf(search: Search, {q, gold}: Labelled): Group | undefined {
  const {entries} = search.look(q);
  const right = new Set(entries.flatMap(({topic}, at) => (topic.entry && gold.includes(topic.entry.id) ? [at] : [])));
  return right.size === 0 ? undefined : {candidates: entries.map(({signals}) => orderFeatures(signals)), right};
}

/** Phrases asked as questions, each of an index that does not hold it. */
function phraseGroups(): Group[] {
  const groups: Group[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const kept = topics.map((topic): Topic => ({
      ...topic,
      phrases: topic.phrases.filter((_, at) => at % folds !== fold),
    }));
    const search = new Search(kept, unfitted);
    for (const {entry, phrases} of topics) {
      if (!entry) continue;
      for (const q of phrases.filter((_, at) => at % folds === fold)) {
        const group = groupOf(search, {q, gold: [entry.id], kind: 'phrase'});
        if (group) groups.push(group);
      }
    }
  }
  return groups;
}

const plain = new Search(topics, unfitted);
const ownGroups = questions.flatMap((question) => groupOf(plain, question) ?? []);
// Real questions count more than phrases asked back: a few copies of each.
const learnt = fitOrder([...phraseGroups(), ...ownGroups, ...ownGroups, ...ownGroups], 0.002);
// No phrase that is left out of the index is met word for word, so this cannot be learnt: whoever asks in the very words
// of a phrase gets its entry.
const order = [...learnt.slice(0, -1), Math.max(leastExact, learnt.at(-1) ?? 0)];

const ordered = new Search(topics, {...unfitted, order});
const samples = questions.map(({q, gold}): Sample & {answerable: boolean} => {
  const {query, entries, elsewhere} = ordered.look(q);
  const best = entries[0]?.topic.entry;
  const label = best && gold.includes(best.id) ? 1 : 0;
  return {features: sureFeatures(query, entries, elsewhere), label, answerable: gold.length > 0};
});
// A wrong best entry for an answerable question is neither: the right one is usually second and offered.
const usable = samples.filter(({label, answerable}) => label === 1 || !answerable);

let penalty = 0;
let least = Infinity;
for (const one of [0.0003, 0.001, 0.003, 0.01, 0.03]) {
  let loss = 0;
  for (let fold = 0; fold < folds; fold++) {
    const sure = fitLogistic(
      usable.filter((_, at) => at % folds !== fold),
      one,
    );
    for (const {features, label} of usable.filter((_, at) => at % folds === fold)) {
      const chance = coverageOf(features, {...unfitted, sure});
      loss -= Math.log(Math.max(1e-9, label === 1 ? chance : 1 - chance));
    }
  }
  if (loss < least) [least, penalty] = [loss, one];
}
const chances = samples.map(({features, label, answerable}, index) => {
  const rest = usable.filter((sample) => samples.indexOf(sample) % folds !== index % folds);
  return {chance: coverageOf(features, {...unfitted, sure: fitLogistic(rest, penalty, 1200)}), label, answerable};
});
const answerable = chances.filter((one) => one.answerable).sort((one, other) => one.chance - other.chance);
const offerFrom = answerable[Math.floor(answerable.length * mayRefuse)]?.chance ?? 0.3;
const shares = questions.flatMap(({q, gold}) => {
  const {entries} = ordered.look(q);
  const best = entries[0]?.topic.entry;
  return best && gold.length > 0 ? [{share: sharesOf(entries)[0] ?? 0, right: gold.includes(best.id)}] : [];
});
const cuts = shares.map(({share}) => share).sort((one, other) => one - other);
const answerFrom =
  cuts.find((cut) => {
    const shown = shares.filter(({share}) => share >= cut);
    return shown.filter(({right}) => right).length >= mustBeRight * shown.length;
  }) ?? 0.9;

const round = (value: number): number => Number(value.toFixed(4));
const weights: Weights = {
  order: order.map(round),
  sure: fitLogistic(usable, penalty).map(round),
  answerFrom: round(answerFrom),
  offerFrom: round(offerFrom),
};
const file = fileURLToPath(new URL('../../knowledge/search/weights.ts', import.meta.url));
const text = `/**
 * The fitted weights, as \`npm run fit\` wrote them. Do not edit by hand.
 */
import type {Weights} from './rank.js';

export const weights: Weights = {
  order: ${JSON.stringify(weights.order).replaceAll(',', ', ')},
  sure: ${JSON.stringify(weights.sure).replaceAll(',', ', ')},
  answerFrom: ${weights.answerFrom},
  offerFrom: ${weights.offerFrom},
};
`;
writeFileSync(file, await format(text, {...(await resolveConfig(file)), filepath: file}));
const none = chances.filter((one) => !one.answerable);
console.log(`fitted on ${questions.length} questions, penalty ${penalty}`);
console.log(`order ${weights.order.join(' ')}; offered from ${weights.offerFrom}, answered from ${weights.answerFrom}`);
console.log(
  `cross-validated: of ${none.length} without an answer ${none.filter(({chance}) => chance < offerFrom).length} refused`,
);
