/**
 * From the name an operator gave to a source that can be read.
 */
import {readBundled} from './bundled.js';
import {readPath} from './path.js';
import type {Source, SourceSpec} from './source.js';
import {UrlSource, type Fetch} from './url.js';

/** @param fetchUrl For addresses. */
export function openSource(spec: SourceSpec, fetchUrl: Fetch): Source {
  switch (spec.type) {
    case 'bundled':
      return {named: 'the bundled HOWTO', read: readBundled};
    case 'path':
      return {named: spec.path, read: () => readPath(spec.path)};
    case 'url':
      return new UrlSource(spec.url, {fetchUrl});
  }
}
