/**
 * Body elements: which construct starts at a line, and how far it goes.
 *
 * The order of the checks is docutils' (states.Body). Source: reStructuredText Markup Specification, "Body Elements".
 */
import type {BlockContent, Code, DefinitionContent, Html, Paragraph, RootContent} from 'mdast';
import {parseExplicit} from './explicit.js';
import {gridTableAt} from './grid-table.js';
import {parseInlines} from './inline.js';
import {doctestAt, lineBlockAt} from './line-block.js';
import {bulletAt, definitionAt, enumeratedAt, fieldsAt, optionsAt} from './lists.js';
import {
  dedent,
  indentAt,
  indentedEnd,
  inner,
  isBlank,
  leastIndent,
  maxDepth,
  positionOf,
  skipBlank,
  textAt,
} from './scope.js';
import type {Scope} from './scope.js';
import {isAdornment, titleAt} from './sections.js';
import {simpleTableAt} from './simple-table.js';
import {Span} from './span.js';

/** What may stand in a list item, a quote or an answer. */
export type Flow = BlockContent | DefinitionContent | Html;

/** Elements found, and the line to go on from. */
export interface Element {
  readonly nodes: readonly RootContent[];
  readonly next: number;
}

/** Read the body elements of a block. */
export function parseBlocks(scope: Scope): RootContent[] {
  if (scope.depth > maxDepth) return tooDeep(scope);
  const nodes: RootContent[] = [];
  let line = scope.from;
  while (line < scope.to) {
    if (isBlank(scope, line)) {
      line++;
      continue;
    }
    const element = elementAt(scope, line);
    for (const node of element.nodes) {
      nodes.push(node);
      // A target names what follows it; comments and other targets do not count.
      if (node.type !== 'definition' && node.type !== 'html') scope.document.dropLabels();
    }
    line = Math.max(element.next, line + 1);
  }
  return nodes;
}

/** The elements of a block that can hold no titles. */
export function parseFlow(scope: Scope): Flow[] {
  return parseBlocks(scope) as Flow[];
}

function elementAt(scope: Scope, line: number): Element {
  if (indentAt(scope, line) > scope.column) return quoteAt(scope, line);
  const text = textAt(scope, line);
  return (
    markedAt(scope, line, text) ?? titleAt(scope, line, text) ?? definitionAt(scope, line) ?? paragraphAt(scope, line)
  );
}

/** Elements that are known by how their first line begins. */
function markedAt(scope: Scope, line: number, text: string): Element | undefined {
  switch (text.charAt(0)) {
    case '.':
      return text === '..' || text.startsWith('.. ') ? parseExplicit(scope, line) : enumeratedAt(scope, line, text);
    case '_':
      return text === '__' || text.startsWith('__ ') ? parseExplicit(scope, line) : undefined;
    case '-':
      return bulletAt(scope, line, text) ?? optionsAt(scope, line, text);
    case '+':
      return gridTableAt(scope, line, text) ?? bulletAt(scope, line, text) ?? optionsAt(scope, line, text);
    case '*':
    case '•':
    case '‣':
    case '⁃':
      return bulletAt(scope, line, text);
    case '/':
      return optionsAt(scope, line, text);
    case ':':
      return fieldsAt(scope, line, text);
    case '>':
      return doctestAt(scope, line, text);
    case '|':
      return lineBlockAt(scope, line, text);
    case '=':
      return simpleTableAt(scope, line, text);
    default:
      return enumeratedAt(scope, line, text);
  }
}

const attribution = /^(?:---?(?!-)|—) *(?=[^ \n])/;

/** Indented lines: one quote, or several that attributions part. */
function quoteAt(scope: Scope, line: number): Element {
  const end = indentedEnd(scope, line, scope.column + 1);
  const column = leastIndent(scope, line, end, scope.column);
  const block = inner(scope, line, end, column);
  const nodes: RootContent[] = [];
  let from = line;
  for (let at = line + 1; at < end; at++) {
    const last = at > from ? attributionEnd(block, at) : undefined;
    if (last === undefined) continue;
    nodes.push(...quote({...block, from, to: at}, last));
    from = skipBlank(block, last);
    at = from;
  }
  if (from < end) nodes.push(...quote({...block, from}, end));
  return {nodes, next: end};
}

/** A quote whose blocks end at `block.to`; an attribution may follow, up to `next`. */
function quote(block: Scope, next: number): RootContent[] {
  const children = parseFlow(block);
  if (next > block.to) children.push(attributionOf(block, next));
  if (children.length === 0) return [];
  return [{type: 'blockquote', children, position: positionOf(block, block.from, next, block.column)}];
}

