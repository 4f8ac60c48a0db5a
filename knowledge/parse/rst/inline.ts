/**
 * Inline markup: literals, emphasis, roles, references, addresses.
 *
 * One pass from left to right. A start string whose end is nowhere ahead is remembered, so that no text makes the
 * scan look twice for the same missing end. Source: reStructuredText Markup Specification, "Inline markup".
 */
import type {PhrasingContent} from 'mdast';
import {linkTo, phraseNodes, refNode, targetNode} from './inline-reference.js';
import {isQuoted, isSpace, mayFollow, mayPrecede} from './punctuation.js';
import type {Document} from './document.js';
import {isWord, nameEnd} from './names.js';
import {addNode, addPlain, type Reader} from './reader.js';
import {roleNodes} from './roles.js';
import type {Span} from './span.js';
import {unescape} from './unescape.js';

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

/** Characters that may open markup; others are passed over. */
const marks = '*`|[_:';

/** What starts at a character: a piece, or the place to go on from where nothing does. */
function markupAt(reader: Reader, at: number, char: string): Piece | number {
  const {text} = reader.span;
  if (isWord(text.codePointAt(at) ?? 0)) return wordAt(reader, at);
  if (!marks.includes(char)) return at + 1;
  const before = previous(reader, at);
  const isDouble = (char === '*' || char === '`') && text[at + 1] === char;
  const opening = mayPrecede(before) ? openingAt(reader, at, isDouble ? char + char : char, before) : undefined;
  return opening ?? at + (isDouble ? 2 : 1);
}

/** What a mark opens, where markup may start. */
function openingAt(reader: Reader, at: number, mark: string, before: string): Piece | number | undefined {
  const next = reader.span.text.charAt(at + 1);
  switch (mark) {
    case '*':
    case '**':
      return simpleAt(reader, at, mark, before);
    case '``':
      return literalAt(reader, at, before);
    case '`':
      return backquoteAt(reader, at, at, '', before);
    case '|':
      return next === '|' ? undefined : substitutionAt(reader, at, before);
    case '[':
      return footnoteAt(reader, at);
    case '_':
      return next === '`' ? inlineTargetAt(reader, at, before) : undefined;
    case ':':
      return roleAt(reader, at, before);
    default:
      return undefined;
  }
}

