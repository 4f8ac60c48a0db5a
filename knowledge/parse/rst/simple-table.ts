/**
 * Simple tables: columns under `=====  =====`, spans under `-----------`.
 *
 * A row goes on while its first column stays empty. Text across the gap between two columns spans both, where docutils
 * would give up the table. Source: docutils.parsers.rst.tableparser.SimpleTableParser.
 */
import type {TableCell, TableRow} from 'mdast';
import type {Element} from './block.js';
import {isBlank, positionOf, textAt, type Scope} from './scope.js';
import {brokenTable, cutCell, emptyCell, padRows, rowOf} from './tables.js';
import {columnText} from './width.js';

const top = /^=+(?: +=+)+$/;
const border = /^=[ =]*$/;
const underline = /^-[ -]*$/;

interface Column {
  readonly from: number;
  /** Exclusive; infinite for the last column, which is open to the right. */
  readonly to: number;
}

export function simpleTableAt(scope: Scope, line: number, text: string): Element | undefined {
  if (!top.test(text)) return undefined;
  const found = bordersOf(scope, line, text.length);
  if ('broken' in found) {
    return brokenTable(scope, line, found.next, 'a line that opens a simple table', found.broken);
  }
  const {header, bottom} = found;
  const columns = columnsOf(text, '=');
  const rows: TableRow[] = [];
  const add = (from: number, to: number, under?: string): void => {
    if (to > from) rows.push(rowAt(scope, from, to, under === undefined ? columns : spansOf(under, columns), columns));
  };
  let from = line + 1;
  let hasText = false;
  for (let at = line + 1; at < bottom; at++) {
    const own = columnText(textAt(scope, at));
    if (at === header || underline.test(own)) {
      add(from, at, at === header ? undefined : own);
      from = at + 1;
      hasText = false;
    } else if (own.slice(columns[0]?.from, columns[0]?.to).trim() !== '') {
      if (hasText && at !== from) {
        add(from, at);
        from = at;
      } else if (!hasText) from = at;
      hasText = true;
    } else if (!hasText) from = at + 1;
  }
  if (hasText) add(from, bottom);
  const position = positionOf(scope, line, bottom + 1, scope.column);
  const children = padRows(rows, header !== undefined && rows.length > 0, position);
  return {nodes: children.length > 0 && rows.length > 0 ? [{type: 'table', children, position}] : [], next: bottom + 1};
}

type Borders =
  {readonly header: number | undefined; readonly bottom: number} | {readonly broken: string; readonly next: number};

/** The border below the header, if any, and the last one: the second, or one with a blank line behind it. */
function bordersOf(scope: Scope, line: number, width: number): Borders {
  let header: number | undefined;
  for (let at = line + 1; at < scope.to; at++) {
    const own = textAt(scope, at);
    if (!border.test(own)) continue;
    if (own.length !== width) return {broken: 'a border as long as the first one', next: at + 1};
    if (header !== undefined || at + 1 >= scope.to || isBlank(scope, at + 1)) return {header, bottom: at};
    header = at;
  }
  let next = line + 1;
  while (next < scope.to && !isBlank(scope, next)) next++;
  return {broken: 'a line that closes it, and a blank line', next};
}

function columnsOf(text: string, mark: '=' | '-'): Column[] {
  const columns: Column[] = [];
  for (let from = text.indexOf(mark); from >= 0;) {
    const space = text.indexOf(' ', from);
    const to = space < 0 ? text.length : space;
    columns.push({from, to});
    from = text.indexOf(mark, to);
  }
  return columns.map((column, index) => (index === columns.length - 1 ? {...column, to: Infinity} : column));
}

/** Columns of a row as the line under it joins them; those of the table where they do not fit. */
function spansOf(under: string, columns: readonly Column[]): readonly Column[] {
  const spans = columnsOf(under, '-');
  const starts = new Set(columns.map((column) => column.from));
  const ends = new Set(columns.map((column) => column.to));
  const fits = spans.every(({from, to}) => starts.has(from) && ends.has(to));
  return fits && spans[0]?.from === columns[0]?.from ? spans : columns;
}

function rowAt(scope: Scope, from: number, to: number, spans: readonly Column[], columns: readonly Column[]): TableRow {
  const texts: string[] = [];
  for (let at = from; at < to; at++) texts.push(columnText(textAt(scope, at)));
  const children: TableCell[] = [];
  let next = 0;
  for (let index = 0; index < spans.length; index++) {
    const left = spans[index]?.from ?? 0;
    const isJoined = (span: Column, next: Column | undefined): boolean =>
      next !== undefined && texts.some((text) => text.slice(span.to, next.from).trim() !== '');
    while (isJoined(spans[index] ?? {from: 0, to: 0}, spans[index + 1])) index++;
    const right = spans[index]?.to ?? Infinity;
    children.push(cutCell(scope, from, to, left, right));
    for (next++; (columns[next]?.from ?? Infinity) < right; next++) {
      children.push(emptyCell(scope.source.point(from, scope.column + (columns[next]?.from ?? 0))));
    }
  }
  return rowOf(children, positionOf(scope, from, to, scope.column));
}
