/**
 * What is shipped with the program: the BPF HOWTO in our own words, and the data that stands beside it.
 */
import {readFile, writeFile} from 'node:fs/promises';
import type {Elsewhere, Note} from '../entry.js';
import {bpfHowtoPage} from './path.js';
import {textOf} from './read.js';
import type {SourceText} from './source.js';

/** Search phrases by the anchor of their entry. */
export type Phrases = Readonly<Record<string, readonly string[]>>;

/** The data beside the documents. */
export interface Curation {
  readonly phrases: Phrases;
  readonly notes: readonly Note[];
  readonly elsewhere: readonly Elsewhere[];
}

const folder = new URL('../howto/', import.meta.url);

/** Our own BPF HOWTO. Its anchors are upstream's, so its links lead to the kernel's page. */
export async function readBundled(): Promise<SourceText> {
  return textOf('the bundled HOWTO', 'bpf.rst', await readFile(new URL('bpf.rst', folder)), bpfHowtoPage);
}

export async function readCuration(): Promise<Curation> {
  const [submitting, testing, notes, elsewhere] = await Promise.all([
    readJson<Phrases>('phrases/submitting.json'),
    readJson<Phrases>('phrases/testing.json'),
    readJson<readonly Note[]>('notes.json'),
    readJson<readonly Elsewhere[]>('elsewhere.json'),
  ]);
  return {phrases: {...submitting, ...testing}, notes, elsewhere};
}

/** The files are checked against their schema by the tests, not at every start. */
async function readJson<T>(name: string): Promise<T> {
  return JSON.parse(await readFile(new URL(name, folder), 'utf8')) as T;
}

/** Name of the file that a build adds to what is shipped. */
const preparedFile = new URL('prepared.bin', folder);

/** What `writePrepared` stored; undefined where nothing was. */
export async function readPrepared(): Promise<Buffer | undefined> {
  try {
    return await readFile(preparedFile);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw cause;
  }
}

export async function writePrepared(bytes: Uint8Array): Promise<void> {
  await writeFile(preparedFile, bytes);
}
