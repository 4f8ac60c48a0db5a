/**
 * Long answers in pages, parted where a reader would part them: between blocks, items, lines, sentences, words.
 *
 * No text is lost or repeated: the pages one after the other read like the whole.
 */
import type {BlockContent, List, Paragraph, PhrasingContent, RootContent} from 'mdast';
import {flowToPlain} from './plain.js';
import {textOf} from './spans.js';

/** Columns that plain text puts before a line of code. */
const codeIndent = 4;

/**
 * @param limitChars Most characters of plain text on a page; one item, link or table may exceed it.
 * @returns At least one page.
 */
export function paginate(nodes: readonly RootContent[], limitChars: number): RootContent[][] {
  if (flowToPlain(nodes).length <= limitChars) return [[...nodes]];
  const pages: RootContent[][] = [];
  let page: RootContent[] = [];
  let size = 0;
  for (const node of nodes.flatMap((each) => split(each, limitChars))) {
    const length = flowToPlain([node]).length;
    if (length === 0) continue;
    if (page.length > 0 && size + length > limitChars) {
      pages.push(page);
      page = [];
      size = 0;
    }
    page.push(node);
    size += length + 2;
  }
  if (page.length > 0) pages.push(page);
  return pages.length > 0 ? pages : [[]];
}

/** A block that fits, or the parts of one that does not. */
function split(node: RootContent, limitChars: number): RootContent[] {
  if (flowToPlain([node]).length <= limitChars) return [node];
  if (node.type === 'list') return splitList(node, limitChars);
  if (node.type === 'blockquote') {
    return node.children
      .flatMap((child) => split(child, limitChars))
      .map((child) => ({...node, children: [child as BlockContent]}));
  }
  if (node.type === 'code') {
    const indented = node.value.split('\n').map((line) => ' '.repeat(codeIndent) + line);
    return gather(indented, '\n', limitChars).map((lines) => ({...node, value: lines.replace(/^ {4}/gmu, '')}));
  }
  return node.type === 'paragraph' ? splitParagraph(node, limitChars) : [node];
}

/** As many items together as fit. */
function splitList(list: List, limitChars: number): List[] {
  const parts: List[] = [];
  for (const [at, item] of list.children.entries()) {
    const last = parts.at(-1);
    const longer = last && {...last, children: [...last.children, item]};
    if (longer && flowToPlain([longer]).length <= limitChars) parts[parts.length - 1] = longer;
    else parts.push({...list, ...(list.ordered ? {start: (list.start ?? 1) + at} : {}), children: [item]});
  }
  return parts;
}

function splitParagraph(paragraph: Paragraph, limitChars: number): Paragraph[] {
  const parts: Paragraph[] = [];
  let children: PhrasingContent[] = [];
  let size = 0;
  const close = () => {
    if (children.length > 0) parts.push({...paragraph, children});
    children = [];
    size = 0;
  };
  for (const child of paragraph.children.flatMap((each) => splitText(each, limitChars))) {
    const {length} = textOf(child);
    if (size + length > limitChars) close();
    children.push(child);
    size += length;
  }
  close();
  return parts;
}

/** Sentences of a text, or its words where a sentence is too long. Blanks stay with what stands before them. */
function splitText(node: PhrasingContent, limitChars: number): PhrasingContent[] {
  if (node.type !== 'text' || node.value.length <= limitChars / 4) return [node];
  return node.value
    .split(/(?<=[.:;?!]\s)/u)
    .flatMap((sentence) =>
      sentence.length <= limitChars ? [sentence] : gather(sentence.split(/(?<=\s)/u), '', limitChars),
    )
    .map((value) => ({...node, value}));
}

/** Join neighbours for as long as they fit together. */
function gather(parts: readonly string[], glue: string, limitChars: number): string[] {
  const gathered: string[] = [];
  let current: string | undefined;
  for (const part of parts) {
    if (current !== undefined && current.length + glue.length + part.length <= limitChars) current += glue + part;
    else {
      if (current !== undefined) gathered.push(current);
      current = part;
    }
  }
  return current === undefined ? gathered : [...gathered, current];
}
