/**
 * A block of lines that is read as body elements: the whole document, a list item, a quote, a table cell.
 */
import type {Position} from 'unist';
import type {Document} from './document.js';
import type {Source} from './lines.js';

export interface Scope {
  readonly source: Source;
  readonly document: Document;
  /** First line, and the one after the last; 0-based. */
  readonly from: number;
  readonly to: number;
  /** Column at which the block's text begins. */
  readonly column: number;
  /** How many blocks this one stands in. */
  readonly depth: number;
  /** The first line begins inside the line, behind a list mark. */
  readonly inline: boolean;
  /** Titles may stand here: only in the document itself. */
  readonly titles: boolean;
}

/** Blocks within blocks that are read; what is deeper stays as text. Nobody writes this many by hand. */
export const maxDepth = 40;

/** Text of a line from the block's column on; empty for a blank line. */
export function textAt(scope: Scope, line: number): string {
  return scope.source.lines[line]?.text.slice(scope.column) ?? '';
}

export function isBlank(scope: Scope, line: number): boolean {
  const text = scope.source.lines[line]?.text;
  return text === undefined || text === '' || (scope.inline && line === scope.from && text.length <= scope.column);
}

/** Column of the first character of a line that is not blank. */
export function indentAt(scope: Scope, line: number): number {
  const at = scope.source.lines[line];
  if (!at) return 0;
  if (!scope.inline || line !== scope.from) return at.indent;
  let column = scope.column;
  while (at.text.charCodeAt(column) === 32) column++;
  return column;
}

/** The first line from `line` on that is not blank; the end of the block where there is none. */
export function skipBlank(scope: Scope, line: number): number {
  let at = line;
  while (at < scope.to && isBlank(scope, at)) at++;
  return at;
}

/** The line after the last one that is indented at least this far; blank lines at the end do not count. */
export function indentedEnd(scope: Scope, line: number, indent: number): number {
  let end = line;
  for (let at = line; at < scope.to; at++) {
    if (isBlank(scope, at)) continue;
    if (indentAt(scope, at) < indent) break;
    end = at + 1;
  }
  return end;
}

/** The line after the last of those that follow without a blank line between, indented at least this far. */
export function unbrokenEnd(scope: Scope, line: number, indent: number): number {
  let at = line;
  while (at < scope.to && !isBlank(scope, at) && indentAt(scope, at) >= indent) at++;
  return at;
}

/** The least indentation of the lines that are not blank; `otherwise` where all are. */
export function leastIndent(scope: Scope, from: number, to: number, otherwise: number): number {
  let least = Infinity;
  for (let at = from; at < to; at++) if (!isBlank(scope, at)) least = Math.min(least, indentAt(scope, at));
  return least === Infinity ? otherwise : least;
}

/** Lines `from` to `to` (exclusive) of a block as a block of its own. */
export function inner(scope: Scope, from: number, to: number, column: number, inline = false): Scope {
  return {...scope, from, to, column, inline, depth: scope.depth + 1, titles: false};
}

/** From a column of the first line to the end of the last one; `to` is exclusive. */
export function positionOf(scope: Scope, from: number, to: number, column: number): Position {
  let last = to - 1;
  while (last > from && isBlank(scope, last)) last--;
  return scope.source.position(from, column, Math.max(last, from));
}

/** Text of the lines with their common indentation removed, without blank lines at either end. */
export function dedent(scope: Scope, from: number, to: number, column: number): string {
  const lines: string[] = [];
  for (let at = from; at < to; at++)
    lines.push(isBlank(scope, at) ? '' : (scope.source.lines[at]?.text.slice(column) ?? ''));
  while (lines.at(-1) === '') lines.pop();
  let blank = 0;
  while (lines[blank] === '') blank++;
  return lines.slice(blank).join('\n');
}

/**
 * A block that begins behind a mark and whose other lines stand at a column of their own: the first line is moved
 * there, so that both read as one block.
 */
export function behindMark(scope: Scope, line: number, to: number, width: number, column: number): Scope {
  const from = scope.column + width;
  if (column === from) return inner(scope, line, to, column, true);
  const source = scope.source.move(line, to, from, column);
  return {...inner(scope, 0, to - line, 0), source};
}
