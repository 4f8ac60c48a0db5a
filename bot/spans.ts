/**
 * Phrasing content becomes a row of spans: text with a face and perhaps an address.
 *
 * All text of people and documents passes `visible` here on its way to plain text and to the terminal.
 */
import type {Nodes, PhrasingContent} from 'mdast';
import {visible} from './visible.js';

/** Text of one face on one line. */
export interface Span {
  readonly text: string;
  readonly strong?: true;
  readonly emphasis?: true;
  readonly code?: true;
  /** Absolute address to open: https, http or mailto. */
  readonly url?: string;
}

type Face = Omit<Span, 'text'>;

const openable = /^(?:https?:\/\/|mailto:)[\u0021-\u007e]+$/iu;
/** Deeper than any hand writes; below it faces are dropped and the text is kept. */
const maxDepth = 30;

/**
 * @returns One row of spans per line: a hard break starts a new row. Never empty.
 */
export function phrasingToSpans(nodes: readonly PhrasingContent[], face: Face = {}): Span[][] {
  const rows: Span[][] = [[]];
  for (const node of nodes) add(rows, node, face, 0);
  return rows;
}

function add(rows: Span[][], node: PhrasingContent, face: Face, depth: number): void {
  if (depth > maxDepth) return push(rows, oneLine(textOf(node)), face);
  switch (node.type) {
    case 'text':
      return push(rows, oneLine(node.value), face);
    case 'inlineCode':
      return push(rows, oneLine(node.value), {...face, code: true});
    case 'break':
      rows.push([]);
      return;
    case 'html':
      // Comments are not for readers; any other markup is shown as it is written, never run.
      return node.data?.kind === 'comment' || node.value.startsWith('<!--')
        ? undefined
        : push(rows, oneLine(node.value), face);
    case 'image':
      return push(rows, oneLine(node.alt ?? ''), withUrl(face, node.url));
    case 'imageReference':
      return push(rows, oneLine(node.alt ?? ''), face);
    case 'footnoteReference':
      return push(rows, `[${oneLine(node.label ?? node.identifier)}]`, face);
    case 'link':
      return addAll(rows, node.children, withUrl(face, node.url), depth);
    case 'strong':
      return addAll(rows, node.children, {...face, strong: true}, depth);
    case 'emphasis':
      return addAll(rows, node.children, {...face, emphasis: true}, depth);
    case 'delete':
    case 'linkReference':
      return addAll(rows, node.children, face, depth);
  }
}

function addAll(rows: Span[][], nodes: readonly PhrasingContent[], face: Face, depth: number): void {
  for (const node of nodes) add(rows, node, face, depth + 1);
}

function push(rows: Span[][], text: string, face: Face): void {
  if (text !== '') rows.at(-1)?.push({text, ...face});
}

/** A break of the source's line is a space of the reader's. */
function oneLine(text: string): string {
  return visible(text).replace(/[ \t]*\n[ \t]*/gu, ' ');
}

function withUrl(face: Face, url: string): Face {
  return openable.test(url) ? {...face, url} : face;
}

/** All text below a node, without recursion, so that no depth of nesting is too much. */
export function textOf(root: Nodes): string {
  const parts: string[] = [];
  const waiting: Nodes[] = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if ('children' in node) for (const child of node.children.toReversed()) waiting.push(child);
    else if ('value' in node) parts.push(node.value);
    else if ('alt' in node && node.alt) parts.push(node.alt);
  }
  return parts.join('');
}

/**
 * For places without links: the address follows the words it stands on, unless they are the address.
 *
 * @returns New spans without `url`.
 */
export function spellLinks(spans: readonly Span[]): Span[] {
  const spelled: Span[] = [];
  let words = '';
  for (const [at, {url, ...span}] of spans.entries()) {
    spelled.push(span);
    if (url === undefined) continue;
    words += span.text;
    if (spans[at + 1]?.url === url) continue;
    const address = url.replace(/^mailto:/iu, '');
    if (words !== address && words !== url) spelled.push({text: ` (${address})`});
    words = '';
  }
  return spelled;
}
