/**
 * Lists: bullets, enumerations, definitions, fields, options.
 *
 * mdast has ordered and unordered lists only; the others are unordered lists with a `data.kind`, whose items begin with
 * the term, the field's name or the option. Source: reStructuredText Markup Specification, "Body Elements".
 */
import type {List, ListItem, Paragraph} from 'mdast';
import type {ListKind} from '../tree.js';
import {parseFlow, type Element, type Flow} from './block.js';
import {nextOrdinal, readEnumerator, type Enumerator} from './enumerator.js';
import {parseInlines} from './inline.js';
import {
  behindMark,
  indentAt,
  indentedEnd,
  inner,
  isBlank,
  leastIndent,
  positionOf,
  skipBlank,
  textAt,
  type Scope,
} from './scope.js';
import {Span} from './span.js';

const bulletMark = /^[-+*•‣⁃](?:\s+|$)/;

export function bulletAt(scope: Scope, line: number, text: string): Element | undefined {
  if (!bulletMark.test(text)) return undefined;
  const mark = text.charAt(0);
  return listAt(scope, line, {ordered: false}, (at) => {
    const own = textAt(scope, at);
    return own.startsWith(mark) ? bulletMark.exec(own)?.[0].length : undefined;
  });
}

export function enumeratedAt(scope: Scope, line: number, text: string): Element | undefined {
  const first = readEnumerator(text);
  if (!first || !staysEnumerated(scope, line, first)) return undefined;
  let wanted = first;
  const numbering = first.numbering === 'decimal' ? {} : {data: {numbering: first.numbering}};
  return listAt(scope, line, {ordered: true, start: first.ordinal, ...numbering}, (at) => {
    const own = at === line ? first : readEnumerator(textAt(scope, at), wanted);
    if (own?.ordinal !== wanted.ordinal || own.format !== wanted.format) return undefined;
    if (at !== line && !staysEnumerated(scope, at, own)) return undefined;
    wanted = nextOrdinal(own);
    return own.length;
  });
}

/** A line that goes on at the margin without being the next item makes the first line a text: `A. Einstein was …`. */
function staysEnumerated(scope: Scope, line: number, own: Enumerator): boolean {
  const next = line + 1;
  if (next >= scope.to || isBlank(scope, next) || indentAt(scope, next) > scope.column) return true;
  if (indentAt(scope, next) < scope.column) return true;
  const following = readEnumerator(textAt(scope, next), nextOrdinal(own));
  return following?.ordinal === own.ordinal + 1 && following.format === own.format;
}

/** Items as long as `markOf` finds a mark of the list; it gives the mark's width with the spaces behind it. */
function listAt(
  scope: Scope,
  line: number,
  shape: Partial<List>,
  markOf: (line: number) => number | undefined,
): Element {
  const children: ListItem[] = [];
  let at = line;
  let end = line;
  for (;;) {
    const width = markOf(at);
    if (width === undefined) break;
    const item = itemAt(scope, at, width);
    children.push(item.node);
    end = item.next;
    const next = skipBlank(scope, end);
    if (next >= scope.to || indentAt(scope, next) !== scope.column) break;
    at = next;
  }
  const spread = children.some((item) => item.spread);
  const list: List = {type: 'list', spread, children, position: positionOf(scope, line, end, scope.column), ...shape};
  return {nodes: [list], next: end};
}

function itemAt(scope: Scope, line: number, width: number): {node: ListItem; next: number} {
  const empty = isMarkOnly(scope, line, width);
  const column = empty
    ? leastIndent(scope, line + 1, indentedEnd(scope, line + 1, scope.column + 1), scope.column + width)
    : scope.column + width;
  const next = Math.max(indentedEnd(scope, line + 1, empty ? scope.column + 1 : column), line + 1);
  const children = empty
    ? parseFlow(inner(scope, line + 1, next, column))
    : parseFlow(inner(scope, line, next, column, true));
  const spread = hasBlankBetween(children);
  return {node: {type: 'listItem', spread, children, position: positionOf(scope, line, next, scope.column)}, next};
}

function isMarkOnly(scope: Scope, line: number, width: number): boolean {
  return textAt(scope, line).slice(width).trim() === '';
}

/** A loose item: a blank line between its blocks. */
function hasBlankBetween(children: readonly Flow[]): boolean {
  return children.some((child, index) => {
    const before = children[index - 1];
    return (
      before?.position !== undefined &&
      child.position !== undefined &&
      child.position.start.line - before.position.end.line > 1
    );
  });
}

/** A term over its indented definition. */
export function definitionAt(scope: Scope, line: number): Element | undefined {
  const isTerm = (at: number): boolean =>
    at + 1 < scope.to &&
    !isBlank(scope, at) &&
    indentAt(scope, at) === scope.column &&
    !isBlank(scope, at + 1) &&
    indentAt(scope, at + 1) > scope.column;
  if (!isTerm(line)) return undefined;
  const children: ListItem[] = [];
  let at = line;
  let end: number;
  do {
    const next = indentedEnd(scope, at + 1, scope.column + 1);
    const column = leastIndent(scope, at + 1, next, scope.column);
    const term = paragraph(scope, Span.ofLines(scope.source, at, at, scope.column), 'term');
    if (textAt(scope, at).endsWith('::')) {
      const place = scope.source.point(at, scope.column);
      scope.document.problem(place, 'a term that ends with `::`', 'a blank line before a literal block');
    }
    const body = parseFlow(inner(scope, at + 1, next, column));
    children.push(itemOf(scope, at, next, term, body));
    end = next;
    at = skipBlank(scope, next);
  } while (at < scope.to && indentAt(scope, at) === scope.column && isTerm(at) && !startsMarked(textAt(scope, at)));
  return listOf(scope, line, end, 'definition', children);
}

