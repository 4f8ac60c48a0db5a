/**
 * `npm run eval`: how often search is right, on questions it was not fitted on.
 *
 * Runs the labelled questions of the test data through the built program by `score.mjs`, for the bundled HOWTO and for the
 * kernel's text with our phrases, then our own measuring set; then how subjects are read, how rules agree with
 * checkpatch.pl, and how far forecasts of releases hold. Exits with 1 when a goal is missed.
 */
import {spawnSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {Search} from '../../knowledge/search/index.js';
import {hasShared, shared} from '../helpers/shared.js';
import {printCheckpatch} from './checkpatch.js';
import {printFacts} from './facts.js';
import {readQuestions} from './questions.js';
import {printReaders} from './readers.js';
import {printSeries} from './series.js';
import {printSubjects} from './subjects.js';
import {topicsOf} from './topics.js';
import {printForecasts} from './window.js';

/** Figures that must be reached on the labelled questions of the test data. */
const goals = [
  '--min', 'top1=0.95', '--min', 'recall3=0.99', '--min', 'none_refused=0.9', '--max', 'answerable_refused=0.04', '--min', 'combined=0.92',
  ...['chatty', 'fact', 'keyword', 'multi', 'none', 'nonnative', 'paraphrase', 'real', 'typo', 'uwu'].flatMap((kind) => ['--min', `right.${kind}=0.85`]),
]; // prettier-ignore

const program = fileURLToPath(new URL('../../dist/adapters/main.js', import.meta.url));
let missed = 0;

if (!hasShared || !existsSync(shared('eval/score.mjs'))) {
  console.log('The labelled questions are not here (see BPF_HOWTO_SHARED); only our own set is measured.');
} else {
  const bases = [
    {name: 'the bundled HOWTO', options: []},
    {name: "the kernel's text with our phrases", options: ['--source', shared('howto/bpf_devel_QA.nearest.rst')]},
  ];
  for (const {name, options} of bases) {
    console.log(`\n=== labelled questions, ${name}`);
    const run = [process.execPath, program, 'ask', '--jsonl', ...options];
    const {status} = spawnSync(process.execPath, [shared('eval/score.mjs'), '--misses', ...goals, '--', ...run], {
      stdio: 'inherit',
    });
    if (status !== 0) missed += 1;
  }
}

const ownSet = new URL('../fixtures/eval/questions.jsonl', import.meta.url);
const search = new Search(await topicsOf());
const questions = readQuestions(ownSet);
const counts = {right: 0, offered: 0, third: 0, refused: 0, wrong: 0, rightlyRefused: 0};
for (const {q, gold} of questions) {
  const {outcome, matches} = search.search(q);
  const place = matches.findIndex(({entry}) => gold.includes(entry.id));
  if (gold.length === 0) counts.rightlyRefused += outcome === 'none' ? 1 : 0;
  else {
    counts.right += place === 0 ? 1 : 0;
    counts.third += place >= 0 && place < 3 ? 1 : 0;
    counts.refused += outcome === 'none' ? 1 : 0;
    counts.offered += outcome === 'choices' ? 1 : 0;
    counts.wrong += outcome === 'answer' && place !== 0 ? 1 : 0;
  }
}
const answerable = questions.filter(({gold}) => gold.length > 0).length;
const none = questions.length - answerable;
const share = (count: number, all: number): string =>
  `${((100 * count) / all).toFixed(1).padStart(5)} %  (${count} of ${all})`;
console.log(`\n=== our own measuring set, the bundled HOWTO: ${questions.length} questions`);
console.log(`best entry right                    ${share(counts.right, answerable)}`);
console.log(`right one among the first three     ${share(counts.third, answerable)}`);
console.log(`offered as a choice                 ${share(counts.offered, answerable)}`);
console.log(`answerable, but refused             ${share(counts.refused, answerable)}`);
console.log(`a wrong answer shown as the answer  ${share(counts.wrong, answerable)}`);
console.log(`out of scope, rightly refused       ${share(counts.rightlyRefused, none)}`);
const patches = (name: string) => shared(`patches/${name}`);
if (!(await printSeries(patches))) missed += 1;
if (!(await printFacts(patches))) missed += 1;
if (!printSubjects(shared('patches/subjects.jsonl'), shared('patches/unlabelled/subjects.jsonl'))) missed += 1;
printReaders(shared('patches/subjects.jsonl'));
if (!(await printCheckpatch(shared('patches')))) missed += 1;
if (!printForecasts()) missed += 1;
process.exitCode = missed > 0 ? 1 : 0;
