/**
 * The blocks of a section as a row of pieces: questions, answers, and everything else.
 *
 * Writers mark questions in many ways: a paragraph, a definition term, an item of a list, an enumerated `Q.`, a field,
 * all of it inside a block quote. After this pass there is one way.
 */
import type {Blockquote, List, ListItem, Paragraph, PhrasingContent, RootContent} from 'mdast';
import {cut, foldSpace, join, leadingText, plain, rawText, trim} from './inline.js';
import {innerMark, markOf, type InnerMark, type Mark} from './mark.js';

export interface Question {
  readonly type: 'question';
  /** Its text without the mark. */
  readonly children: readonly PhrasingContent[];
  /** Its text with the mark, on one line. */
  readonly heading: string;
  /** What stands indented below it: the rest of the question, or the answer where no `A:` follows. */
  readonly body: readonly RootContent[];
  readonly line: number;
}

export interface Answer {
  readonly type: 'answer';
  readonly blocks: readonly RootContent[];
  /** Column at which the answer's own text begins; what is indented as deep goes on with it. */
  readonly column: number;
  /** Whether the answer's extent is told by its indentation alone, so that what follows is not part of it. */
  readonly closed: boolean;
}

export interface Other {
  readonly type: 'block';
  readonly node: RootContent;
}

export type Piece = Question | Answer | Other;

/** What stands in a row of pieces already. */
interface Row {
  readonly pieces: Piece[];
  /** Whether weak marks count in this document. */
  readonly weak: boolean;
  /** Whether a question waits for its answer. */
  open: boolean;
  /** Whether a question was met, so that further `A:` continue its answer. */
  asked: boolean;
}

/**
 * @param open Whether the heading above is a question that waits for its answer.
 * @param weak Whether marks such as `Q1.` count; without it they are text.
 */
export function unfold(blocks: readonly RootContent[], open: boolean, weak: boolean): Piece[] {
  const row: Row = {pieces: [], weak, open, asked: open};
  for (const block of blocks) unfoldBlock(row, block);
  return row.pieces;
}

function unfoldBlock(row: Row, block: RootContent): void {
  if (block.type === 'paragraph') unfoldParagraph(row, block);
  else if (block.type === 'list' && listAsks(row, block)) unfoldList(row, block);
  else if (block.type === 'blockquote' && quoteAsks(row, block)) {
    for (const child of block.children) unfoldBlock(row, child);
  } else row.pieces.push({type: 'block', node: block});
}

function countedMark(row: Row, text: string | undefined): Mark | undefined {
  const mark = text === undefined ? undefined : markOf(text);
  if (mark === undefined) return undefined;
  if (mark.type === 'answer') return row.open || (row.asked && !mark.weak) ? mark : undefined;
  return mark.weak && !row.weak ? undefined : mark;
}

/** Longest paragraph that is searched for marks inside; no writer puts more than a page of questions in one. */
const longestParagraph = 20_000;

function unfoldParagraph(row: Row, paragraph: Paragraph): void {
  let left = paragraph;
  for (;;) {
    const mark = markOfParagraph(row, left);
    const inner = innerMarkOf(row, left, mark);
    const [own, rest] = inner === undefined ? [left.children, []] : cut(left.children, inner.at);
    const first = {...left, children: trim(own)};
    if (mark === undefined) row.pieces.push({type: 'block', node: first});
    else if (mark.type === 'question') ask(row, first, []);
    else answer(row, first, [], false);
    if (inner === undefined) return;
    row.open = inner.type === 'answer' || row.open;
    left = {...left, children: rest};
  }
}

function innerMarkOf(row: Row, paragraph: Paragraph, mark: Mark | undefined): InnerMark | undefined {
  if (mark === undefined && !row.open) return undefined;
  const text = maskedOf(paragraph.children);
  if (text.length > longestParagraph) return undefined;
  return innerMark(text, mark?.length ?? 0, mark === undefined ? row.open : mark.type === 'question');
}

/** Take a question from its paragraph (or term) and what is indented below. */
function ask(row: Row, paragraph: Paragraph, body: readonly RootContent[]): void {
  const {children, heading} = withoutMark(paragraph);
  const line = paragraph.position?.start.line ?? 1;
  const [next, ...others] = body;
  row.open = true;
  row.asked = true;
  if (children.length > 0 || next?.type !== 'paragraph') {
    row.pieces.push({type: 'question', children, heading, body, line});
    return;
  }
  const joined = foldSpace(`${heading} ${plain(next.children)}`);
  row.pieces.push({type: 'question', children: next.children, heading: joined, body: others, line});
}

