/**
 * Tables: Discord has none. A narrow one is set in columns as code, a wide one or one with links is running text.
 */
import type {Table} from 'mdast';
import {phrasingToSpans, type Span} from '../../bot/spans.js';
import {displayWidth} from '../../bot/width.js';
import {codeRows, spansToRows, type Row} from './rows.js';

/** Columns of code that a message shows on most windows. */
const columns = 60;

export function tableToRows(table: Table, masked: boolean): Row[] {
  const cells = table.children.map((row) => row.children.map((cell) => phrasingToSpans(cell.children).flat()));
  const texts = cells.map((row) => row.map((spans) => spans.map(({text}) => text).join('')));
  const widths: number[] = [];
  for (const row of texts)
    for (const [at, text] of row.entries()) widths[at] = Math.max(widths[at] ?? 0, displayWidth(text));
  const total = widths.reduce((sum, width) => sum + width + 3, -3);
  const linked = cells.flat(2).some(({url}) => url !== undefined);
  if (total <= columns && !linked && !texts.flat().some((text) => text.includes('```'))) {
    return codeRows(texts.map((row) => alignCells(row, widths)));
  }
  return cells.flatMap((row, rowAt) => {
    const spans = row.flatMap((cell, at): Span[] => [
      ...(at > 0 ? [{text: ' | '}] : []),
      ...cell.map((span): Span => (rowAt === 0 ? {...span, strong: true} : span)),
    ]);
    return spansToRows(spans, masked);
  });
}

function alignCells(row: readonly string[], widths: readonly number[]): string {
  const padded = row.map((text, at) => text + ' '.repeat(Math.max(0, (widths[at] ?? 0) - displayWidth(text))));
  return padded.join(' | ').trimEnd();
}
