/**
 * Grid tables and simple tables, as mdast tables.
 *
 * An mdast table has a header row always and cells of one line of text: a table without a header gets an empty one, a
 * cell of several blocks has them parted by line breaks, and what spans several columns is followed by empty cells.
 * Source: reStructuredText Markup Specification, "Tables".
 */
import type {BlockContent, PhrasingContent, TableCell, TableRow} from 'mdast';
import type {Point, Position} from 'unist';
import {parseFlow, type Element} from './block.js';
import {indentAt, isBlank, leastIndent, positionOf, textAt, type Scope} from './scope.js';

/** Blocks as the one line that a cell can hold. */
export function cellOf(blocks: readonly BlockContent[], position: Position): TableCell {
  const children: PhrasingContent[] = [];
  for (const block of blocks) {
    const inlines = inlinesOf(block);
    addLine(children, inlines);
  }
  return {type: 'tableCell', children, position};
}

/** Add inlines behind others, on a line of their own. */
function addLine(children: PhrasingContent[], inlines: readonly PhrasingContent[]): void {
  const before = children.at(-1)?.position?.end;
  const after = inlines[0]?.position?.start;
  if (before && after)
    children.push({type: 'break', position: {start: before, end: isBefore(before, after) ? after : before}});
  for (const node of inlines) children.push(node);
}

function isBefore(first: Point, second: Point): boolean {
  return (first.offset ?? 0) <= (second.offset ?? 0);
}

function inlinesOf(block: BlockContent | {readonly type: string}): PhrasingContent[] {
  const node = block as BlockContent;
  if (node.type === 'paragraph' || node.type === 'heading') return node.children;
  if (node.type === 'code')
    return [{type: 'inlineCode', value: node.value, ...(node.position && {position: node.position})}];
  if (!('children' in node)) return [];
  const parts: PhrasingContent[] = [];
  for (const child of node.children) {
    const inlines = child.type === 'listItem' ? child.children.flatMap(inlinesOf) : inlinesOf(child);
    if (parts.length > 0 && inlines.length > 0)
      parts.push({type: 'break', ...(child.position && {position: child.position})});
    parts.push(...inlines);
  }
  return parts;
}

/** Rows of one length, with a header row. */
export function padRows(rows: readonly TableRow[], hasHeader: boolean, position: Position): TableRow[] {
  const width = rows.reduce((most, row) => Math.max(most, row.children.length), 0);
  const point = {start: position.start, end: position.start};
  const empty = (at: Position): TableCell => ({type: 'tableCell', children: [], position: at});
  const padded = rows.map((row) => {
    const end = row.position ? {start: row.position.end, end: row.position.end} : point;
    return {
      ...row,
      children: [...row.children, ...Array.from({length: width - row.children.length}, () => empty(end))],
    };
  });
  if (hasHeader) return padded;
  const header: TableRow = {
    type: 'tableRow',
    children: Array.from({length: width}, () => empty(point)),
    position: point,
  };
  return [header, ...padded];
}

const gridTop = /^\+-[-+]*-\+$/;
const gridLine = /^[+|].*[+|]$/;
const gridHeader = /^\+=[=+]*=\+$/;

export function gridTableAt(scope: Scope, line: number, text: string): Element | undefined {
  if (!gridTop.test(text)) return undefined;
  let next = line;
  while (
    next < scope.to &&
    !isBlank(scope, next) &&
    indentAt(scope, next) === scope.column &&
    gridLine.test(textAt(scope, next))
  )
    next++;
  if (next - line < 3 || !gridTop.test(textAt(scope, next - 1))) {
    scope.document.problem(
      scope.source.point(line, scope.column),
      'a line that opens a grid table',
      'rows and a line that closes it',
    );
    return undefined;
  }
  // Columns part where any border has a corner.
  const corners = new Set<number>();
  const borders: number[] = [];
  for (let at = line; at < next; at++) {
    const own = textAt(scope, at);
    if (!/^\+[-=]/.test(own)) continue;
    borders.push(at);
    for (let column = own.indexOf('+'); column >= 0; column = own.indexOf('+', column + 1)) corners.add(column);
  }
  const columns = [...corners].sort((a, b) => a - b);
  const rows: TableRow[] = [];
  let headerRows = 0;
  for (let index = 1; index < borders.length; index++) {
    const top = borders[index - 1] ?? line;
    const bottom = borders[index] ?? next;
    rows.push(gridRow(scope, top + 1, bottom, columns));
    if (gridHeader.test(textAt(scope, bottom))) headerRows = rows.length;
  }
  const position = positionOf(scope, line, next, scope.column);
  return {nodes: [{type: 'table', children: padRows(rows, headerRows > 0, position), position}], next};
}

