/**
 * Sources become documents, documents become one knowledge base.
 */
import type {Nodes} from 'mdast';
import {curate} from './curation.js';
import {assessDamage, deadenLinks} from './damage/index.js';
import {entriesOf} from './entries/index.js';
import type {Entry} from './entry.js';
import {knowledgeOf, type DocumentInfo, type Loaded, type Parts} from './knowledge.js';
import {parseDocument} from './parse/index.js';
import type {Prepared} from './prepared.js';
import {buildIndex} from './search/index-state.js';
import {Search} from './search/index.js';
import type {Topic} from './search/topic.js';
import {readCuration, type Curation} from './source/bundled.js';
import {openSource} from './source/open.js';
import {SourceError, staleError, type Source, type SourceSpec} from './source/source.js';
import type {Fetch} from './source/url.js';

/** A document with its entries, before documents are joined. */
interface LoadedDocument {
  readonly info: DocumentInfo;
  readonly entries: readonly Entry[];
}

/**
 * Sources that are loaded again and again.
 *
 * A document that was good once stays until its source gives another good one: a file that is being written, or a page
 * without entries, takes nothing from the readers.
 */
export class Library {
  readonly #sources: readonly Source[];
  readonly #lastGood = new Map<Source, LoadedDocument>();

  /**
   * @param specs In the order of preference; where two documents have an entry of one id, the first stands.
   * @param fetchUrl For sources that are addresses.
   */
  constructor(specs: readonly SourceSpec[], fetchUrl: Fetch = fetch) {
    this.#sources = specs.map((spec) => openSource(spec, fetchUrl));
  }

  /** @throws SourceError when no source at all could be used: the first one's. */
  async load(): Promise<Loaded> {
    const failures: SourceError[] = [];
    const documents: LoadedDocument[] = [];
    for (const source of this.#sources) {
      try {
        const document = await loadDocument(source);
        this.#lastGood.set(source, document);
        documents.push(document);
        if (source.stale) failures.push(source.stale);
      } catch (error) {
        if (!(error instanceof SourceError)) throw error;
        const lastGood = this.#lastGood.get(source);
        if (lastGood) documents.push(lastGood);
        failures.push(lastGood ? staleError(error, lastGood.info.revision) : error);
      }
    }
    const [first] = failures;
    if (documents.length === 0) throw first ?? new SourceError('No source is named. Name one with --source PATH.', '');
    const {parts, topics} = partsOf(documents, await readCuration());
    return {knowledge: knowledgeOf(parts, new Search(topics)), failures};
  }
}

async function loadDocument(source: Source): Promise<LoadedDocument> {
  const {name, text, revision, bytes, pageUrl: url} = await source.read();
  const parsed = await parseDocument(name, text);
  const {title, entries, problems} = entriesOf(parsed, {name, ...(url === undefined ? {} : {url})});
  if (entries.length === 0) {
    throw new SourceError(
      `${source.named} has no questions and no sections with text. Name a document in the Q:/A: form of the BPF HOWTO.`,
      source.named,
    );
  }
  const reasons = assessDamage(text, entries);
  const info: DocumentInfo = {
    name,
    title,
    revision,
    bytes,
    problems,
    entryCount: entries.length,
    ...(url === undefined ? {} : {url}),
    ...(reasons.length > 0 ? {damage: {reasons}} : {}),
  };
  return {info, entries: reasons.length > 0 ? entries.map(deadenLinks) : entries};
}

function partsOf(documents: readonly LoadedDocument[], curation: Curation): {parts: Parts; topics: readonly Topic[]} {
  const byId = new Map<string, Entry>();
  for (const {entries} of documents) for (const entry of entries) if (!byId.has(entry.id)) byId.set(entry.id, entry);
  const entries = [...byId.values()];
  const {elsewhere} = curation;
  const curated = curate(curation.phrases, curation.notes);
  const notes = new Map(entries.map(({id}) => [id, curated.notesOf(id)]));
  const topics = [
    ...entries.map((entry) => entryTopic(entry, curated.phrasesOf(entry.id))),
    ...elsewhere.map((one): Topic => ({elsewhere: one, titles: [one.topic], phrases: one.phrases, body: ''})),
  ];
  return {parts: {entries, documents: documents.map(({info}) => info), notes, elsewhere}, topics};
}

/** The bundled HOWTO as data that `restore` makes a knowledge base of again. */
export async function prepareBundled(): Promise<Prepared> {
  const document = await loadDocument(openSource({type: 'bundled'}, fetch));
  const {parts, topics} = partsOf([document], await readCuration());
  return {parts, index: buildIndex(topics)};
}

/** An entry as search sees it. */
export function entryTopic(entry: Entry, phrases: readonly string[]): Topic {
  const heading = entry.heading.replace(/^Q\d*[:.]\s*/, '');
  return {entry, titles: [heading, entry.question], phrases, body: textOf(entry.answer)};
}

function textOf(node: Nodes): string {
  if ('value' in node) return node.type === 'html' ? '' : node.value;
  if (!('children' in node)) return '';
  const separator =
    node.type === 'paragraph' || node.type === 'heading' || node.type === 'link' || node.type === 'strong' ? '' : '\n';
  return node.children.map(textOf).join(separator);
}
