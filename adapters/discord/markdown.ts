/**
 * A row of spans becomes one line of Discord Markdown.
 *
 * Faces are never put into one another: code is shown as code alone and bold wins over italics, since no two readers
 * of Discord agree on what touching or nested asterisks mean. The words are always kept.
 */
import type {Span} from '../../bot/spans.js';
import {escapeText, inlineCode} from './escape.js';

type Face = 'code' | 'strong' | 'emphasis' | 'plain';

interface Run {
  readonly face: Face;
  readonly text: string;
}

/** A longer address is spelled out as text. */
const maxAddressChars = 500;
/** Discord shows the source of a link whose words look like an address, against phishing. */
const addressLike = /:\/\/|www\./iu;

/**
 * @param masked Whether an address may hide behind words. Not where code in the same text could end such a link: see
 *   `endsLinks`.
 */
export function spansToMarkdown(spans: readonly Span[], masked: boolean): string {
  let line = '';
  for (let from = 0; from < spans.length;) {
    const {url} = spans[from] ?? {};
    let to = from + 1;
    while (to < spans.length && spans[to]?.url === url) to += 1;
    const group = spans.slice(from, to);
    line += url === undefined ? wordsToMarkdown(group, line) : linkToMarkdown(group, url, masked, line);
    from = to;
  }
  return line;
}

/**
 * Whether this code may stand after a link whose address is hidden: a reader that looks for the end of the link does
 * not know code, and would take the address from there.
 */
export function endsLinks(code: string): boolean {
  return code.includes('](');
}

function wordsToMarkdown(spans: readonly Span[], before: string): string {
  let words = '';
  for (const run of mergeRuns(spans)) {
    const shown = runToMarkdown(run, before + words);
    // The end of one face and the beginning of the next could look like the middle of a link.
    words += words.endsWith(']') && shown.startsWith('(') ? `\\${shown}` : shown;
  }
  return words;
}

/** Neighbours of one face together, so that what only means something as a whole is seen whole. */
function mergeRuns(spans: readonly Span[]): Run[] {
  const runs: Run[] = [];
  for (const span of spans) {
    const last = runs.at(-1);
    const face = faceOf(span);
    if (last?.face === face) runs[runs.length - 1] = {face, text: last.text + span.text};
    else runs.push({face, text: span.text});
  }
  return runs;
}

function faceOf({code, strong, emphasis, text}: Span): Face {
  if (code) return 'code';
  if (text.trim() === '') return 'plain';
  return strong ? 'strong' : emphasis ? 'emphasis' : 'plain';
}

function runToMarkdown({face, text}: Run, before: string): string {
  // Marks that touch those of another face, or even an escaped sign like them, are read as one.
  if (face === 'code') return (before.endsWith('`') ? undefined : inlineCode(text)) ?? escapeText(text);
  if (face === 'plain' || before.endsWith('*')) return escapeText(text);
  const mark = face === 'strong' ? '**' : '*';
  const [, lead = '', words = '', trail = ''] = /^(\s*)(.*?)(\s*)$/su.exec(text) ?? [];
  return lead + mark + escapeText(words) + mark + trail;
}

function linkToMarkdown(spans: readonly Span[], url: string, masked: boolean, before: string): string {
  const words = spans.map(({text}) => text).join('');
  const shown = wordsToMarkdown(spans, before);
  const address = url.replace(/^mailto:/iu, '');
  if (words === address || words === url) return spellAddress(words);
  const target = linkTarget(url);
  const maskable = masked && target !== undefined && words.trim() !== '' && !/[[\]]/u.test(words);
  if (maskable && !addressLike.test(words)) return `[${wordsToMarkdown(spans, '')}](<${target}>)`;
  return `${shown} (${spellAddress(address)})`;
}

/** The address as its own words: to be opened where that is safe, otherwise as text. In angles it is not embedded. */
function spellAddress(address: string): string {
  const plain = /^https?:\/\/[\w.~:/?#@!$&'+,;=%()-]+$/iu.test(address) && address.length <= maxAddressChars;
  return plain ? `<${address}>` : escapeText(address);
}

/** Discord makes links of http and https only. Signs that would end or break the link are written as their codes. */
function linkTarget(url: string): string | undefined {
  if (!/^https?:\/\/[^[\]]+$/iu.test(url)) return undefined;
  const target = url.replace(
    /["()*<>\\^`{|}~]/gu,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
  return target.length <= maxAddressChars ? target : undefined;
}
