/**
 * The topics that search is built of, for fitting and measuring: the bundled HOWTO or another document.
 */
import {entriesOf} from '../../knowledge/entries/index.js';
import {curate} from '../../knowledge/curation.js';
import {entryTopic} from '../../knowledge/library.js';
import {parseDocument} from '../../knowledge/parse/index.js';
import {readBundled, readCuration} from '../../knowledge/source/bundled.js';
import {readPath} from '../../knowledge/source/path.js';
import type {Topic} from '../../knowledge/search/topic.js';

export async function topicsOf(path?: string): Promise<Topic[]> {
  const source = path === undefined ? await readBundled() : await readPath(path);
  const curation = await readCuration();
  const {entries} = entriesOf(await parseDocument(source.name, source.text), {name: source.name});
  const curated = curate(curation.phrases, curation.notes);
  return [
    ...entries.map((entry) => entryTopic(entry, curated.phrasesOf(entry.id))),
    ...curation.elsewhere.map((elsewhere): Topic => ({
      elsewhere,
      titles: [elsewhere.topic],
      phrases: elsewhere.phrases,
      body: '',
    })),
  ];
}
