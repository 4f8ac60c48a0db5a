/**
 * Flow content becomes rows of Discord Markdown. The words are those of the plain text, in the same order.
 *
 * Discord has lists, quotes of one level and code blocks; it has no tables, terms, footnotes or rules. Code stands at
 * the edge, outside of any list, since readers of Discord take different numbers of blanks from the lines in a list.
 */
import type {Blockquote, Code, Html, List, Nodes, RootContent} from 'mdast';
import {itemMark, paragraphFace} from '../../bot/layout.js';
import {isComment, phrasingToSpans, textOf, type Span} from '../../bot/spans.js';
import {visible, visibleLine} from '../../bot/visible.js';
import {escapeLineStart, escapeText} from './escape.js';
import {endsLinks} from './markdown.js';
import {blankRow, codeRows, indentRows, spansToRows, type Row} from './rows.js';
import {tableToRows} from './table.js';

/** What stands around a node. */
interface Place {
  readonly depth: number;
  /** Quotes in quotes and in lists are set in, as Discord has none. */
  readonly canQuote: boolean;
  /** Whether addresses may hide behind words. */
  readonly masked: boolean;
}

/** Nesting beyond this is kept as running text. Discord shows some ten levels. */
const maxDepth = 24;

export function flowToRows(nodes: readonly RootContent[]): Row[] {
  return nodesToRows(nodes, {depth: 0, canQuote: true, masked: !nodes.some(holdsLinkEnd)});
}

/** Whether code below a node could end a link that stands before it. */
function holdsLinkEnd(root: Nodes): boolean {
  const waiting: Nodes[] = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if ((node.type === 'code' || node.type === 'inlineCode' || node.type === 'html') && endsLinks(node.value))
      return true;
    if (node.type === 'table' && endsLinks(textOf(node))) return true;
    if ('children' in node) for (const child of node.children) waiting.push(child);
  }
  return false;
}

function nodesToRows(nodes: readonly RootContent[], place: Place): Row[] {
  const rows: Row[] = [];
  let before: RootContent | undefined;
  for (const node of nodes) {
    const block = node.type === 'list' ? listToRows(node, place, before?.type !== 'list') : nodeToRows(node, place);
    if (block.every(({text}) => text.trim() === '')) continue;
    // Code has room of its own around it, and what an item lists belongs to its words.
    const besideCode = (rows.at(-1)?.code === true) !== (block[0]?.code === true);
    const belongs = place.depth > 0 && node.type === 'list' && before?.type === 'paragraph';
    if (rows.length > 0 && !besideCode && !belongs) rows.push(blankRow);
    for (const row of block) rows.push(row);
    before = node;
  }
  return rows;
}

function nodeToRows(node: RootContent, place: Place): Row[] {
  const {depth, masked} = place;
  if (depth > maxDepth) return textRows(visibleLine(textOf(node)), masked);
  switch (node.type) {
    case 'paragraph': {
      const rows = lines(phrasingToSpans(node.children, paragraphFace(node.data?.kind)), masked);
      return node.data?.kind === 'attribution' ? indentRows(rows, '-- ', '   ') : rows;
    }
    case 'heading':
      return lines(phrasingToSpans(node.children, {strong: true}), masked);
    case 'code':
      return codeToRows(node);
    case 'list':
      return listToRows(node, place, true);
    case 'listItem':
      return indentRows(nodesToRows(node.children, deeper(place)), '- ', '  ');
    case 'blockquote':
      return blockquoteToRows(node, place);
    case 'table':
      return tableToRows(node, masked);
    case 'thematicBreak':
      return textRows('---', masked);
    case 'footnoteDefinition': {
      const mark = escapeText(`[${visibleLine(node.label ?? node.identifier)}]`);
      return indentRows(nodesToRows(node.children, deeper(place)), `${mark} `, '  ');
    }
    case 'html':
      return isComment(node) ? [] : codeToRows(node);
    case 'yaml':
    case 'definition':
      return [];
    case 'tableRow':
    case 'tableCell':
      return textRows(visibleLine(textOf(node)), masked);
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
      return lines(phrasingToSpans([node]), masked);
  }
}

/** Code with three back-ticks would end its block, so each of its lines is code for itself. */
function codeToRows({value}: Code | Html): Row[] {
  const text = visible(value);
  const codeLines = text.split('\n');
  if (text.trim() === '') return [];
  if (!text.includes('```')) return codeRows(codeLines);
  return codeLines.flatMap((line) => (line === '' ? [blankRow] : spansToRows([{text: line, code: true}], false)));
}

/**
 * @param apart Whether something else stands before the list. Discord would count a second list on from the first, so
 *   its marks are then shown as text.
 */
function listToRows(list: List, place: Place, apart: boolean): Row[] {
  const items = list.data?.kind === undefined ? markedItems(list, place, apart) : termItems(list, place);
  const parted = list.spread ?? list.children.some((item) => item.spread);
  const shown = items.filter((rows) => rows.length > 0);
  // Code has room of its own below it.
  const isApart = (at: number) => parted && at > 0 && shown[at - 1]?.at(-1)?.code !== true;
  return shown.flatMap((rows, at) => (isApart(at) ? [blankRow, ...rows] : rows));
}

function markedItems(list: List, place: Place, apart: boolean): Row[][] {
  const bodies = list.children.map((item) => nodesToRows(item.children, deeper(place)));
  // Discord counts by itself from the first number, so a list with a gap must not be one.
  const live = apart && (list.ordered !== true || bodies.every((body) => body.length > 0 && !body[0]?.code));
  return list.children.map((item, index) => {
    const mark = itemMark(list, item, index);
    return indentRows(bodies[index] ?? [], live ? escapeBox(mark) : escapeMark(mark), ' '.repeat(mark.length));
  });
}

/** A term, or the name of a field or an option, and below it what is said of it. */
function termItems(list: List, place: Place): Row[][] {
  return list.children.map(({children: [term, ...body]}) =>
    term ? [...nodeToRows(term, deeper(place)), ...indentRows(nodesToRows(body, deeper(place)), '  ', '  ')] : [],
  );
}

function deeper(place: Place): Place {
  return {...place, depth: place.depth + 1, canQuote: false};
}

/** A box is no part of the mark that Discord reads. */
function escapeBox(mark: string): string {
  return mark.replace(/[[\]]/gu, '\\$&');
}

function escapeMark(mark: string): string {
  return escapeLineStart(escapeText(mark));
}

function blockquoteToRows({children}: Blockquote, place: Place): Row[] {
  const body = nodesToRows(children, deeper(place));
  return place.canQuote ? body.map((row) => ({...row, quoted: true})) : indentRows(body, '  ', '  ');
}

function lines(spanRows: readonly Span[][], masked: boolean): Row[] {
  return spanRows.filter((spans, at) => spans.length > 0 || at > 0).flatMap((spans) => spansToRows(spans, masked));
}

function textRows(text: string, masked: boolean, face: Omit<Span, 'text'> = {}): Row[] {
  return text === '' ? [] : spansToRows([{text, ...face}], masked);
}
