/**
 * Inline markup: literals, emphasis, roles, references, addresses.
 *
 * One pass from left to right. A start string whose end is nowhere ahead is remembered, so that no text makes the
 * scan look twice for the same missing end. Source: reStructuredText Markup Specification, "Inline markup".
 */
import type {PhrasingContent} from 'mdast';
import {phraseNodes, refNode, targetNode} from './inline-reference.js';
import {isQuoted, isSpace, mayFollow, mayPrecede} from './punctuation.js';
import type {Document} from './document.js';
import {roleNodes} from './roles.js';
import type {Span} from './span.js';
import {unescape} from './unescape.js';
import {findAddresses} from './uri.js';

const wordChar = /[\p{L}\p{N}]/u;

interface Reader {
  readonly span: Span;
  readonly document: Document;
  readonly nodes: PhrasingContent[];
  /** End strings that do not come any more in this span. */
  readonly missing: Set<string>;
  /** Where reading began anew behind a piece or a mark that opens nothing: markup may start there. */
  fresh: number;
}

/** Nodes found, and where reading goes on. */
interface Piece {
  readonly nodes: readonly PhrasingContent[];
  readonly from: number;
  readonly to: number;
}

/** Read the inline markup of a span. Adjacent text is one node; white space is folded to single spaces. */
export function parseInlines(span: Span, document: Document): PhrasingContent[] {
  const reader: Reader = {span, document, nodes: [], missing: new Set(), fresh: 0};
  const {text} = span;
  let plainFrom = 0;
  let at = 0;
  while (at < text.length) {
    const char = text.charAt(at);
    if (char === '\\') {
      at += 2;
      continue;
    }
    const piece = markupAt(reader, at, char);
    if (typeof piece === 'number') {
      at = piece;
    } else {
      addPlain(reader, plainFrom, piece.from);
      for (const node of piece.nodes) addNode(reader, node);
      at = plainFrom = reader.fresh = piece.to;
    }
  }
  addPlain(reader, plainFrom, text.length);
  return reader.nodes;
}

/** Add a node; text that follows text becomes one with it. */
function addNode(reader: Reader, node: PhrasingContent): void {
  const last = reader.nodes.at(-1);
  if (node.type === 'text' && last?.type === 'text' && !reader.document.isWaiting(last) && !reader.document.isWaiting(node)) {
    last.value += node.value;
    if (last.position && node.position) last.position = {start: last.position.start, end: node.position.end};
  } else reader.nodes.push(node);
}

/** What starts at a character: a piece, or the place to go on from where nothing does. */
function markupAt(reader: Reader, at: number, char: string): Piece | number {
  const {text} = reader.span;
  const before = at === reader.fresh ? '' : previous(text, at);
  const isStart = mayPrecede(before);
  switch (char) {
    case '*': {
      const mark = text.startsWith('**', at) ? '**' : '*';
      return (isStart && simpleAt(reader, at, mark, before)) || at + mark.length;
    }
    case '`':
      if (text.startsWith('``', at)) return (isStart && literalAt(reader, at, before)) || at + 2;
      return (isStart && backquoteAt(reader, at, at, '', before)) || at + 1;
    case '|':
      return (isStart && text[at + 1] !== '|' && substitutionAt(reader, at, before)) || at + 1;
    case '[':
      return (isStart && footnoteAt(reader, at)) || at + 1;
    case '_':
      if (isStart && text[at + 1] === '`') return inlineTargetAt(reader, at, before) ?? at + 2;
      return at + 1;
    case ':':
      return (isStart && roleAt(reader, at, before)) || at + 1;
    default:
      return wordChar.test(char) ? wordAt(reader, at, isStart) : at + 1;
  }
}

/** The character before a place; white space where it is escaped, since `\ ` stands for nothing but parts markup. */
function previous(text: string, at: number): string {
  if (at === 0) return '';
  return text[at - 2] === '\\' && text[at - 1] === ' ' ? ' ' : text.charAt(at - 1);
}

