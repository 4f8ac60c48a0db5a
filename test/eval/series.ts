/**
 * How many mailboxes fall into series as they were sent.
 *
 * A file that falls otherwise for a good reason has it in test/fixtures/patch/series-misses.json, by its name.
 */
import {existsSync, readFileSync} from 'node:fs';
import {readSubmission} from '../../bot/patch/mail/read-mail.js';
import {seriesToData} from '../../bot/patch/series-data.js';

interface Labelled {
  readonly file: string;
  readonly [field: string]: unknown;
}

const fields = ['messages', 'covers', 'patches', 'comments', 'patches_per_series', 'covers_per_series'];

/**
 * @param path Of a file below the folder of patches.
 * @returns Whether all labelled files are right or have a reason; also where there is nothing to measure.
 */
export async function printSeries(path: (name: string) => string): Promise<boolean> {
  if (!existsSync(path('series.jsonl'))) return true;
  const rows = readFileSync(path('series.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Labelled);
  const reasons = JSON.parse(
    readFileSync(new URL('../fixtures/patch/series-misses.json', import.meta.url), 'utf8'),
  ) as Readonly<Record<string, string>>;
  const misses: string[] = [];
  for (const row of rows) {
    const {mails} = await readSubmission([{name: row.file, bytes: readFileSync(path(row.file))}]);
    const read = seriesToData(mails);
    const wrong = fields.filter(
      (field) => row[field] !== null && JSON.stringify(read[field]) !== JSON.stringify(row[field]),
    );
    if (wrong.length > 0) misses.push(`${row.file}  ${wrong.join(', ')}: ${reasons[row.file] ?? 'no reason is given'}`);
  }
  console.log(`\n=== series: ${rows.length} mailboxes, ${rows.length - misses.length} as they were sent`);
  for (const miss of misses) console.log(miss);
  return misses.every((miss) => !miss.endsWith('no reason is given'));
}
