/**
 * Line blocks (`| a line`) and doctest blocks (`>>> 1 + 1`).
 */
import type {PhrasingContent} from 'mdast';
import type {Element} from './block.js';
import {parseInlines} from './inline.js';
import {dedent, indentAt, isBlank, positionOf, textAt, unbrokenEnd, type Scope} from './scope.js';
import {Span} from './span.js';

/** `| one` lines; a line that is indented deeper goes on with the one before. Nesting becomes no-break spaces. */
export function lineBlockAt(scope: Scope, line: number, text: string): Element | undefined {
  if (text !== '|' && !text.startsWith('| ')) return undefined;
  const {source, column} = scope;
  const children: PhrasingContent[] = [];
  let at = line;
  while (at < scope.to && !isBlank(scope, at) && indentAt(scope, at) === column && /^\|( |$)/.test(textAt(scope, at))) {
    let next = at + 1;
    while (next < scope.to && !isBlank(scope, next) && indentAt(scope, next) > column) next++;
    const own = textAt(scope, at);
    const depth = own.slice(1).length - own.slice(1).trimStart().length;
    const start = column + 1 + depth;
    const position = {start: source.point(at, column), end: source.point(at, Math.min(start, column + own.length))};
    if (at > line) children.push({type: 'break', position});
    if (depth > 1 && own.length > 1) children.push({type: 'text', value: '\u00a0'.repeat(depth - 1), position});
    children.push(...parseInlines(Span.ofLines(source, at, next - 1, column + 2, start), scope.document));
    at = next;
  }
  const position = positionOf(scope, line, at, column);
  if (children.length === 0) return {nodes: [], next: at};
  return {nodes: [{type: 'paragraph', children, data: {kind: 'line-block'}, position}], next: at};
}

/** A Python session, up to the next blank line. */
export function doctestAt(scope: Scope, line: number, text: string): Element | undefined {
  if (text !== '>>>' && !text.startsWith('>>> ')) return undefined;
  const next = unbrokenEnd(scope, line, scope.column);
  const value = dedent(scope, line, next, scope.column);
  const position = positionOf(scope, line, next, scope.column);
  return {nodes: [{type: 'code', lang: 'pycon', value, data: {kind: 'doctest'}, position}], next};
}
