/**
 * Where the merge window is read from, and where what was seen of it is kept.
 */
import {join} from 'node:path';
import {createWatch, type ReleasesSource, type ViewWindow} from '../bot/window/watch.js';
import {openSource, type Hoped, type SourceSpec} from '../knowledge/index.js';
import type {Settings} from './config.js';
import type {Log} from './log.js';
import {windowFile} from './window-file.js';

const hoped: Hoped = {name: 'the list of releases', text: 'the list of releases', file: '.json file'};

export function releasesSource(spec: SourceSpec): ReleasesSource {
  const source = openSource(spec, fetch, hoped);
  return {
    named: source.named,
    async read() {
      const {text} = await source.read();
      // An earlier copy is no look: what was seen in it is kept already, and grows old.
      if (source.stale) throw source.stale;
      return text;
    },
  };
}

/** For the chat platforms, by the clock. */
export function watchReleases({RELEASES_SOURCE, DATA_DIR}: Settings, log: Log): ViewWindow {
  const warn = (sentence: string) => log.warn(sentence);
  return createWatch({
    source: releasesSource(RELEASES_SOURCE),
    store: windowFile(join(DATA_DIR, 'window.json'), warn),
    now: () => new Date(),
    warn,
  });
}
