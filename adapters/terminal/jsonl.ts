/**
 * `ask --jsonl`: a line with a question in, a line with the best entries out, at once and in the same order.
 */
import type {Knowledge} from '../../knowledge/index.js';
import type {Json} from '../../bot/message.js';
import {write, type Console} from './console.js';
import {inputLines} from './input-lines.js';
import {formatJson} from './json.js';

/** Entries named even where search found fewer. */
const leastTop = 3;

/** @returns Exit code: 2 where a line could not be read; each such line is answered with an `error`. */
export async function answerJsonLines(knowledge: Knowledge, console: Console): Promise<0 | 2> {
  let code: 0 | 2 = 0;
  for await (const line of inputLines(console.input)) {
    if (line.trim() === '') continue;
    const question = questionOf(line);
    if (question === undefined) code = 2;
    const answer = question === undefined ? unreadable : bestEntries(question, knowledge);
    await write(console.output, `${formatJson(answer, 0)}\n`);
  }
  return code;
}

const unreadable: Json = {
  slug: null,
  score: 0,
  confident: false,
  top: [],
  error: 'This line is not read. Write each question as {"q": "how do i report a bug"}.',
};

function questionOf(line: string): string | undefined {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value !== 'object' || value === null || !('q' in value)) return undefined;
    return typeof value.q === 'string' ? value.q : undefined;
  } catch {
    return undefined;
  }
}

function bestEntries(question: string, knowledge: Knowledge): Json {
  const {outcome, matches} = knowledge.search(question);
  const [best] = matches;
  const found = matches.map(({entry}) => entry.id);
  const near = best && found.length < leastTop ? knowledge.related(best.entry.id, leastTop).map(({id}) => id) : [];
  return {
    slug: best?.entry.id ?? null,
    score: best?.confidence ?? 0,
    confident: outcome !== 'none',
    top: [...new Set([...found, ...near])],
  };
}
