/**
 * Flow content becomes the elements of one rich text block.
 *
 * Slack has lists with a level of indentation, and no blocks inside of items. So an item is one text, its paragraphs on
 * lines of their own, and what else it holds follows below it: code at the margin, lists one level deeper. Slack counts
 * ordered lists itself, from 1 and by level (1, a, i); a list that counts otherwise, or that code interrupts, has its
 * marks written out, so that "see step 3" stays true.
 * Source: Block Kit reference, "Rich text block". Its `offset` for lists is not used: the published types lack it.
 */
import type {types} from '@slack/bolt';
import type {Blockquote, List, ListItem, RootContent} from 'mdast';
import {flowToLines, itemMark} from '../../bot/layout.js';
import {isComment, phrasingToSpans, textOf, type Span} from '../../bot/spans.js';
import {visible, visibleLine} from '../../bot/visible.js';
import {isBlank, joinRich, spansToCode, spansToRich, type RichText} from './rich-text.js';

type Element = types.RichTextBlock['elements'][number];

/** A paragraph, an item or a piece of code, before neighbours are put together. */
type Piece = {
  readonly content: readonly RichText[];
  /** The quote it stands in. */ readonly quote: Blockquote | undefined;
} & (
  | {readonly type: 'text'; /** No blank line before it. */ readonly tight?: boolean}
  | {readonly type: 'item'; readonly list: List; readonly style: 'bullet' | 'ordered'; readonly indent: number}
  | {readonly type: 'code'}
);

interface Place {
  readonly depth: number;
  /** Level of the next list. */
  readonly indent: number;
  readonly quote: Blockquote | undefined;
}

/** Nesting beyond this is kept as running text, as in plain text. */
const maxDepth = 24;
const maxIndent = 8;
/** How Slack counts an ordered list, by its level. */
const counting = ['decimal', 'lower-alpha', 'lower-roman'] as const;

/** @returns No element without text; none at all where there is nothing to see. */
export function flowToRich(nodes: readonly RootContent[]): Element[] {
  const elements: Element[] = [];
  let before: Piece | undefined;
  for (const piece of nodesToPieces(nodes, {depth: 0, indent: 0, quote: undefined})) {
    if (piece.type !== 'item' && isBlank(piece.content)) continue;
    const last = elements.pop();
    elements.push(...(last && before ? join(last, before, piece) : [pieceToElement(piece)]));
    before = piece;
  }
  return elements;
}

/** The element before with the piece in it, or the two one after the other. Slack leaves no room below a list. */
function join(last: Element, before: Piece, piece: Piece): Element[] {
  if (before.quote === piece.quote) {
    if (piece.type === 'text' && (last.type === 'rich_text_section' || last.type === 'rich_text_quote')) {
      const glue = piece.tight ? '\n' : '\n\n';
      return [{...last, elements: joinRich([last.elements as RichText[], piece.content], glue)}];
    }
    if (piece.type === 'item' && before.type === 'item' && last.type === 'rich_text_list') {
      const same = piece.list === before.list && piece.indent === before.indent;
      if (same) return [{...last, elements: [...last.elements, section(piece.content)]}];
    }
  }
  const parted = last.type === 'rich_text_list' && piece.type === 'text' && !piece.tight && !piece.quote;
  return [last, pieceToElement(parted ? {...piece, content: joinRich([[], piece.content], '\n')} : piece)];
}

function pieceToElement(piece: Piece): Element {
  const border = piece.quote ? ({border: 1} as const) : {};
  switch (piece.type) {
    case 'text':
      return piece.quote ? {type: 'rich_text_quote', elements: [...piece.content]} : section(piece.content);
    case 'item':
      return {
        type: 'rich_text_list',
        style: piece.style,
        indent: piece.indent,
        ...border,
        elements: [section(piece.content)],
      };
    case 'code':
      return {type: 'rich_text_preformatted', ...border, elements: [...piece.content]};
  }
}

/** Running text of a rich text block. */
export function section(content: readonly RichText[]): types.RichTextSection {
  return {type: 'rich_text_section', elements: [...content]};
}

function nodesToPieces(nodes: readonly RootContent[], place: Place): Piece[] {
  return nodes.flatMap((node) => nodeToPieces(node, place));
}

function nodeToPieces(node: RootContent, place: Place): Piece[] {
  if (place.depth > maxDepth) return wordsToPieces(visibleLine(textOf(node)), place);
  switch (node.type) {
    case 'paragraph': {
      const kind = node.data?.kind;
      const face = kind === 'term' || kind === 'rubric' || kind === 'field-name' ? ({strong: true} as const) : {};
      const pieces = textToPieces(phrasingToSpans(node.children, face), place);
      return kind === 'attribution' ? mark(pieces, '-- ') : pieces;
    }
    case 'heading':
      return textToPieces(phrasingToSpans(node.children, {strong: true}), place);
    case 'code':
      return codeToPieces([[{text: visible(node.value)}]], place);
    case 'list':
      return node.data?.kind === undefined ? listToPieces(node, place) : definitionsToPieces(node, place);
    case 'listItem':
      return listToPieces({type: 'list', children: [node]}, place);
    case 'blockquote':
      return quoteToPieces(node, place);
    case 'table': {
      const lines = flowToLines([node], Infinity);
      return lines.length === 0
        ? []
        : codeToPieces(
            lines.map(({spans}) => spans),
            place,
          );
    }
    case 'thematicBreak':
      return wordsToPieces('---', place);
    case 'footnoteDefinition': {
      const body = nodesToPieces(node.children, deeper(place));
      return leadWith(`[${visibleLine(node.label ?? node.identifier)}] `, body, place);
    }
    case 'html':
      return isComment(node) ? [] : codeToPieces([[{text: visible(node.value)}]], place);
    case 'yaml':
    case 'definition':
      return [];
    case 'tableRow':
    case 'tableCell':
      return wordsToPieces(visibleLine(textOf(node)), place);
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
      return textToPieces(phrasingToSpans([node]), place);
  }
}

