/**
 * Phrasing content becomes a row of spans: text with a face and perhaps an address.
 *
 * All text of people and documents passes `visible` here on its way to plain text and to the terminal.
 */
import type {Html, Nodes, PhrasingContent} from 'mdast';
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
  if (node.type === 'break') rows.push([]);
  else if ('children' in node && depth <= maxDepth) {
    const inner = innerFace(node, face);
    for (const child of node.children) add(rows, child, inner, depth + 1);
  } else {
    const text = visible(textOf(node)).replace(/[ \t]*\n[ \t]*/gu, ' ');
    if (text !== '') rows.at(-1)?.push({text, ...innerFace(node, face)});
  }
}

function innerFace(node: PhrasingContent, face: Face): Face {
  switch (node.type) {
    case 'strong':
      return {...face, strong: true};
    case 'emphasis':
      return {...face, emphasis: true};
    case 'inlineCode':
      return {...face, code: true};
    case 'link':
    case 'image':
      return openable.test(node.url) ? {...face, url: node.url} : face;
    case 'text':
    case 'delete':
    case 'linkReference':
    case 'imageReference':
    case 'footnoteReference':
    case 'break':
    case 'html':
      return face;
  }
}

/** All text below a node, without recursion, so that no depth of nesting is too much. */
export function textOf(root: Nodes): string {
  const parts: string[] = [];
  const waiting: Nodes[] = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if ('children' in node) for (const child of node.children.toReversed()) waiting.push(child);
    else parts.push(ownText(node));
  }
  return parts.join('');
}

function ownText(leaf: Nodes): string {
  if ('alt' in leaf) return leaf.alt ?? '';
  if (leaf.type === 'footnoteReference') return `[${leaf.label ?? leaf.identifier}]`;
  // Comments are not for readers; any other markup is shown as it is written, never run.
  if (leaf.type === 'html' && isComment(leaf)) return '';
  return 'value' in leaf ? leaf.value : '';
}

export function isComment(html: Html): boolean {
  return html.data?.kind === 'comment' || html.value.startsWith('<!--');
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
