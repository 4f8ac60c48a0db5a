/**
 * `npm run oracle -- FOLDER|FILE… [--show N] [--category NAME]`: compare our reading of .rst files with docutils'.
 *
 * Prints for every category how many items docutils finds, how many of them we find too, and how many we find
 * alone; `--show` adds the first differences with file and line.
 */
import {readdirSync, readFileSync, statSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {parseArgs} from 'node:util';
import {parseRst} from '../../knowledge/parse/index.js';
import {compareOutlines, type Comparison} from './compare.js';
import {docutilsMissing, dumpAll} from './docutils.js';
import {categories, outlineOf} from './outline.js';

const {values, positionals} = parseArgs({
  allowPositionals: true,
  options: {show: {type: 'string', default: '0'}, category: {type: 'string'}},
});

function rstFiles(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, {recursive: true, encoding: 'utf8'})
    .filter((name) => name.endsWith('.rst'))
    .map((name) => join(path, name))
    .filter((name) => statSync(name).isFile())
    .sort();
}

async function run(): Promise<void> {
  const missing = await docutilsMissing();
  if (missing !== undefined) {
    console.log(missing);
    return;
  }
  const paths = positionals.flatMap((path) => rstFiles(resolve(path)));
  if (paths.length === 0) {
    console.log('Name a folder with .rst files: npm run oracle -- FOLDER [--show N]');
    return;
  }

  const compared: {path: string; comparison: Comparison}[] = [];
  let parseMs = 0;
  for await (const dumped of dumpAll(paths)) {
    if ('failed' in dumped) {
      console.log(`${dumped.path}: docutils gave up: ${dumped.failed}`);
      continue;
    }
    const text = readFileSync(dumped.path, 'utf8');
    const before = performance.now();
    const {tree} = parseRst(text);
    parseMs += performance.now() - before;
    compared.push({path: dumped.path, comparison: compareOutlines(dumped.outline, outlineOf(tree))});
  }
  show(compared, Number(values.show));
  printCounts(compared);
  console.log(`\n${compared.length} files; our parse took ${(parseMs / 1000).toFixed(1)} s`);
}

function printCounts(compared: readonly {comparison: Comparison}[]): void {
  const header = ['category', 'docutils', 'ours', 'equal', 'missed', 'alone', 'files equal'];
  const rows = categories.map((category) => {
    const counts = compared.map(({comparison}) => comparison.counts[category]);
    const sum = (key: 'docutils' | 'ours' | 'equal'): number => counts.reduce((total, count) => total + count[key], 0);
    const same = compared.filter(
      ({comparison}) => !comparison.differences.some((difference) => difference.category === category),
    ).length;
    const equal = sum('equal');
    const numbers = [sum('docutils'), sum('ours'), equal, sum('docutils') - equal, sum('ours') - equal, same];
    return [category, ...numbers.map(String)];
  });
  for (const [name = '', ...cells] of [header, ...rows]) {
    console.log(name.padEnd(12) + cells.map((cell) => cell.padStart(12)).join(''));
  }
}

function show(compared: readonly {path: string; comparison: Comparison}[], limit: number): void {
  const mark = {docutils: 'docutils', ours: 'ours    ', order: 'order   '} as const;
  const lines = compared.flatMap(({path, comparison}) =>
    comparison.differences
      .filter(({category}) => values.category === undefined || category === values.category)
      .map(({category, line, side, value}) => `${path}:${line} ${category} ${mark[side]} ${JSON.stringify(value)}`),
  );
  for (const line of lines.slice(0, limit)) console.log(line);
  if (limit > 0) console.log(`${lines.length} differences, ${Math.min(limit, lines.length)} shown\n`);
}

await run();