function textToPieces(spanRows: readonly Span[][], {quote}: Place): Piece[] {
  const rows = spanRows.filter((spans, at) => spans.length > 0 || at > 0);
  return rows.length === 0 ? [] : [{type: 'text', quote, content: spansToRich(rows)}];
}

function wordsToPieces(text: string, place: Place): Piece[] {
  return text === '' ? [] : textToPieces([[{text}]], place);
}

function codeToPieces(rows: readonly (readonly Span[])[], {quote}: Place): Piece[] {
  return [{type: 'code', quote, content: spansToCode(rows)}];
}

function quoteToPieces(quote: Blockquote, place: Place): Piece[] {
  return nodesToPieces(quote.children, {...deeper(place), quote});
}

/** Terms, or names of fields and options, and below each what is said of it. */
function definitionsToPieces(list: List, place: Place): Piece[] {
  return list.children.flatMap(({children: [term, ...body]}, at) => {
    if (!term) return [];
    const head = nodeToPieces(term, deeper(place));
    const parted = list.spread === true || at === 0;
    return [...(parted ? head : tighten(head)), ...tighten(nodesToPieces(body, deeper(place)))];
  });
}

function listToPieces(list: List, place: Place): Piece[] {
  const indent = Math.min(place.indent, maxIndent);
  const inside = {...deeper(place), indent: place.indent + 1};
  const items = list.children.map((item) => ({item, body: nodesToPieces(item.children, inside)}));
  const counted = isCounted(
    list,
    items.map(({body}) => body),
    indent,
    place.quote,
  );
  return items.flatMap(({item, body}, index) => {
    // Plain text shows no mark without a text, so that none is shown here either.
    if (body.length === 0) return [];
    const written = counted ? boxOf(item) : list.ordered === true ? itemMark(list, item, index) : boxOf(item);
    if (list.ordered === true && !counted && indent === 0) return leadWith(written, body, place, index > 0);
    const [content, rest] = headOf(body, place);
    const marked = joinRich([[{type: 'text', text: written}], content], '');
    return [
      {
        type: 'item',
        list,
        style: counted ? 'ordered' : 'bullet',
        indent,
        quote: place.quote,
        content: marked.length > 0 ? marked : [{type: 'text', text: ' '}],
      },
      ...rest,
    ];
  });
}

/** Whether Slack counts as the list does: nothing stands between its items, and the marks are those of the level. */
function isCounted(list: List, bodies: readonly Piece[][], indent: number, quote: Blockquote | undefined): boolean {
  if (list.ordered !== true || (list.start ?? 1) !== 1) return false;
  if ((list.data?.numbering ?? 'decimal') !== counting[indent % counting.length]) return false;
  const isText = (piece: Piece | undefined) => piece?.type === 'text' && piece.quote === quote;
  return bodies.every((body, at) => isText(body[0]) && (at === bodies.length - 1 || body.every(isText)));
}

/** The texts that open an item as one, and what follows them. */
function headOf(body: readonly Piece[], {quote}: Place): [RichText[], readonly Piece[]] {
  const end = body.findIndex((piece) => piece.type !== 'text' || piece.quote !== quote);
  const head = end < 0 ? body : body.slice(0, end);
  return [
    joinRich(
      head.map(({content}) => content),
      '\n',
    ),
    body.slice(head.length),
  ];
}

/** A text that begins with a written mark. */
function leadWith(written: string, body: readonly Piece[], place: Place, tight = false): Piece[] {
  if (body.length === 0) return [];
  const [content, rest] = headOf(body, place);
  return [
    {type: 'text', quote: place.quote, tight, content: joinRich([[{type: 'text', text: written}], content], '')},
    ...rest,
  ];
}

function mark(pieces: readonly Piece[], written: string): Piece[] {
  return pieces.map((piece) => ({...piece, content: joinRich([[{type: 'text', text: written}], piece.content], '')}));
}

function tighten([first, ...rest]: readonly Piece[]): Piece[] {
  if (!first) return [];
  return [first.type === 'text' ? {...first, tight: true} : first, ...rest];
}

function boxOf({checked}: ListItem): string {
  return checked == null ? '' : checked ? '[x] ' : '[ ] ';
}

function deeper(place: Place): Place {
  return {...place, depth: place.depth + 1};
}
