/**
 * Grid tables: cells drawn with `+`, `-`, `=` and `|`, that may reach over several columns and rows.
 *
 * The lines are cut at every corner into small fields; fields without a border between them make one cell. What a
 * cell covers beyond its first field becomes empty cells, since mdast knows no spans.
 * Source: reStructuredText Markup Specification, "Grid Tables".
 */
import type {TableCell, TableRow} from 'mdast';
import type {Element} from './block.js';
import {indentAt, isBlank, positionOf, textAt, type Scope} from './scope.js';
import {cutCell, padRows} from './tables.js';

const top = /^\+-[-+]*-\+$/;
const header = /^\+=[=+]*=\+$/;
const borderPiece = /\+[-=]+(?=\+)/;

interface Grid {
  readonly scope: Scope;
  /** Columns of the corners and lines of the borders, ascending. */
  readonly columns: readonly number[];
  readonly borders: readonly number[];
}

export function gridTableAt(scope: Scope, line: number, text: string): Element | undefined {
  if (!top.test(text)) return undefined;
  const next = tableEnd(scope, line, text.length);
  if (next - line < 3 || !top.test(textAt(scope, next - 1))) {
    const met = 'a line that opens a grid table';
    scope.document.problem(scope.source.point(line, scope.column), met, 'rows and a line that closes it');
    return undefined;
  }
  const grid = gridOf(scope, line, next);
  const hasHeader = grid.borders.slice(1, -1).some((border) => header.test(textAt(scope, border)));
  const position = positionOf(scope, line, next, scope.column);
  return {nodes: [{type: 'table', children: padRows(rowsOf(grid), hasHeader, position), position}], next};
}

/** The line after the table: all its lines are as wide as the first and end with a bar or a corner. */
function tableEnd(scope: Scope, line: number, width: number): number {
  let next = line;
  for (; next < scope.to && !isBlank(scope, next) && indentAt(scope, next) === scope.column; next++) {
    const text = textAt(scope, next);
    if (text.length !== width || !'+|'.includes(text.charAt(0)) || !'+|'.includes(text.charAt(width - 1))) break;
  }
  return next;
}

function gridOf(scope: Scope, line: number, next: number): Grid {
  const columns = new Set<number>();
  const borders: number[] = [];
  for (let at = line; at < next; at++) {
    const text = textAt(scope, at);
    if (!borderPiece.test(text)) continue;
    borders.push(at);
    const above = at > line ? textAt(scope, at - 1) : '';
    const below = at + 1 < next ? textAt(scope, at + 1) : '';
    for (let column = text.indexOf('+'); column >= 0; column = text.indexOf('+', column + 1)) {
      if (isUpright(above.charAt(column)) || isUpright(below.charAt(column))) columns.add(column);
    }
  }
  return {scope, columns: [...columns].sort((a, b) => a - b), borders};
}

function isUpright(char: string): boolean {
  return char === '|' || char === '+';
}

/** Whether an upright border parts a field from the one left of it. */
function isPartedLeft({scope, columns, borders}: Grid, row: number, column: number): boolean {
  const at = columns[column] ?? 0;
  const from = borders[row] ?? 0;
  const to = borders[row + 1] ?? from;
  for (let line = from + 1; line < to; line++) if (!isUpright(textAt(scope, line).charAt(at))) return false;
  return to - from > 1 || (textAt(scope, from).charAt(at) === '+' && textAt(scope, to).charAt(at) === '+');
}

/** Whether a border parts a field from the one below it. */
function isPartedBelow({scope, columns, borders}: Grid, row: number, column: number): boolean {
  const text = textAt(scope, borders[row + 1] ?? 0);
  const to = columns[column + 1] ?? 0;
  for (let at = columns[column] ?? 0; at <= to; at++) if (!'-=+'.includes(text.charAt(at))) return false;
  return true;
}

function rowsOf(grid: Grid): TableRow[] {
  const {scope, columns, borders} = grid;
  const width = columns.length - 1;
  /** For each column, how many more rows its cell above covers. */
  const covered = new Array<number>(width).fill(0);
  const rows: TableRow[] = [];
  for (let row = 0; row + 1 < borders.length; row++) {
    const first = (borders[row] ?? 0) + 1;
    let last = borders[row + 1] ?? first;
    const children: TableCell[] = [];
    for (let column = 0; column < width; column++) {
      const left = columns[column] ?? 0;
      if ((covered[column] ?? 0) > 0) {
        covered[column] = (covered[column] ?? 0) - 1;
        children.push(emptyCell(scope, first, left));
        continue;
      }
      let right = column + 1;
      while (right < width && (covered[right] ?? 0) === 0 && !isPartedLeft(grid, row, right)) right++;
      let bottom = row;
      while (bottom + 2 < borders.length && !isAnyPartedBelow(grid, bottom, column, right)) bottom++;
      const end = borders[bottom + 1] ?? last;
      last = Math.max(last, end);
      children.push(cutCell(scope, first, end, left + 1, columns[right] ?? left + 1));
      covered.fill(bottom - row, column, right);
      for (column++; column < right; column++) children.push(emptyCell(scope, first, columns[column] ?? left));
      column--;
    }
    rows.push({
      type: 'tableRow',
      children,
      position: positionOf(scope, first, Math.max(last, first + 1), scope.column),
    });
  }
  return rows;
}

function isAnyPartedBelow(grid: Grid, row: number, from: number, to: number): boolean {
  for (let column = from; column < to; column++) if (isPartedBelow(grid, row, column)) return true;
  return false;
}

function emptyCell(scope: Scope, line: number, column: number): TableCell {
  const point = scope.source.point(line, scope.column + column);
  return {type: 'tableCell', children: [], position: {start: point, end: point}};
}
