/**
 * Labelled questions: what is asked, and which entries answer it.
 */
import {readFileSync} from 'node:fs';

export interface Labelled {
  readonly q: string;
  /** Ids of the entries that answer it; none where the HOWTO does not. */
  readonly gold: readonly string[];
  readonly kind: string;
}

export function readQuestions(path: string | URL): Labelled[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Labelled);
}

/** Our own questions on which weights are fitted; nothing is measured on them. */
export const trainingFile = new URL('training.jsonl', import.meta.url);
