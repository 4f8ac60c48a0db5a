/**
 * Spans become elements of rich text. They are literal: Slack reads no markup, mention or emoji out of them, so there
 * is nothing to escape and nothing to inject.
 *
 * Source: Block Kit reference, "Rich text block".
 */
import type {types} from '@slack/bolt';
import type {Span} from '../../bot/spans.js';
import {literal} from './text.js';

/** The elements this bot uses; the others ping, or show what a text should show. */
export type RichText = types.RichTextText | types.RichTextLink;

/** @returns One list for all rows, with line feeds between them. No element is empty. */
export function spansToRich(rows: readonly (readonly Span[])[]): RichText[] {
  return joinRich(rows.map(rowToRich), '\n');
}

/** For preformatted text, which has links and no faces. */
export function spansToCode(rows: readonly (readonly Span[])[]): RichText[] {
  return spansToRich(rows.map((row) => row.map(({text, url}) => (url === undefined ? {text} : {text, url}))));
}

/** Elements of several texts as those of one. */
export function joinRich(parts: readonly (readonly RichText[])[], glue: string): RichText[] {
  const joined: RichText[] = [];
  for (const [at, part] of parts.entries()) {
    if (at > 0) push(joined, {type: 'text', text: glue});
    for (const element of part) push(joined, element);
  }
  return joined;
}

/** Whether there is something to see. Slack refuses texts that are nothing but blanks. */
export function isBlank(elements: readonly RichText[]): boolean {
  return elements.every((element) => element.type === 'text' && element.text.trim() === '');
}

/** An address to press, or just its text where it is none that a chat may open. */
export function addressSpan(url: string): Span {
  return /^https?:\/\/[\u0021-\u007e]+$/iu.test(url) ? {text: url, url} : {text: url};
}

function rowToRich(spans: readonly Span[]): RichText[] {
  return runsOf(spans).flatMap((run) => {
    const url = run[0]?.url;
    if (url === undefined || !poses(run, url)) return run.map((span) => spanToRich(span, url));
    return [...run.map((span) => spanToRich(span)), ...spelled(url)];
  });
}

/** Neighbours that lead to the same address together. */
function runsOf(spans: readonly Span[]): Span[][] {
  const runs: Span[][] = [];
  for (const span of spans) {
    const last = runs.at(-1);
    if (last && last[0]?.url === span.url) last.push(span);
    else runs.push([span]);
  }
  return runs;
}

function spanToRich({text: shown, strong, emphasis, code}: Span, url?: string): RichText {
  const text = literal(shown);
  const face = {...(strong && {bold: true}), ...(emphasis && {italic: true}), ...(code && {code: true})};
  const style = Object.keys(face).length > 0 ? {style: face} : {};
  return url === undefined ? {type: 'text', text, ...style} : {type: 'link', url, text, ...style};
}

/** Whether the words of a link look like an address and are not the one it leads to. */
function poses(run: readonly Span[], url: string): boolean {
  const words = run.map(({text}) => text).join('');
  if (!/:\/\/|@|^www\.|^[\w-]+(?:\.[\w-]+)+(?:\/|$)/iu.test(words)) return false;
  const shown = words.replace(/\/$/u, '');
  return ![url, bare(url), url.replace(/^https?:\/\//iu, '')].some((address) => address.replace(/\/$/u, '') === shown);
}

function spelled(url: string): RichText[] {
  return [
    {type: 'text', text: ' ('},
    {type: 'link', url, text: bare(url)},
    {type: 'text', text: ')'},
  ];
}

function bare(url: string): string {
  return url.replace(/^mailto:/iu, '');
}

/** Neighbours without a face become one element. */
function push(elements: RichText[], element: RichText): void {
  const last = elements.at(-1);
  if (last?.type === 'text' && element.type === 'text' && !last.style && !element.style)
    elements[elements.length - 1] = {type: 'text', text: literal(last.text + element.text)};
  else if (element.type === 'link' || element.text !== '') elements.push(element);
}