/** The line after an attribution that begins at a line: behind a blank line, its other lines equally indented. */
function attributionEnd(block: Scope, line: number): number | undefined {
  if (isBlank(block, line) || !isBlank(block, line - 1) || indentAt(block, line) !== block.column) return undefined;
  if (!attribution.test(textAt(block, line))) return undefined;
  let end = line + 1;
  const indent = end < block.to ? indentAt(block, end) : 0;
  for (; end < block.to && !isBlank(block, end); end++) if (indentAt(block, end) !== indent) return undefined;
  return end;
}

function attributionOf(block: Scope, next: number): Paragraph {
  const {to: line, source, document, column} = block;
  const mark = attribution.exec(textAt(block, line))?.[0].length ?? 0;
  const indent = line + 1 < next ? indentAt(block, line + 1) : column;
  const children = parseInlines(Span.ofLines(source, line, next - 1, indent, column + mark), document);
  return {type: 'paragraph', children, data: {kind: 'attribution'}, position: positionOf(block, line, next, column)};
}

/** The line after a paragraph: it ends before a blank line and where the indentation changes. */
function paragraphEnd(scope: Scope, line: number): number {
  let end = line + 1;
  while (end < scope.to && !isBlank(scope, end) && indentAt(scope, end) === scope.column) end++;
  return end;
}

/** A paragraph, and the literal block that its `::` announces. */
function paragraphAt(scope: Scope, line: number): Element {
  const {source, document, column} = scope;
  let end = paragraphEnd(scope, line);
  // A line block or list mark inside a paragraph is text; only a blank line or another indentation ends it.
  if (end < scope.to && !isBlank(scope, end) && !textOf(scope, end - 1).endsWith('::')) {
    document.problem(
      source.point(end, indentAt(scope, end)),
      'an indented line in a paragraph',
      'a blank line before it',
    );
  }
  const nodes: RootContent[] = [];
  const last = textOf(scope, end - 1);
  const announces = last.endsWith('::') && !last.endsWith('\\::');
  const alone = announces && last === '::' && end - 1 === line;
  if (!alone) {
    const span = Span.ofLines(source, line, end - 1, column);
    const cut = announces ? literalCut(span.text) : span.text.length;
    const children = parseInlines(span.slice(0, cut), document);
    if (children.length > 0) nodes.push({type: 'paragraph', children, position: positionOf(scope, line, end, column)});
  }
  if (announces) {
    const literal = literalAt(scope, end);
    if (literal) {
      nodes.push(literal.node);
      end = literal.next;
    } else {
      document.problem(
        source.point(end - 1, column),
        '`::` that announces a literal block',
        'an indented or quoted block after it',
      );
    }
  }
  return {nodes, next: end};
}

function textOf(scope: Scope, line: number): string {
  return textAt(scope, line).trimEnd();
}

/** How much of a paragraph stays when its `::` announces a literal block: `text::` keeps one colon, ` ::` none. */
function literalCut(text: string): number {
  const trimmed = text.trimEnd();
  const before = trimmed.slice(0, -2);
  return /\s$/.test(before) || before === '' ? before.trimEnd().length : trimmed.length - 1;
}

/** The literal block at or after a line: indented, or quoted by one punctuation mark. */
function literalAt(scope: Scope, line: number): {readonly node: Code; readonly next: number} | undefined {
  const from = skipBlank(scope, line);
  if (from >= scope.to) return undefined;
  if (indentAt(scope, from) > scope.column) {
    const next = indentedEnd(scope, from, scope.column + 1);
    const column = leastIndent(scope, from, next, scope.column);
    const position = positionOf(scope, from, next, column);
    return {node: {type: 'code', value: dedent(scope, from, next, column), position}, next};
  }
  const mark = textAt(scope, from).charAt(0);
  if (!isAdornment(mark)) return undefined;
  let next = from;
  while (next < scope.to && !isBlank(scope, next) && textAt(scope, next).startsWith(mark)) next++;
  const position = positionOf(scope, from, next, scope.column);
  const value = dedent(scope, from, next, scope.column);
  return {node: {type: 'code', value, data: {kind: 'quoted'}, position}, next};
}

/** What is nested deeper than anyone reads stays as it was written. */
function tooDeep(scope: Scope): RootContent[] {
  const from = skipBlank(scope, scope.from);
  if (from >= scope.to) return [];
  scope.document.problem(
    scope.source.point(from, scope.column),
    `blocks nested more than ${maxDepth} deep`,
    'fewer levels',
  );
  const position = positionOf(scope, from, scope.to, scope.column);
  return [{type: 'code', value: dedent(scope, from, scope.to, scope.column), position}];
}
