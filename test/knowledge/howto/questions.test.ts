/**
 * The measuring set: questions as different people would ask them, labelled with the entries that answer.
 *
 * It is there to measure. Nothing of it may go into search phrases, or it measures nothing.
 */
import {readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {z} from 'zod';
import {splitEntries} from './facts.js';

const root = new URL('../../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const ids = splitEntries(read('knowledge/howto/bpf.rst')).map((entry) => entry.anchor);

const questionSchema = z.strictObject({
  q: z.string().min(2),
  gold: z.array(z.enum(ids)).max(2),
  kind: z.enum(['paraphrase', 'keyword', 'typo', 'chatty', 'nonnative', 'fact', 'symptom', 'uwu', 'none']),
});

const questions = read('test/fixtures/eval/questions.jsonl')
  .trimEnd()
  .split('\n')
  .map((line) => questionSchema.parse(JSON.parse(line)));

describe('the measuring set', () => {
  it('has 230 questions with an answer and 100 without', () =>
    expect([questions.filter(({gold}) => gold.length > 0).length, questions.length]).toEqual([230, 330]));

  it('asks nothing twice', () => expect(new Set(questions.map(({q}) => q)).size).toBe(questions.length));

  it('marks as none exactly what has no answer', () =>
    expect(questions.filter(({gold, kind}) => (gold.length === 0) !== (kind === 'none'))).toEqual([]));

  it.each(ids)('asks for %s at least seven times', (id) =>
    expect(questions.filter(({gold}) => gold.includes(id)).length).toBeGreaterThanOrEqual(7),
  );

  it('has 30 to 80 words in each chatty question', () =>
    expect(
      questions.filter(({kind, q}) => kind === 'chatty' && (q.split(' ').length < 30 || q.split(' ').length > 80)),
    ).toEqual([]));
});