/** Where an end string stands whose neighbours let it end there; -1 where it never comes. */
function findEnd(reader: Reader, mark: string, from: number, escapes: boolean): number {
  const key = escapes ? mark : mark + ' literal';
  if (reader.missing.has(key)) return -1;
  const {text} = reader.span;
  for (let at = text.indexOf(mark, from); at >= 0; at = text.indexOf(mark, at + 1)) {
    const before = text.charAt(at - 1);
    if (at > from && !isSpace(before) && !(escapes && isEscaped(text, at)) && mayFollow(text.charAt(at + mark.length)))
      return at;
  }
  reader.missing.add(key);
  return -1;
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text[at - 1 - slashes] === '\\') slashes++;
  return slashes % 2 === 1;
}

function mayStart(text: string, end: number, before: string): boolean {
  const after = text.charAt(end);
  return !isSpace(after) && !isQuoted(before, after);
}

function simpleAt(reader: Reader, at: number, mark: '*' | '**', before: string): Piece | undefined {
  const {span, document} = reader;
  const inner = at + mark.length;
  if (!mayStart(span.text, inner, before)) return undefined;
  const end = findEnd(reader, mark, inner, true);
  if (end < 0) {
    document.problem(span.point(at), `\`${mark}\` that opens`, `a \`${mark}\` that closes`);
    return undefined;
  }
  const to = end + mark.length;
  const value = unescape(span.text.slice(inner, end));
  const children = [{type: 'text' as const, value, position: span.position(inner, end)}];
  const position = span.position(at, to);
  const node: PhrasingContent =
    mark === '*' ? {type: 'emphasis', children, position} : {type: 'strong', children, position};
  return {nodes: [node], from: at, to};
}

function literalAt(reader: Reader, at: number, before: string): Piece | undefined {
  const {span, document} = reader;
  if (!mayStart(span.text, at + 2, before)) return undefined;
  const end = findEnd(reader, '``', at + 2, false);
  if (end < 0) {
    document.problem(span.point(at), '"``" that opens', '"``" that closes');
    return undefined;
  }
  const value = span.text.slice(at + 2, end).replace(/\n/g, ' ');
  return {nodes: [{type: 'inlineCode', value, position: span.position(at, end + 2)}], from: at, to: end + 2};
}

const simpleName = /(?:(?!_)[\p{L}\p{N}_])+(?:[-._+:](?:(?!_)[\p{L}\p{N}_])+)*/uy;

/** End of the simple name that starts at a place; the place itself where there is none. Source: `simplename`. */
function nameEnd(text: string, at: number): number {
  simpleName.lastIndex = at;
  return simpleName.test(text) ? simpleName.lastIndex : at;
}

/** A word: a reference when `_` or `__` follows, otherwise skipped whole. */
function wordAt(reader: Reader, at: number, isStart: boolean): Piece | number {
  const {span, document} = reader;
  const end = nameEnd(span.text, at);
  if (end === at) return at + 1;
  if (span.text[end] !== '_' || !isStart) return end;
  const to = span.text[end + 1] === '_' ? end + 2 : end + 1;
  if (!mayFollow(span.text.charAt(to))) return to;
  const name = span.text.slice(at, end);
  return {
    nodes: [refNode(span, document, {from: at, to, name, anonymous: to - end === 2, textEnd: end})],
    from: at,
    to,
  };
}

function roleAt(reader: Reader, at: number, before: string): Piece | undefined {
  const {text} = reader.span;
  const end = nameEnd(text, at + 1);
  if (end === at + 1 || text[end] !== ':' || text[end + 1] !== '`' || text[end + 2] === '`') return undefined;
  return backquoteAt(reader, at, end + 1, text.slice(at + 1, end), before);
}

