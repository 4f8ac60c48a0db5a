/**
 * Grid tables: boxes drawn with `+`, `-`, `|`, whose cells may span columns and rows.
 *
 * Every cell is traced around its four sides, from corners found so far, as docutils does it.
 * Source: docutils.parsers.rst.tableparser.GridTableParser.
 */
import type {TableCell, TableRow} from 'mdast';
import type {Element} from './block.js';
import {indentAt, isBlank, positionOf, textAt, type Scope} from './scope.js';
import {brokenTable, cutCell, emptyCell, padRows, rowOf} from './tables.js';
import {columnText} from './width.js';

const top = /^\+-[-+]*-\+$/;
const headerBorder = /^\+=[=+]*=\+$/;

/** Sides that are traced for each character of a table, at most: a hostile table is text. */
const tracesPerChar = 64;

interface Cell {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export function gridTableAt(scope: Scope, line: number, text: string): Element | undefined {
  if (!top.test(text)) return undefined;
  const rows: string[] = [];
  for (let at = line; at < scope.to && !isBlank(scope, at) && indentAt(scope, at) === scope.column; at++) {
    const row = columnText(textAt(scope, at).trimEnd());
    if (!row.startsWith('+') && !row.startsWith('|')) break;
    rows.push(row);
  }
  const whole = rows.length;
  while (rows.length > 2 && !top.test(rows.at(-1) ?? '')) rows.pop();
  const next = line + rows.length;
  const hoped = 'rows and columns that close around every cell';
  if (rows.length < 3) {
    return brokenTable(scope, line, line + whole, 'a line that opens a grid table', 'rows and a line that closes it');
  }
  const header = rows.findIndex((row) => headerBorder.test(row));
  if (header > 0) rows[header] = (rows[header] ?? '').replaceAll('=', '-');
  const cells = rows.every((row) => row.length === text.length && /[+|]$/.test(row)) ? traceCells(rows) : undefined;
  if (!cells) return brokenTable(scope, line, next, 'a grid table whose lines do not meet', hoped);
  const position = positionOf(scope, line, next, scope.column);
  const children = padRows(buildRows(scope, line, cells), header > 0, position);
  return {nodes: [{type: 'table', children, position}], next};
}

/** All cells in reading order; undefined where they do not fill the table. */
function traceCells(rows: readonly string[]): Cell[] | undefined {
  const bottom = rows.length - 1;
  const right = (rows[0]?.length ?? 0) - 1;
  const tracer = new Tracer(rows, tracesPerChar * rows.length * (right + 1));
  // How far down each column has been seen.
  const done = Array.from({length: right}, () => -1);
  const corners = rows.map(() => new Set<number>());
  corners[0]?.add(0);
  const cells: Cell[] = [];
  for (let row = 0; row < bottom; row++) {
    const known = corners[row] ?? new Set();
    for (let column = 0; column < right; column++) {
      if (!known.has(column) || row <= (done[column] ?? -1)) continue;
      const cell = tracer.cellAt(row, column);
      if (!cell) continue;
      for (let at = column; at < cell.right; at++) {
        if (done[at] !== row - 1) return undefined;
        done[at] = cell.bottom - 1;
      }
      cells.push(cell);
      known.add(cell.right);
      corners[cell.bottom]?.add(column);
    }
  }
  return done.every((seen) => seen === bottom - 1) ? cells : undefined;
}

class Tracer {
  constructor(
    private readonly rows: readonly string[],
    private budget: number,
  ) {}

  /** The smallest cell whose upper left corner stands here. */
  cellAt(row: number, left: number): Cell | undefined {
    const line = this.rows[row] ?? '';
    for (let right = left + 1; right < line.length && this.budget-- > 0; right++) {
      if (line[right] === '+') {
        const bottom = this.#bottomOf(row, left, right);
        if (bottom !== undefined) return {top: row, left, bottom, right};
      } else if (line[right] !== '-') return undefined;
    }
    return undefined;
  }

  #bottomOf(row: number, left: number, right: number): number | undefined {
    for (let bottom = row + 1; bottom < this.rows.length && this.budget-- > 0; bottom++) {
      const char = this.rows[bottom]?.[right];
      if (char === '+') {
        if (this.#isClosed(row, left, bottom, right)) return bottom;
      } else if (char !== '|') return undefined;
    }
    return undefined;
  }

  /** Whether a line leads back along the bottom and up the left side. */
  #isClosed(row: number, left: number, bottom: number, right: number): boolean {
    const line = this.rows[bottom] ?? '';
    for (let at = right - 1; at > left; at--) {
      if (this.budget-- <= 0 || (line[at] !== '+' && line[at] !== '-')) return false;
    }
    if (line[left] !== '+') return false;
    for (let at = bottom - 1; at > row; at--) {
      const char = this.rows[at]?.[left];
      if (this.budget-- <= 0 || (char !== '+' && char !== '|')) return false;
    }
    return true;
  }
}

function buildRows(scope: Scope, line: number, cells: readonly Cell[]): TableRow[] {
  const borders = sorted(cells.flatMap((cell) => [cell.top, cell.bottom]));
  const columns = sorted(cells.flatMap((cell) => [cell.left, cell.right]));
  const columnAt = new Map(columns.map((column, index) => [column, index]));
  const byTop = new Map<number, Cell[]>(borders.map((border) => [border, []]));
  for (const cell of cells) byTop.get(cell.top)?.push(cell);
  return borders.slice(0, -1).map((border, index): TableRow => {
    const from = line + border + 1;
    const found = new Map<number, TableCell>();
    for (const cell of byTop.get(border) ?? []) {
      found.set(columnAt.get(cell.left) ?? 0, cutCell(scope, from, line + cell.bottom, cell.left + 1, cell.right));
    }
    const children = columns
      .slice(0, -1)
      .map((left, column) => found.get(column) ?? emptyCell(scope.source.point(from, scope.column + left + 1)));
    const below = line + (borders[index + 1] ?? border + 1);
    return rowOf(children, positionOf(scope, from, Math.max(below, from + 1), scope.column));
  });
}

function sorted(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].sort((first, second) => first - second);
}
