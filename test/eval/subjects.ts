/**
 * How many subjects of the lists are read as a person reads them, field by field.
 */
import {existsSync, readFileSync} from 'node:fs';
import {subjectToData} from '../../adapters/terminal/subject-lines.js';

interface Row {
  readonly id: string;
  readonly raw: string;
  readonly expect: Readonly<Record<string, unknown>>;
}

/** What the goal speaks of. */
const fields = ['kind', 'tree', 'version', 'index', 'total', 'title'];
const goal = 0.995;

/** @returns Whether the goal is reached; also where there is nothing to measure. */
export function printSubjects(path: string): boolean {
  if (!existsSync(path)) {
    console.log('\nThe labelled subjects are not here (see BPF_HOWTO_SHARED).');
    return true;
  }
  const rows = readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);
  const wrongIn = ({raw, expect}: Row): string[] => {
    const read = subjectToData(raw);
    return fields.filter((field) => JSON.stringify(read[field]) !== JSON.stringify(expect[field]));
  };
  const wrong = rows.map((row) => ({row, fields: wrongIn(row)})).filter(({fields: missed}) => missed.length > 0);
  const share = (rows.length - wrong.length) / rows.length;
  console.log(`\n=== subjects of patches: ${rows.length}`);
  console.log(`class, tree, version, index, total and title right  ${(100 * share).toFixed(1)} %  (goal 99.5)`);
  for (const {row, fields: missed} of wrong) console.log(`${row.id}  ${missed.join(', ')}  ${JSON.stringify(row.raw)}`);
  return share >= goal;
}
