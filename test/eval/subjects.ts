/**
 * How many subjects of the lists are read as a person reads them: field by field, and the whole of each.
 *
 * A row that is read otherwise for a good reason has it in test/fixtures/patch/subject-misses.json, by its id.
 */
import {existsSync, readFileSync} from 'node:fs';
import {subjectToData} from '../../adapters/terminal/subject-lines.js';
import {readRawSubject} from '../../bot/patch/subject.js';

interface Row {
  readonly id: string;
  readonly raw: string;
  readonly expect: Readonly<Record<string, unknown>>;
}

export interface Miss {
  readonly id: string;
  readonly raw: string;
  readonly fields: readonly string[];
}

/** What the goal speaks of. */
const goalFields = ['kind', 'tree', 'version', 'index', 'total', 'title'];
const goal = 0.995;

/** Rows that are not read as labelled, with the fields that differ; a field too many is one of them. */
export function missesIn(rows: readonly Row[]): Miss[] {
  return rows.flatMap(({id, raw, expect}) => {
    const read = subjectToData(raw);
    const names = [...new Set([...Object.keys(expect), ...Object.keys(read)])];
    const fields = names.filter((name) => JSON.stringify(read[name]) !== JSON.stringify(expect[name]));
    return fields.length > 0 ? [{id, raw, fields}] : [];
  });
}

export function readRows(path: string): Row[] {
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);
}

/** Why a row is read otherwise, by its id. */
export function reviewedMisses(): Readonly<Record<string, string>> {
  const path = new URL('../fixtures/patch/subject-misses.json', import.meta.url);
  return JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>;
}

/**
 * @param labelled Path of the labelled subjects. @param unlabelled Path of those that must only be read to their end.
 * @returns Whether the goal is reached; also where there is nothing to measure.
 */
export function printSubjects(labelled: string, unlabelled: string): boolean {
  if (!existsSync(labelled)) {
    console.log('\nThe labelled subjects are not here (see BPF_HOWTO_SHARED).');
    return true;
  }
  const rows = readRows(labelled);
  const misses = missesIn(rows);
  const reasons = reviewedMisses();
  const fields = [...new Set(rows.flatMap(({expect}) => Object.keys(expect)))];
  console.log(`\n=== subjects of patches: ${rows.length}`);
  for (const field of fields) {
    printShare(field, rows.length - misses.filter((miss) => miss.fields.includes(field)).length, rows.length);
  }
  const far = misses.filter((miss) => miss.fields.some((field) => goalFields.includes(field)));
  printShare('the whole row', rows.length - misses.length, rows.length);
  printShare('class, tree, version, index, total, title', rows.length - far.length, rows.length, '  (goal 99.5)');
  for (const {id, raw, fields: missed} of misses) {
    console.log(`${id}  ${missed.join(', ')}  ${JSON.stringify(raw)}\n      ${reasons[id] ?? 'no reason is given'}`);
  }
  printUnlabelled(unlabelled);
  return (rows.length - far.length) / rows.length >= goal;
}

/** Any crash ends the run. */
function printUnlabelled(path: string): void {
  if (!existsSync(path)) return;
  const rows = readRows(path);
  const patches = rows.filter(({raw}) => /^(?:patch|cover)$/u.test(readRawSubject(raw).kind)).length;
  console.log(`without labels, read to their end           ${rows.length}, ${patches} of them patches and covers`);
}

function printShare(name: string, right: number, all: number, note = ''): void {
  console.log(`${name.padEnd(42)}  ${((100 * right) / all).toFixed(1).padStart(5)} %  (${right} of ${all})${note}`);
}
