/** The bundled HOWTO, and every real one of the test data. */
import {readdirSync} from 'node:fs';
import {loadKnowledge, type Knowledge} from '../../knowledge/index.js';
import {hasShared, shared} from './shared.js';

/** @returns Knowledge of each document by its name; the bundled one alone where the test data is absent. */
export async function everyDocument(): Promise<[name: string, knowledge: Knowledge][]> {
  const files = hasShared
    ? readdirSync(shared('howto')).filter((name) => name.endsWith('.rst') || name.endsWith('.txt'))
    : [];
  const documents: [string, Knowledge][] = [['bundled', (await loadKnowledge([{type: 'bundled'}])).knowledge]];
  for (const name of files) {
    documents.push([name, (await loadKnowledge([{type: 'path', path: shared(`howto/${name}`)}])).knowledge]);
  }
  return documents;
}
