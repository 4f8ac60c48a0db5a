/**
 * Actions as short texts, for buttons that carry them, and back.
 *
 * An entry is written as the first 48 bits of a hash of its id, since ids grow with their questions and a button of
 * Discord holds 100 characters. Written actions outlive a restart; one whose entry is gone reads as nothing.
 * Source of the limit: Discord, "Component object", custom_id.
 */
import {createHash} from 'node:crypto';
import type {Knowledge} from '../knowledge/index.js';
import type {Action} from './message.js';
import {formatPrefixAsk, parsePrefixAsk} from './patch/prefix-ask.js';
import {sectionsOf} from './sections.js';

/** @returns At most 40 characters of `A–Z a–z 0–9 - _ .`; for a prefix, at most 95, and for a check, 80. */
export function formatAction(action: Action): string {
  switch (action.type) {
    case 'show':
      return `show.${reference(action.entry)}.${action.page}`;
    case 'share':
      return `share.${reference(action.entry)}.${action.page}`;
    case 'related':
      return `related.${reference(action.entry)}`;
    case 'other':
      return ['other', ...action.nearest.slice(0, 3).map(reference)].join('.');
    case 'rate':
      return `${action.helpful ? 'helped' : 'failed'}.${reference(action.entry)}`;
    case 'remove':
      return `remove.${action.asker}`;
    case 'prefix':
      return `prefix.${formatPrefixAsk(action.ask)}`;
    case 'check':
      return `check.${action.to}.${action.page}.${action.reference}`;
    case 'browse':
      return action.section ? `browse.${sectionReference(action.section)}` : 'browse';
  }
}

/** @returns Undefined for text that is no action, or that names what this knowledge does not have. */
export function parseAction(text: string, knowledge: Knowledge): Action | undefined {
  const [type = '', ...parts] = text.split('.');
  if (type === 'remove') return parseRemove(parts);
  if (type === 'prefix') {
    const ask = parsePrefixAsk(parts.join('.'));
    return ask && {type, ask};
  }
  if (type === 'check') return parseCheck(parts);
  const entries = parts.map((part) => knowledge.entries.find(({id}) => reference(id) === part)?.id);
  const [entry] = entries;
  if (type === 'browse') return parseBrowse(parts, knowledge);
  if (type === 'other' && parts.length <= 3) return {type, nearest: entries.filter((id) => id !== undefined)};
  if (!entry) return undefined;
  if (type === 'related' && parts.length === 1) return {type, entry};
  if ((type === 'helped' || type === 'failed') && parts.length === 1) {
    return {type: 'rate', entry, helpful: type === 'helped'};
  }
  if ((type === 'show' || type === 'share') && parts.length === 2 && /^[1-9]\d{0,3}$/u.test(parts[1] ?? '')) {
    return {type, entry, page: Number(parts[1])};
  }
  return undefined;
}

/** Ids of people are letters and digits on Slack (`U0123ABCD`) and digits on Discord. */
function parseRemove([asker = '', ...more]: readonly string[]): Action | undefined {
  return /^[A-Za-z\d]{1,32}$/u.test(asker) && more.length === 0 ? {type: 'remove', asker} : undefined;
}

/** The reference is the platform's, which reads it back; nothing but its shape is known here. */
function parseCheck([to = '', page = '', reference = '', ...more]: readonly string[]): Action | undefined {
  const fits = /^[\w-]{1,60}$/u.test(reference) && /^[1-9]\d{0,2}$/u.test(page) && more.length === 0;
  return fits && (to === 'asker' || to === 'place') ? {type: 'check', to, page: Number(page), reference} : undefined;
}

function parseBrowse(parts: readonly string[], knowledge: Knowledge): Action | undefined {
  if (parts.length === 0) return {type: 'browse'};
  const section = sectionsOf(knowledge).find(({path}) => sectionReference(path) === parts[0])?.path;
  return section && parts.length === 1 ? {type: 'browse', section} : undefined;
}

function reference(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 8);
}

function sectionReference(path: readonly string[]): string {
  return reference(JSON.stringify(path));
}