/** One row between two borders: a column ends where the line has a bar at a corner. */
function gridRow(scope: Scope, from: number, to: number, corners: readonly number[]): TableRow {
  const children: TableCell[] = [];
  let start = corners[0] ?? 0;
  for (const end of corners.slice(1)) {
    let closed = false;
    for (let at = from; at < to && !closed; at++) closed = /[|+]/.test(textAt(scope, at).charAt(end));
    for (let at = from; at < to && closed; at++) closed = /[|+]/.test(textAt(scope, at).charAt(end));
    if (!closed) {
      continue;
    }
    children.push(cutCell(scope, from, to, start + 1, end));
    start = end;
  }
  return {type: 'tableRow', children, position: positionOf(scope, from, Math.max(to, from + 1), scope.column)};
}

/** The cell between two columns of some lines, read as a document of its own. */
function cutCell(scope: Scope, from: number, to: number, left: number, right: number): TableCell {
  const source = scope.source.cut(from, to - 1, scope.column + left, scope.column + right);
  const last = Math.max(to - from, 1);
  const whole: Scope = {
    ...scope,
    source,
    from: 0,
    to: last,
    column: 0,
    depth: scope.depth + 1,
    inline: false,
    titles: false,
  };
  const column = leastIndent(whole, 0, last, 0);
  const blocks = parseFlow({...whole, column}) as BlockContent[];
  return cellOf(blocks, positionOf(whole, 0, last, 0));
}

const simpleTop = /^=+(?: +=+)+$/;

export function simpleTableAt(scope: Scope, line: number, text: string): Element | undefined {
  if (!simpleTop.test(text)) return undefined;
  const borders = [line];
  let next = line + 1;
  for (; next < scope.to; next++) {
    const own = textAt(scope, next);
    if (!isBlank(scope, next) && indentAt(scope, next) < scope.column) break;
    if (!/^=+(?: +=+)*$/.test(own)) continue;
    borders.push(next);
    // The second border closes a table without a header if a blank line follows.
    if (borders.length === 3 || next + 1 >= scope.to || isBlank(scope, next + 1)) break;
  }
  const bottom = borders.at(-1) ?? line;
  if (borders.length < 2) {
    scope.document.problem(
      scope.source.point(line, scope.column),
      'a line that opens a simple table',
      'a line that closes it',
    );
    return undefined;
  }
  const columns = columnsOf(text);
  const rows: TableRow[] = [];
  const header = borders.length === 3 ? borders[1] : undefined;
  for (let at = line + 1; at < bottom;) {
    const own = textAt(scope, at);
    if (at === header || own === '' || /^-+(?: +-+)*$/.test(own)) {
      at++;
      continue;
    }
    // A row goes on while its first column stays empty.
    let end = at + 1;
    const first = columns[0];
    while (
      end < bottom &&
      end !== header &&
      first &&
      !/^-+(?: +-+)*$/.test(textAt(scope, end)) &&
      textAt(scope, end).slice(first.from, first.to).trim() === ''
    )
      end++;
    while (end > at + 1 && isBlank(scope, end - 1)) end--;
    rows.push(simpleRow(scope, at, end, columns));
    at = end;
  }
  const position = positionOf(scope, line, bottom + 1, scope.column);
  return {
    nodes: [{type: 'table', children: padRows(rows, header !== undefined, position), position}],
    next: bottom + 1,
  };
}

interface Column {
  readonly from: number;
  readonly to: number;
}

/** Columns of a border; the last one is open to the right. */
function columnsOf(border: string): Column[] {
  const columns = [...border.matchAll(/=+/g)].map((match) => ({from: match.index, to: match.index + match[0].length}));
  return columns.map((column, index) => (index === columns.length - 1 ? {...column, to: Infinity} : column));
}

function simpleRow(scope: Scope, from: number, to: number, columns: readonly Column[]): TableRow {
  const children: TableCell[] = [];
  for (let index = 0; index < columns.length; index++) {
    const column = columns[index];
    if (!column) continue;
    let right = column.to;
    let spans = 0;
    // Text across the gap between two columns spans both.
    for (
      let other = columns[index + 1];
      other && textAt(scope, from).slice(right, other.from).trim() !== '';
      other = columns[index + spans + 1]
    ) {
      right = other.to;
      spans++;
    }
    children.push(cutCell(scope, from, to, column.from, right));
    for (let gap = 0; gap < spans; gap++) {
      const end = positionOf(scope, from, to, scope.column).end;
      children.push({type: 'tableCell', children: [], position: {start: end, end}});
    }
    index += spans;
  }
  return {type: 'tableRow', children, position: positionOf(scope, from, to, scope.column)};
}
