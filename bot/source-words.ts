/**
 * How the source of a rule is named, and where it is read.
 */
import type {Knowledge} from '../knowledge/index.js';
import {documents, type Source} from './patch/rules/source.js';

/** Release of the kernel from which on a document is newer than the HOWTO, whose text did not change since. */
const newerFrom = 7;

/** For a place that has a link, or little room. */
export function shortSourceName(source: Source): string {
  if (source.type === 'howto') return 'HOWTO';
  return source.type === 'tool' ? source.name : kernelName(source);
}

export function sourceName(source: Source, knowledge: Knowledge): string {
  switch (source.type) {
    case 'howto': {
      const entry = knowledge.entry(source.entry);
      return entry ? `HOWTO, "${entry.question}"` : 'HOWTO';
    }
    case 'kernel':
      return kernelName(source);
    case 'tool':
      return source.name;
  }
}

function kernelName({document, release}: Extract<Source, {type: 'kernel'}>): string {
  const isNewer = Number(release.split('.')[0]) >= newerFrom;
  return `${documents[document].title}, Linux ${release}${isNewer ? ', newer than the HOWTO' : ''}`;
}

export function sourceUrl(source: Source, knowledge: Knowledge): string | undefined {
  if (source.type === 'kernel') return documents[source.document].url;
  return source.type === 'howto' ? knowledge.entry(source.entry)?.origin.url : undefined;
}
