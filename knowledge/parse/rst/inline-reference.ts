/**
 * References in the text: `name_`, `` `a phrase`_ ``, `` `words <address>`_ ``, and inline targets.
 */
import type {Link, PhrasingContent, Text} from 'mdast';
import type {Position} from 'unist';
import type {Document} from './document.js';
import {normalName} from './ids.js';
import type {Span} from './span.js';
import {unescape} from './unescape.js';

/** A simple reference: one word and its underscore. */
export function refNode(
  span: Span,
  document: Document,
  ref: {
    readonly from: number;
    readonly to: number;
    readonly textEnd: number;
    readonly name: string;
    readonly anonymous: boolean;
  },
): Link {
  const position = span.position(ref.from, ref.to);
  const text: Text = {type: 'text', value: ref.name, position: span.position(ref.from, ref.textEnd)};
  return linkTo(document, text, ref.name, ref.anonymous, position);
}

/** A link around a node, to what has the given name. */
export function linkTo(document: Document, node: Text, name: string, anonymous: boolean, position: Position): Link {
  const link: Link = {type: 'link', url: '', children: [node], data: {kind: 'named-target'}, position};
  document.pending.push({link, at: position.start, ...(anonymous ? {} : {name: normalName(name)})});
  return link;
}

/** A phrase reference, with or without an address of its own. */
export function phraseNodes(
  span: Span,
  document: Document,
  ref: {
    readonly from: number;
    readonly to: number;
    readonly inner: number;
    readonly end: number;
    readonly anonymous: boolean;
  },
): PhrasingContent[] {
  const position = span.position(ref.from, ref.to);
  const raw = span.text.slice(ref.inner, ref.end);
  const embedded = embeddedTarget(raw);
  const words = embedded ? raw.slice(0, embedded.at).trimEnd() : raw;
  const value = words === '' ? (embedded?.target ?? '') : unescape(words);
  const textPosition = span.position(ref.inner, ref.inner + (words.length || raw.length));
  const link: Link = {
    type: 'link',
    url: '',
    children: [{type: 'text', value, position: textPosition}],
    data: {},
    position,
  };
  if (!embedded) {
    link.data = {kind: 'named-target'};
    document.pending.push({link, at: position.start, ...(ref.anonymous ? {} : {name: normalName(value)})});
  } else if (embedded.alias) {
    link.data = {kind: 'named-target'};
    document.pending.push({link, at: position.start, name: normalName(embedded.target)});
    if (!ref.anonymous) document.addTarget(value, {type: 'alias', name: embedded.target}, position.start);
  } else {
    link.url = embedded.target;
    link.data = {kind: 'embedded'};
    if (!ref.anonymous) document.addTarget(value, {type: 'url', url: embedded.target}, position.start);
  }
  return [link];
}

/** The `<address>` or `<name_>` at the end of a phrase. */
export function embeddedTarget(
  raw: string,
): {readonly at: number; readonly target: string; readonly alias: boolean} | undefined {
  if (!raw.endsWith('>') || raw.endsWith('\\>')) return undefined;
  const at = raw.lastIndexOf('<');
  if (at < 0 || (at > 0 && !/\s/.test(raw.charAt(at - 1)))) return undefined;
  const inside = raw.slice(at + 1, -1);
  if (inside === '' || /^\s|\s$/.test(inside) || inside.includes('>')) return undefined;
  if (inside.endsWith('_') && !inside.endsWith('\\_')) {
    return {at, target: unescape(inside.slice(0, -1).replace(/^`|`$/g, '')), alias: true};
  }
  return {at, target: addressOf(inside), alias: false};
}

/** An address as written in a target: line ends and spaces do not count, a bare mail address gets its scheme. */
export function addressOf(raw: string): string {
  const url = unescape(raw.replace(/\s+/g, ''));
  return /^[^\s:/@]+@[^\s:/@]+\.[^\s:/@]+$/.test(url) ? `mailto:${url}` : url;
}

/** `` _`words` ``: the words, which can be referred to. */
export function targetNode(span: Span, document: Document, from: number, to: number): PhrasingContent {
  const value = unescape(span.text.slice(from, to));
  const position = span.position(from, to);
  document.addInternalTarget(value, position.start);
  return {type: 'text', value, position};
}