/** Interpreted text or a phrase reference whose back-quote stands at `quote`. */
function backquoteAt(reader: Reader, from: number, quote: number, prefix: string, before: string): Piece | undefined {
  const {span, document} = reader;
  const {text} = span;
  const inner = quote + 1;
  if (isSpace(text.charAt(inner)) || (prefix === '' && isQuoted(before, text.charAt(inner)))) return undefined;
  if (reader.missing.has('`')) return undefined;
  for (let end = text.indexOf('`', inner); end >= 0; end = text.indexOf('`', end + 1)) {
    if (end === inner || isSpace(text.charAt(end - 1)) || isEscaped(text, end)) continue;
    let to = end + 1;
    let suffix = '';
    if (text[to] === ':') {
      const nameTo = nameEnd(text, to + 1);
      if (nameTo > to + 1 && text[nameTo] === ':') {
        suffix = text.slice(to + 1, nameTo);
        to = nameTo + 1;
      }
    }
    const marks = suffix ? 0 : text.startsWith('__', to) ? 2 : text[to] === '_' ? 1 : 0;
    if (!mayFollow(text.charAt(to + marks))) {
      if (suffix === '' || !mayFollow(text.charAt(end + 1))) continue;
      to = end + 1;
      suffix = '';
    }
    to += marks;
    if (marks > 0 && prefix === '')
      return {nodes: phraseNodes(span, document, {from, to, inner, end, anonymous: marks === 2}), from, to};
    return {nodes: roleNodes(span, document, {from, to, inner, end, role: prefix || suffix}), from, to};
  }
  reader.missing.add('`');
  document.problem(span.point(from), 'a back-quote that opens', 'a back-quote that closes');
  return undefined;
}

function inlineTargetAt(reader: Reader, at: number, before: string): Piece | undefined {
  const {span, document} = reader;
  if (!mayStart(span.text, at + 2, before)) return undefined;
  const end = findEnd(reader, '`', at + 2, true);
  if (end < 0) return undefined;
  return {nodes: [targetNode(span, document, at + 2, end)], from: at, to: end + 1};
}

function substitutionAt(reader: Reader, at: number, before: string): Piece | undefined {
  const {span, document} = reader;
  if (!mayStart(span.text, at + 1, before) || reader.missing.has('|')) return undefined;
  for (let end = span.text.indexOf('|', at + 1); end >= 0; end = span.text.indexOf('|', end + 1)) {
    if (end === at + 1 || isSpace(span.text.charAt(end - 1)) || isEscaped(span.text, end)) continue;
    let to = end + 1;
    while (to < end + 3 && span.text[to] === '_') to++;
    if (!mayFollow(span.text.charAt(to))) continue;
    const name = unescape(span.text.slice(at + 1, end));
    return {nodes: document.substitutionNodes(name, span.position(at, to)), from: at, to};
  }
  reader.missing.add('|');
  return undefined;
}

function footnoteAt(reader: Reader, at: number): Piece | undefined {
  const {span, document} = reader;
  const {text} = span;
  let end = at + 1;
  if (text[end] === '#' || text[end] === '*') end++;
  if (text[end - 1] !== '*') end = nameEnd(text, end);
  if (end === at + 1 || !text.startsWith(']_', end) || !mayFollow(text.charAt(end + 2))) return undefined;
  const label = text.slice(at + 1, end);
  return {nodes: [document.footnoteReference(label, span.position(at, end + 2))], from: at, to: end + 2};
}

/** Text without markup: addresses in it become links, the rest one text node each. */
function addPlain(reader: Reader, from: number, to: number): void {
  if (from >= to) return;
  const {span} = reader;
  const raw = span.text.slice(from, to);
  let done = 0;
  const addText = (end: number): void => {
    const value = unescape(raw.slice(done, end));
    if (value) addNode(reader, {type: 'text', value, position: span.position(from + done, from + end)});
  };
  for (const address of findAddresses(raw)) {
    addText(address.from);
    const value = unescape(raw.slice(address.from, address.to));
    const isMail = address.type === 'mail';
    const position = span.position(from + address.from, from + address.to);
    reader.nodes.push({
      type: 'link',
      url: isMail && !value.toLowerCase().startsWith('mailto:') ? `mailto:${value}` : value,
      children: [{type: 'text', value, position}],
      data: {kind: isMail ? 'mailto' : 'url'},
      position,
    });
    done = address.to;
  }
  addText(raw.length);
}
