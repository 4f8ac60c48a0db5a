/**
 * How sources are named by operators: in HOWTO_SOURCE and RELEASES_SOURCE, and after `--source` and `--releases`.
 */
import type {SourceSpec} from '../knowledge/index.js';
import {SettingError} from './setting.js';

/**
 * @param text `bundled`, an https address, or a path.
 * @throws SettingError for addresses of other kinds.
 */
export function parseSource(text: string): SourceSpec {
  if (text === 'bundled') return {type: 'bundled'};
  if (text === '') throw new SettingError('A source is `bundled`, a path or an https address, and this one is empty.');
  const scheme = /^([a-z][a-z\d+.-]+):\/\//iu.exec(text)?.[1]?.toLowerCase();
  if (scheme === undefined) return {type: 'path', path: text};
  if (scheme === 'https' || scheme === 'http') return {type: 'url', url: text};
  throw new SettingError(`A source is \`bundled\`, a path or an https address; ${scheme}:// cannot be read.`);
}

/**
 * @param text A path or an https address of a list of releases.
 * @throws SettingError
 */
export function parseReleases(text: string): SourceSpec {
  const hoped = 'The list of releases is at a path or an https address';
  if (text === '' || text === 'bundled') throw new SettingError(`${hoped}; none is bundled.`);
  const spec = parseSource(text);
  if (spec.type !== 'url') return spec;
  const isGood = URL.canParse(text) && new URL(text).username === '' && new URL(text).password === '';
  if (!isGood) throw new SettingError(`${hoped}, without a user or a password in it.`);
  return spec;
}