/** Whether a line begins another construct, so that it is no further term. */
function startsMarked(text: string): boolean {
  return (
    /^(?:\.\.(?: |$)|__(?: |$)|\|(?: |$)|>>>(?: |$)|:(?![:\s])[^:]*[^:\s]:(?: |$))/.test(text) ||
    bulletMark.test(text) ||
    readEnumerator(text) !== undefined
  );
}

function paragraph(scope: Scope, span: Span, kind: 'term' | 'field-name'): Paragraph {
  const children = parseInlines(span, scope.document);
  return {type: 'paragraph', children, data: {kind}, position: span.position(0, span.text.length)};
}

/** Length of `:name:` with the spaces behind it, and of the name. */
function fieldMark(text: string): {readonly width: number; readonly name: number} | undefined {
  if (!text.startsWith(':') || text[1] === ':' || text[1] === ' ' || text[1] === undefined) return undefined;
  for (let at = text.indexOf(':', 1); at > 0; at = text.indexOf(':', at + 1)) {
    if (text[at - 1] === '\\') continue;
    if (text[at - 1] === ' ') return undefined;
    if (at + 1 < text.length && text[at + 1] !== ' ') {
      // A role in the name of a field, or interpreted text that begins a paragraph.
      if (text[at + 1] === '`') return undefined;
      continue;
    }
    let width = at + 1;
    while (text[width] === ' ') width++;
    return {width, name: at - 1};
  }
  return undefined;
}

export function fieldsAt(scope: Scope, line: number, text: string): Element | undefined {
  if (!fieldMark(text)) return undefined;
  const children: ListItem[] = [];
  let at = line;
  let end = line;
  while (at < scope.to && indentAt(scope, at) === scope.column) {
    const mark = fieldMark(textAt(scope, at));
    if (!mark) break;
    const next = Math.max(indentedEnd(scope, at + 1, scope.column + 1), at + 1);
    const name = paragraph(
      scope,
      Span.ofLines(scope.source, at, at, scope.column).slice(1, 1 + mark.name),
      'field-name',
    );
    children.push(itemOf(scope, at, next, name, markedBody(scope, at, next, mark.width)));
    end = next;
    at = skipBlank(scope, next);
  }
  return listOf(scope, line, end, 'field', children);
}

/** A body that begins behind a mark on the same line and goes on, indented anyhow, on the next ones. */
export function markedBody(scope: Scope, line: number, next: number, width: number): Flow[] {
  const rest = leastIndent(scope, line + 1, next, scope.column + width);
  if (isMarkOnly(scope, line, width)) return parseFlow(inner(scope, line + 1, next, rest));
  return parseFlow(behindMark(scope, line, next, width, rest));
}

const argument = '(?:[a-zA-Z][a-zA-Z0-9_-]*|<[^<>]+>)';
const oneOption = `(?:[-+][a-zA-Z0-9](?: ?${argument})?|(?:--|/)[a-zA-Z0-9][a-zA-Z0-9_-]*(?:[ =]${argument})?)`;
/** Options before their description. Source: docutils states.Body, `option_marker`. */
const option = new RegExp(`^${oneOption}(?:, ${oneOption})*(?= {2,}|$)`);

export function optionsAt(scope: Scope, line: number, text: string): Element | undefined {
  const first = option.exec(text.slice(0, 200));
  if (!first || (first[0].length === text.length && indentedEnd(scope, line + 1, scope.column + 1) <= line + 1))
    return undefined;
  const children: ListItem[] = [];
  let at = line;
  let end = line;
  while (at < scope.to && indentAt(scope, at) === scope.column) {
    const own = textAt(scope, at);
    const mark = option.exec(own.slice(0, 200))?.[0];
    if (mark === undefined) break;
    let width = mark.length;
    while (own[width] === ' ') width++;
    const next = Math.max(indentedEnd(scope, at + 1, scope.column + 1), at + 1);
    const span = Span.ofLines(scope.source, at, at, scope.column).slice(0, mark.length);
    const position = span.position(0, mark.length);
    const term: Paragraph = {
      type: 'paragraph',
      children: [{type: 'inlineCode', value: mark, position}],
      data: {kind: 'term'},
      position,
    };
    const body = markedBody(scope, at, next, width);
    children.push(itemOf(scope, at, next, term, body));
    end = next;
    at = skipBlank(scope, next);
  }
  return listOf(scope, line, end, 'option', children);
}

/** An item of a definition, field or option list: what it is about, and its body. */
function itemOf(scope: Scope, line: number, next: number, term: Paragraph, body: readonly Flow[]): ListItem {
  const position = positionOf(scope, line, next, scope.column);
  return {type: 'listItem', spread: false, children: [term, ...body], position};
}

function listOf(scope: Scope, line: number, next: number, kind: ListKind, children: ListItem[]): Element {
  const position = positionOf(scope, line, next, scope.column);
  return {nodes: [{type: 'list', ordered: false, spread: false, children, data: {kind}, position}], next};
}
