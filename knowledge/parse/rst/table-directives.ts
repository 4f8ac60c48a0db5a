/**
 * Tables that directives make: `list-table` out of nested lists, `csv-table` out of comma-separated lines.
 */
import type {BlockContent, PhrasingContent, RootContent, TableCell, TableRow} from 'mdast';
import type {Position} from 'unist';
import type {Flow} from './block.js';
import {contentPosition, contentText, type Directive} from './directive.js';
import type {Scope} from './scope.js';
import {cellOf, padRows} from './tables.js';

/** A list of lists becomes a table; what is no such list stays as it is. */
export function listTable(body: readonly Flow[], headerRows: number, position: Position): RootContent[] {
  const list = body.find((node) => node.type === 'list');
  const rows: TableRow[] = [];
  for (const item of list?.children ?? []) {
    const cells = item.children.find((node) => node.type === 'list')?.children ?? [];
    const children = cells.map((cell) => cellOf(cell.children as BlockContent[], cell.position ?? position));
    rows.push({type: 'tableRow', children, position: item.position ?? position});
  }
  return rows.every((row) => row.children.length === 0)
    ? [...body]
    : [{type: 'table', children: padRows(rows, headerRows > 0, position), position}];
}

/** Fields may be quoted, with `""` for a quote; the option `header` is the first row. */
export function csvTable(scope: Scope, directive: Directive): RootContent[] {
  const {options} = directive;
  const position = contentPosition(directive);
  const header = options.get('header');
  const text = [header, contentText(directive).trim()].filter(Boolean).join('\n');
  if (text === '') {
    scope.document.problem(position.start, 'a `csv-table` without rows of its own', 'rows in the document');
    return [];
  }
  const rows = readCsv(text).map((fields): TableRow => {
    const children = fields.map((value): TableCell => {
      const inline: PhrasingContent[] = value === '' ? [] : [{type: 'text', value, position}];
      return {type: 'tableCell', children: inline, position};
    });
    return {type: 'tableRow', children, position};
  });
  return [
    {type: 'table', children: padRows(rows, header !== undefined || options.has('header-rows'), position), position},
  ];
}

function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let field = '';
  let quoted = false;
  for (let at = 0; at <= text.length; at++) {
    const char = text.charAt(at);
    if (quoted && char === '"' && text[at + 1] === '"') {
      field += '"';
      at++;
    } else if (char === '"' && (quoted || field.trim() === '')) {
      quoted = !quoted;
      if (quoted) field = '';
    } else if (quoted && char !== '') {
      field += char;
    } else if (char === ',' || char === '\n' || char === '') {
      rows.at(-1)?.push(field.trim());
      field = '';
      if (char === '\n') rows.push([]);
    } else {
      field += char;
    }
  }
  return rows;
}
