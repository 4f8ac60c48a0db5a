/**
 * Parsing: the bundled HOWTO, and all of a kernel's Documentation where a folder is named.
 */
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {entriesOf} from '../../knowledge/entries/index.js';
import {parseRst} from '../../knowledge/parse/index.js';
import type {Row} from './table.js';
import {median, timeMs, timesMs} from './timing.js';

const rounds = 200;
const warmUp = 100;

/** @param text The bundled HOWTO. */
export function benchHowto(text: string): Row[] {
  const parsed = parseRst(text);
  return [
    {
      what: 'parse the bundled HOWTO, warm, median',
      value: median(timesMs(() => parseRst(text), rounds, warmUp)),
      unit: 'ms',
      goal: {of: 'value', most: 5},
    },
    {
      what: 'entries of the bundled HOWTO, warm, median',
      value: median(timesMs(() => entriesOf(parsed, {name: 'bpf.rst'}), rounds, warmUp)),
      unit: 'ms',
    },
  ];
}

/** @param folder `Documentation` of a kernel tree, if one is given. */
export function benchKernel(folder: string | undefined): Row[] {
  const what = 'parse all of a kernel Documentation folder';
  if (folder === undefined) return [{what, reason: 'name a folder as an argument or in BPF_HOWTO_KERNEL_DOCS'}];
  const files = readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .filter((name) => name.endsWith('.rst'))
    .map((name) => ({name, text: readFileSync(join(folder, name), 'utf8')}));
  if (files.length === 0) return [{what, reason: `${folder} has no .rst files`}];
  const megabytes = files.reduce((sum, {text}) => sum + Buffer.byteLength(text), 0) / 1e6;
  const timed = files.map(({name, text}) => ({name, ms: timeMs(() => parseRst(text))}));
  const totalMs = timed.reduce((sum, {ms}) => sum + ms, 0);
  const slowest = timed.reduce((one, other) => (other.ms > one.ms ? other : one));
  return [
    {what: `parse ${files.length} kernel documents, ${megabytes.toFixed(1)} MB`, value: totalMs / 1000, unit: 's'},
    {what: `slowest of them: ${slowest.name}`, value: slowest.ms, unit: 'ms'},
  ];
}
