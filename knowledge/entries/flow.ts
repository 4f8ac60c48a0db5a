/**
 * The blocks of a document as questions and answers are read from them.
 *
 * Where a marked line is followed by indented lines, RST reads a definition: `Q: first line` is the term, the rest its
 * body. Such definitions are put back into the flow as the paragraphs their author meant.
 */
import type {BlockContent, DefinitionContent, List, ListItem, Paragraph, RootContent} from 'mdast';
import {lineOf, markOf, splitAtMarks} from './marks.js';

export interface Block {
  readonly node: RootContent;
  /** It stood indented under the block before it, which a text at the margin ends. */
  readonly indented: boolean;
}

/** Blocks in order, marked definitions taken apart, and `Q: … A: …` in one paragraph made two. */
export function flowOf(children: readonly RootContent[]): Block[] {
  const flow: Block[] = [];
  for (const node of children) {
    if (node.type === 'list' && node.data?.kind === 'definition') flow.push(...ofDefinitions(node));
    else if (node.type === 'blockquote' && isMarkedQuote(node.children[0])) flow.push(...flowOf(node.children));
    else flow.push({node, indented: false});
  }
  return flow.flatMap((block): Block[] => {
    const {node} = block;
    if (node.type !== 'paragraph' || markOf(lineOf(node.children)) !== 'question') return [block];
    return splitAtMarks(node).map((part) => ({node: part, indented: block.indented}));
  });
}

/** A quoted block that is a question itself: authors indent whole dialogues. */
function isMarkedQuote(first: BlockContent | DefinitionContent | undefined): boolean {
  return first?.type === 'paragraph' && markOf(lineOf(first.children)) === 'question';
}

function ofDefinitions(list: List): Block[] {
  const blocks: Block[] = [];
  let kept: ListItem[] = [];
  const flush = (): void => {
    const [first] = kept;
    if (first) blocks.push({node: {...list, children: kept, position: positionOf(kept)}, indented: false});
    kept = [];
  };
  for (const item of list.children) {
    const [term, ...body] = item.children;
    if (term?.type !== 'paragraph' || markOf(lineOf(term.children)) === undefined) {
      kept.push(item);
      continue;
    }
    flush();
    const [first, ...rest] = body;
    const goesOn = first?.type === 'paragraph' && first.position?.start.line === (term.position?.end.line ?? 0) + 1;
    const whole = goesOn ? joined(term, first) : plainParagraph(term);
    blocks.push({node: whole, indented: true});
    for (const node of goesOn ? rest : body) blocks.push({node, indented: true});
  }
  flush();
  return blocks;
}

function plainParagraph(paragraph: Paragraph): Paragraph {
  const {type, children, position} = paragraph;
  return position ? {type, children, position} : {type, children};
}

/** A term and the first lines of its body as one paragraph. */
function joined(term: Paragraph, first: Paragraph): Paragraph {
  const last = term.children.at(-1);
  const end = last?.position?.end;
  const space = {type: 'text' as const, value: ' ', ...(end ? {position: {start: end, end}} : {})};
  const children =
    last?.type === 'text'
      ? [...term.children.slice(0, -1), {...last, value: `${last.value} `}, ...first.children]
      : [...term.children, space, ...first.children];
  const position =
    term.position && first.position ? {position: {start: term.position.start, end: first.position.end}} : {};
  return {type: 'paragraph', children, ...position};
}

function positionOf(items: readonly ListItem[]): NonNullable<List['position']> {
  const first = items[0]?.position;
  const last = items.at(-1)?.position;
  const point = {line: 1, column: 1, offset: 0};
  return {start: first?.start ?? point, end: last?.end ?? point};
}