function answer(row: Row, paragraph: Paragraph, body: readonly RootContent[], hanging: boolean): void {
  const {children, length} = withoutMark(paragraph);
  const column = (paragraph.position?.start.column ?? 1) + length;
  const [next, ...others] = body;
  let blocks: readonly RootContent[];
  if (children.length === 0) blocks = body;
  else if (hanging && next?.type === 'paragraph' && next.data?.kind === undefined) {
    const {position} = paragraph;
    const end = next.position?.end;
    const whole = position === undefined || end === undefined ? {} : {position: {start: position.start, end}};
    blocks = [{type: 'paragraph', children: join(children, next.children), ...whole}, ...others];
  } else blocks = [answerParagraph(paragraph, children), ...body];
  row.pieces.push({type: 'answer', blocks, column, closed: hanging && children.length === 0});
  row.open = false;
}

/** A term that opens an answer is a paragraph like any other. */
function answerParagraph(paragraph: Paragraph, children: PhrasingContent[]): Paragraph {
  const {position} = paragraph;
  return position === undefined ? {type: 'paragraph', children} : {type: 'paragraph', children, position};
}

function withoutMark(paragraph: Paragraph): {children: PhrasingContent[]; heading: string; length: number} {
  const text = rawOf(paragraph.children);
  const length = markOf(text)?.length ?? 0;
  return {children: trim(cut(paragraph.children, length)[1]), heading: foldSpace(text), length};
}

function rawOf(children: readonly PhrasingContent[]): string {
  return children.map(rawText).join('');
}

/** The same text with code blotted out: a mark in code is code. */
function maskedOf(children: readonly PhrasingContent[]): string {
  return children
    .map((node) => {
      const text = rawText(node);
      return node.type === 'inlineCode' || node.type === 'link' ? text.replace(/:/g, '.') : text;
    })
    .join('');
}

function markOfParagraph(row: Row, paragraph: Paragraph): Mark | undefined {
  return leadingText(paragraph.children) === undefined ? undefined : countedMark(row, rawOf(paragraph.children));
}

/** A list whose items are questions and answers. */
function listAsks(row: Row, list: List): boolean {
  const letter = enumeratedMark(row, list);
  if (letter !== undefined) return true;
  return list.children.some((item) => {
    const mark = itemMark(row, item, list);
    return mark !== undefined && (mark.type === 'question' || row.open);
  });
}

/** `Q.` and `A.` at a line's start are enumerators: a list of one that counts from the letter Q, or from A. */
function enumeratedMark(row: Row, list: List): Mark['type'] | undefined {
  const isLetter = list.data?.numbering === 'upper-alpha' && list.children.length === 1;
  if (!isLetter || !row.weak) return undefined;
  if (list.start === 17) return 'question';
  return (list.start ?? 1) === 1 && row.open ? 'answer' : undefined;
}

function itemMark(row: Row, item: ListItem, list: List): Mark | undefined {
  const [first] = item.children;
  if (first?.type !== 'paragraph') return undefined;
  if (list.data?.kind === 'field') return countedMark(row, `${rawOf(first.children)}:`);
  return markOfParagraph(row, first);
}

function unfoldList(row: Row, list: List): void {
  const letter = enumeratedMark(row, list);
  for (const item of list.children) {
    const [first, ...body] = item.children;
    const mark = itemMark(row, item, list);
    if (first?.type === 'paragraph' && letter !== undefined) {
      const opened = {...first, children: [{type: 'text' as const, value: letter === 'question' ? 'Q. ' : 'A. '}]};
      if (letter === 'question') ask(row, opened, item.children);
      else answer(row, opened, item.children, true);
    } else if (first?.type === 'paragraph' && mark !== undefined && hangs(list)) {
      const term = list.data?.kind === 'field' ? withColon(first) : first;
      if (mark.type === 'question') ask(row, term, body);
      else answer(row, term, body, true);
    } else if (hangs(list)) row.pieces.push({type: 'block', node: {...list, children: [item]}});
    else for (const child of item.children) unfoldBlock(row, child);
  }
}

/** Whether the list's items are a term with what belongs to it, rather than an item mark before free blocks. */
function hangs(list: List): boolean {
  return list.data?.kind === 'definition' || list.data?.kind === 'field';
}

function withColon(name: Paragraph): Paragraph {
  return {...name, children: [...name.children, {type: 'text', value: ':'}]};
}

/** A block quote that opens with a question is only the indentation of the writer. */
function quoteAsks(row: Row, quote: Blockquote): boolean {
  const [first] = quote.children;
  if (quote.data?.kind !== undefined || first === undefined) return false;
  if (first.type === 'paragraph') return markOfParagraph(row, first)?.type === 'question';
  if (first.type === 'blockquote') return quoteAsks(row, first);
  return first.type === 'list' && first.data?.kind !== undefined && listAsks(row, first);
}
