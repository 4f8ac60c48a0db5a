/**
 * Flow content becomes lines, the way a reader of plain text expects them: indented code, marked lists, quoted blocks.
 *
 * Lines are logical: whoever prints them may wrap a line at any width, `lead` before its first row and `hang` before
 * the others, so nesting stays visible. Code is `verbatim`: it is never wrapped, so it can be copied.
 */
import type {List, ListItem, PhrasingContent, RootContent, Table} from 'mdast';
import {letters, roman} from './numbering.js';
import {isComment, phrasingToSpans, textOf, type Span} from './spans.js';
import {visible, visibleLine} from './visible.js';
import {displayWidth} from './width.js';

export interface Line {
  readonly lead: string;
  readonly hang: string;
  readonly spans: readonly Span[];
  readonly verbatim?: true;
}

/** Nesting beyond this is kept as running text: no window has room for its indentation. */
const maxDepth = 24;

export const blank: Line = {lead: '', hang: '', spans: []};

/**
 * @param columns Room for a table; a wider one is laid out as a list of cells.
 * @returns Lines with one blank line between blocks, none at either end.
 */
export function flowToLines(nodes: readonly RootContent[], columns: number, depth = 0): Line[] {
  const lines: Line[] = [];
  for (const node of nodes) {
    const block = nodeToLines(node, columns, depth);
    if (block.length === 0) continue;
    if (lines.length > 0) lines.push(blank);
    for (const line of block) lines.push(line);
  }
  return lines;
}

function nodeToLines(node: RootContent, columns: number, depth: number): Line[] {
  if (depth > maxDepth) return textLines(visibleLine(textOf(node)));
  switch (node.type) {
    case 'paragraph':
      return paragraphToLines(node.children, node.data?.kind);
    case 'heading':
      return rows(phrasingToSpans(node.children, {strong: true}));
    case 'code':
      return codeToLines(node.value);
    case 'list':
      return listToLines(node, columns, depth);
    case 'listItem':
      return indent(flowToLines(node.children, columns, depth + 1), '- ', '  ');
    case 'blockquote':
      // An admonition begins with its title already.
      return indent(flowToLines(node.children, columns, depth + 1), '  ', '  ');
    case 'table':
      return tableToLines(node, columns);
    case 'thematicBreak':
      return textLines('---');
    case 'footnoteDefinition': {
      const mark = `[${visibleLine(node.label ?? node.identifier)}] `;
      return indent(flowToLines(node.children, columns, depth + 1), mark, '    ');
    }
    case 'html':
      return isComment(node) ? [] : codeToLines(node.value);
    case 'yaml':
    case 'definition':
      return [];
    case 'tableRow':
    case 'tableCell':
      return textLines(visibleLine(textOf(node)));
    case 'text':
    case 'emphasis':
    case 'strong':
    case 'delete':
    case 'inlineCode':
    case 'break':
    case 'image':
    case 'imageReference':
    case 'link':
    case 'linkReference':
    case 'footnoteReference':
      return rows(phrasingToSpans([node]));
  }
}

function paragraphToLines(children: readonly PhrasingContent[], kind: string | undefined): Line[] {
  const lines = rows(phrasingToSpans(children, paragraphFace(kind)));
  return kind === 'attribution' ? indent(lines, '-- ', '   ') : lines;
}

function codeToLines(value: string): Line[] {
  return visible(value)
    .split('\n')
    .map((text) => ({lead: '    ', hang: '    ', spans: text === '' ? [] : [{text, code: true}], verbatim: true}));
}

function listToLines(list: List, columns: number, depth: number): Line[] {
  const parted = list.spread ?? list.children.some((item) => item.spread);
  const lines: Line[] = [];
  for (const [index, item] of list.children.entries()) {
    const body = itemToLines(list, item, index, columns, depth);
    if (parted && lines.length > 0 && body.length > 0) lines.push(blank);
    for (const line of body) lines.push(line);
  }
  return lines;
}

function itemToLines(list: List, item: ListItem, index: number, columns: number, depth: number): Line[] {
  const kind = list.data?.kind;
  if (kind === undefined) {
    const mark = itemMark(list, item, index);
    return indent(flowToLines(item.children, columns, depth + 1), mark, ' '.repeat(mark.length));
  }
  // A term, or the name of a field or an option, and below it what is said of it.
  const [term, ...bodyNodes] = item.children;
  if (!term) return [];
  const body = flowToLines(bodyNodes, columns, depth + 1);
  return [...nodeToLines(term, columns, depth + 1), ...indent(body, '  ', '  ')];
}

/** What stands before an item of a list that is no list of terms, with the blank after it: `- `, `3. `, `iv. [x] `. */
export function itemMark(list: List, item: ListItem, index: number): string {
  const box = item.checked == null ? '' : item.checked ? '[x] ' : '[ ] ';
  if (!list.ordered) return `- ${box}`;
  const number = (list.start ?? 1) + index;
  switch (list.data?.numbering) {
    case 'lower-alpha':
      return `${letters(number)}. ${box}`;
    case 'upper-alpha':
      return `${letters(number).toUpperCase()}. ${box}`;
    case 'lower-roman':
      return `${roman(number)}. ${box}`;
    case 'upper-roman':
      return `${roman(number).toUpperCase()}. ${box}`;
    case undefined:
      return `${number}. ${box}`;
  }
}

/** Faces that a kind of paragraph lends to its words. */
export function paragraphFace(kind: string | undefined): {strong?: true} {
  return kind === 'term' || kind === 'rubric' ? {strong: true} : {};
}

function tableToLines(table: Table, columns: number): Line[] {
  const cells = table.children.map((row) => row.children.map((cell) => phrasingToSpans(cell.children).flat()));
  const widths: number[] = [];
  for (const row of cells)
    for (const [at, cell] of row.entries()) widths[at] = Math.max(widths[at] ?? 0, spanWidth(cell));
  const total = widths.reduce((sum, width) => sum + width + 3, -3);
  const gap: Span = {text: total > columns ? ' / ' : ' | '};
  return cells.map((row, rowAt) => {
    const spans = row.flatMap((cell, at) => {
      const faced = rowAt === 0 ? cell.map((span): Span => ({...span, strong: true})) : cell;
      const pad = at < row.length - 1 && total <= columns ? (widths[at] ?? 0) - spanWidth(cell) : 0;
      return [...(at > 0 ? [gap] : []), ...faced, ...(pad > 0 ? [{text: ' '.repeat(pad)}] : [])];
    });
    return total > columns ? {lead: '', hang: '  ', spans} : {lead: '', hang: '', spans, verbatim: true};
  });
}

function spanWidth(spans: readonly Span[]): number {
  return spans.reduce((sum, span) => sum + displayWidth(span.text), 0);
}

function rows(spanRows: readonly Span[][]): Line[] {
  return spanRows.filter((spans, at) => spans.length > 0 || at > 0).map((spans) => ({lead: '', hang: '', spans}));
}

function textLines(text: string): Line[] {
  return text === '' ? [] : [{lead: '', hang: '', spans: [{text}]}];
}

/** Put `first` before the first line and `rest` before all that follow. */
function indent(lines: readonly Line[], first: string, rest: string): Line[] {
  return lines.map((line, at) => ({...line, lead: (at === 0 ? first : rest) + line.lead, hang: rest + line.hang}));
}
