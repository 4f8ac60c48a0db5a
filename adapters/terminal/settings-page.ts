/**
 * `settings`: the table of settings as a reply.
 */
import type {Reply} from '../../bot/message.js';
import type {SettingRow} from '../config.js';
import {page} from './one-shot.js';

export function settingsReply(rows: readonly SettingRow[]): Reply {
  const facts = rows.map((row) => ({
    name: row.name,
    value: `${row.meaning} Type: ${row.type}. Default: ${row.default ?? 'none'}. Now: ${row.value ?? 'not set'}.`,
  }));
  return page(
    [{type: 'facts', rows: facts}],
    rows.map((row) => ({...row})),
  );
}
