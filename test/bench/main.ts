/**
 * `npm run bench [-- FOLDER]`: one table of times and memory, with goals and with references measured in the same run.
 *
 * FOLDER, or BPF_HOWTO_KERNEL_DOCS, names a kernel's Documentation; without it that row stays unmeasured.
 */
import {readBundled} from '../../knowledge/source/bundled.js';
import {readQuestions} from '../eval/questions.js';
import {topicsOf} from '../eval/topics.js';
import {benchHowto, benchKernel} from './documents.js';
import {benchHostile, benchHostileMails} from './hostile.js';
import {benchMails, seriesMbox} from './mails.js';
import {benchPlatforms} from './platforms.js';
import {benchStart} from './process.js';
import {benchBundled, benchSynthetic} from './search.js';
import {wordsByFrequency} from './synthetic.js';
import {formatTable} from './table.js';

const {text} = await readBundled();
const topics = await topicsOf();
const labelled = readQuestions(new URL('../fixtures/eval/questions.jsonl', import.meta.url));
const questions = labelled.map(({q}) => q);
// Thanks, for one, are met with silence in a channel, which would look like a question lost.
const answerable = labelled.filter(({gold}) => gold.length > 0).map(({q}) => q);
const elsewherePhrases = topics.flatMap(({elsewhere}) => elsewhere?.phrases ?? []);
const words = wordsByFrequency([text, ...elsewherePhrases]);

// Processes come first, while the machine is quiet and this process is small.
const rows = [
  ...benchStart(seriesMbox(20)),
  ...(await benchPlatforms(answerable)),
  ...(await benchMails()),
  ...benchHowto(text),
  ...benchHostile(),
  ...benchHostileMails(),
  ...benchBundled(topics, questions),
  ...benchSynthetic(words, questions),
  ...benchKernel(process.argv[2] ?? process.env.BPF_HOWTO_KERNEL_DOCS),
];
console.log(`node ${process.version}, ${words.length} words in the synthetic entries, ${questions.length} questions\n`);
console.log(formatTable(rows));
