/**
 * What grid tables, simple tables and table directives share: cells and rows as mdast has them.
 *
 * An mdast table has a header row always and cells of one line of text. So a table without a header gets an empty one, a
 * cell of several blocks has them parted by line breaks, and what spans several columns or rows is followed by empty
 * cells.
 */
import type {BlockContent, PhrasingContent, TableCell, TableRow} from 'mdast';
import type {Point, Position} from 'unist';
import {parseFlow, type Element} from './block.js';
import {dedent, leastIndent, positionOf, type Scope} from './scope.js';

/** Blocks as the one line that a cell can hold. */
export function cellOf(blocks: readonly BlockContent[], position: Position): TableCell {
  const children: PhrasingContent[] = [];
  for (const block of blocks) addLine(children, inlinesOf(block));
  return {type: 'tableCell', children, position};
}

/** Add inlines behind others, on a line of their own. */
function addLine(children: PhrasingContent[], inlines: readonly PhrasingContent[]): void {
  const before = children.at(-1)?.position?.end;
  const after = inlines[0]?.position?.start;
  if (before && after) children.push({type: 'break', position: {start: before, end: later(before, after)}});
  for (const node of inlines) children.push(node);
}

function later(first: Point, second: Point): Point {
  return (first.offset ?? 0) > (second.offset ?? 0) ? first : second;
}

function inlinesOf(block: BlockContent | TableCell | {readonly type: string}): PhrasingContent[] {
  const node = block as BlockContent | TableCell;
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') return node.children;
  if (node.type === 'code')
    return [{type: 'inlineCode', value: node.value, ...(node.position && {position: node.position})}];
  if (!('children' in node)) return [];
  const parts: PhrasingContent[] = [];
  for (const child of node.children) addLine(parts, inlinesOf(child));
  return parts;
}

/** An empty cell, of no extent. */
export function emptyCell(at: Point): TableCell {
  return {type: 'tableCell', children: [], position: {start: at, end: at}};
}

/** A row that reaches as far as its cells do. */
export function rowOf(children: TableCell[], position: Position): TableRow {
  let end = position.end;
  for (const cell of children) if (cell.position) end = later(end, cell.position.end);
  return {type: 'tableRow', children, position: {start: position.start, end}};
}

/** Rows of one length, with a header row. */
export function padRows(rows: readonly TableRow[], hasHeader: boolean, position: Position): TableRow[] {
  const width = rows.reduce((most, row) => Math.max(most, row.children.length), 0);
  const padded = rows.map((row) => {
    const at = row.children.at(-1)?.position?.start ?? row.position?.start ?? position.start;
    const missing = Array.from({length: width - row.children.length}, () => emptyCell(at));
    return {...row, children: [...row.children, ...missing]};
  });
  if (hasHeader) return padded;
  const start = {start: position.start, end: position.start};
  return [
    rowOf(
      Array.from({length: width}, () => emptyCell(start.start)),
      start,
    ),
    ...padded,
  ];
}

/** The cell between two columns of some lines (`to` exclusive), read as a document of its own. */
export function cutCell(scope: Scope, from: number, to: number, left: number, right: number): TableCell {
  if (to <= from) return emptyCell(scope.source.point(from, scope.column + left));
  const source = scope.source.cut(from, to - 1, scope.column, left, right);
  const last = to - from;
  const depth = scope.depth + 1;
  const whole: Scope = {...scope, source, from: 0, to: last, column: 0, depth, inline: false, titles: false};
  const column = leastIndent(whole, 0, last, 0);
  const blocks = parseFlow({...whole, column}) as BlockContent[];
  return cellOf(blocks, positionOf(whole, 0, last, 0));
}

/** Lines that look like a table and are none stay as they were written. */
export function brokenTable(scope: Scope, line: number, next: number, met: string, hoped: string): Element {
  const position = positionOf(scope, line, next, scope.column);
  scope.document.problem(position.start, met, hoped);
  return {nodes: [{type: 'code', value: dedent(scope, line, next, scope.column), position}], next};
}
