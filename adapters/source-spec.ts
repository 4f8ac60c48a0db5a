/**
 * How sources are named by operators: in HOWTO_SOURCE and after `--source`.
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
