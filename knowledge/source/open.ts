/**
 * From the name an operator gave to a source that can be read.
 */
import {readBundled} from './bundled.js';
import {readPath} from './path.js';
import type {Hoped, Source, SourceSpec} from './source.js';
import {UrlSource, type Fetch} from './url.js';

/** @param fetchUrl For addresses. @param hoped Where it is to hold anything but the HOWTO. */
export function openSource(spec: SourceSpec, fetchUrl: Fetch, hoped?: Hoped): Source {
  switch (spec.type) {
    case 'bundled':
      return {named: 'the bundled HOWTO', read: readBundled};
    case 'path':
      return {named: spec.path, read: () => readPath(spec.path, hoped)};
    case 'url':
      return new UrlSource(spec.url, {fetchUrl, ...(hoped ? {hoped} : {})});
  }
}