/** The character before a place; none where reading began anew, white space where it is escaped. */
function previous({span: {text}, fresh}: Reader, at: number): string {
  if (at === fresh) return '';
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

/** Whether a start string stands between matching quotes; then it is text, and reading begins anew behind it. */
function isQuotedStart(reader: Reader, inner: number, before: string): boolean {
  if (!isQuoted(before, reader.span.text.charAt(inner))) return false;
  reader.fresh = inner;
  return true;
}

/** A start string without its end is text, and reading begins anew behind it. */
function unclosed(reader: Reader, from: number, to: number, met: string, hoped: string): Piece {
  const {span, document} = reader;
  const position = span.position(from, to);
  document.problem(position.start, met, hoped);
  // docutils gives ids to such a place and to the message about it, and later titles count on from there.
  document.ids.take('');
  document.ids.take('');
  return {nodes: [{type: 'text', value: span.text.slice(from, to), position}], from, to};
}

function simpleAt(reader: Reader, at: number, mark: '*' | '**', before: string): Piece | number | undefined {
  const {span} = reader;
  const inner = at + mark.length;
  if (isSpace(span.text.charAt(inner))) return undefined;
  if (isQuotedStart(reader, inner, before)) return inner;
  const end = findEnd(reader, mark, inner, true);
  if (end < 0) return unclosed(reader, at, inner, `\`${mark}\` that opens`, `a \`${mark}\` that closes`);
  const to = end + mark.length;
  const value = unescape(span.text.slice(inner, end));
  const children = [{type: 'text' as const, value, position: span.position(inner, end)}];
  const position = span.position(at, to);
  const node: PhrasingContent =
    mark === '*' ? {type: 'emphasis', children, position} : {type: 'strong', children, position};
  return {nodes: [node], from: at, to};
}

function literalAt(reader: Reader, at: number, before: string): Piece | number | undefined {
  const {span} = reader;
  if (isSpace(span.text.charAt(at + 2))) return undefined;
  if (isQuotedStart(reader, at + 2, before)) return at + 2;
  const end = findEnd(reader, '``', at + 2, false);
  if (end < 0) return unclosed(reader, at, at + 2, '"``" that opens', '"``" that closes');
  const value = span.text.slice(at + 2, end).replace(/\n/g, ' ');
  return {nodes: [{type: 'inlineCode', value, position: span.position(at, end + 2)}], from: at, to: end + 2};
}

/** A word: a reference when `_` or `__` follows, otherwise skipped whole. */
function wordAt(reader: Reader, at: number): Piece | number {
  const {span, document} = reader;
  const {text} = span;
  const end = nameEnd(text, at);
  if (end === at) return at + 1;
  if (text[end] !== '_') return end;
  const to = text[end + 1] === '_' ? end + 2 : end + 1;
  if (!mayFollow(text.charAt(to))) return to;
  // Where a name may not begin, it may behind a hyphen or a colon inside it.
  let from = mayPrecede(previous(reader, at)) ? at : -1;
  for (let part = at; from < 0 && part < end; part++) {
    if (text[part - 1] === '-' || text[part - 1] === ':') from = part;
  }
  if (from < 0) return to;
  const name = text.slice(from, end);
  return {nodes: [refNode(span, document, {from, to, name, anonymous: to - end === 2, textEnd: end})], from, to};
}

function roleAt(reader: Reader, at: number, before: string): Piece | number | undefined {
  const {text} = reader.span;
  const end = nameEnd(text, at + 1);
  if (end === at + 1 || text[end] !== ':' || text[end + 1] !== '`' || text[end + 2] === '`') return undefined;
  return backquoteAt(reader, at, end + 1, text.slice(at + 1, end), before);
}

/** Interpreted text or a phrase reference whose back-quote stands at `quote`. */
function backquoteAt(
  reader: Reader,
  from: number,
  quote: number,
  prefix: string,
  before: string,
): Piece | number | undefined {
  const {span, document} = reader;
  const {text} = span;
  const inner = quote + 1;
  if (isSpace(text.charAt(inner))) return undefined;
  if (prefix === '' && isQuotedStart(reader, inner, before)) return inner;
  const first = reader.missing.has('`') ? -1 : text.indexOf('`', inner);
  for (let end = first; end >= 0; end = text.indexOf('`', end + 1)) {
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
  return unclosed(reader, from, inner, 'a back-quote that opens', 'a back-quote that closes');
}

function inlineTargetAt(reader: Reader, at: number, before: string): Piece | number | undefined {
  const {span, document} = reader;
  if (isSpace(span.text.charAt(at + 2))) return undefined;
  if (isQuotedStart(reader, at + 2, before)) return at + 2;
  const end = findEnd(reader, '`', at + 2, true);
  if (end < 0) return unclosed(reader, at, at + 2, 'a target that opens', 'a back-quote that closes');
  return {nodes: [targetNode(span, document, at + 2, end)], from: at, to: end + 1};
}

function substitutionAt(reader: Reader, at: number, before: string): Piece | number | undefined {
  const {span, document} = reader;
  if (isSpace(span.text.charAt(at + 1))) return undefined;
  if (isQuotedStart(reader, at + 1, before)) return at + 1;
  const first = reader.missing.has('|') ? -1 : span.text.indexOf('|', at + 1);
  for (let end = first; end >= 0; end = span.text.indexOf('|', end + 1)) {
    if (end === at + 1 || isSpace(span.text.charAt(end - 1)) || isEscaped(span.text, end)) continue;
    let to = end + 1;
    while (to < end + 3 && span.text[to] === '_') to++;
    if (!mayFollow(span.text.charAt(to))) continue;
    const name = unescape(span.text.slice(at + 1, end));
    const node = document.substitutionNode(name, span.position(at, end + 1));
    return {
      nodes: [to > end + 1 ? linkTo(document, node, name, to - end === 3, span.position(at, to)) : node],
      from: at,
      to,
    };
  }
  reader.missing.add('|');
  return unclosed(reader, at, at + 1, '`|` that opens', '`|` that closes');
}

function footnoteAt(reader: Reader, at: number): Piece | undefined {
  const {span, document} = reader;
  const {text} = span;
  let end = at + 1;
  if (text[end] === '#' || text[end] === '*') end++;
  if (text[end - 1] !== '*') end = nameEnd(text, end);
  if (end === at + 1 || !text.startsWith(']_', end) || !mayFollow(text.charAt(end + 2))) return undefined;
  const label = text.slice(at + 1, end);
  document.ids.take('');
  return {nodes: [document.footnotes.refer(label, span.position(at, end + 2))], from: at, to: end + 2};
}
