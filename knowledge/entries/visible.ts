/**
 * What readers see of a document, and what only serves it: targets, comments.
 */
import type {Nodes, Root, RootContent} from 'mdast';
import {plain} from './inline.js';
import {markOf} from './mark.js';

export function isVisible(node: Nodes): boolean {
  return node.type !== 'definition' && node.type !== 'html' && node.type !== 'yaml';
}

/** Blocks without what nobody sees, and without lines drawn at either end. */
export function visibleBlocks(blocks: readonly RootContent[]): RootContent[] {
  const kept = blocks.filter(isVisible).map(withoutHidden);
  while (kept.at(-1)?.type === 'thematicBreak') kept.pop();
  while (kept[0]?.type === 'thematicBreak') kept.shift();
  const [only, ...others] = kept;
  // An answer that is one quote was only indented under its question.
  if (only?.type === 'blockquote' && only.data?.kind === undefined && others.length === 0) return only.children;
  return kept;
}

function withoutHidden<Node extends Nodes>(node: Node): Node {
  if (!('children' in node)) return node;
  return {...node, children: node.children.filter(isVisible).map(withoutHidden)};
}

/** Longest remark that closes a document or a row of questions. */
const remarkWords = 12;

/** Whether blocks say no more than a closing word: one short line of plain text, or nothing. */
export function isRemark(blocks: readonly RootContent[]): boolean {
  const [first, ...others] = blocks.filter(isVisible);
  if (first === undefined) return true;
  if (first.type !== 'paragraph' || others.length > 0) return false;
  return first.children.every(({type}) => type === 'text') && plain(first.children).split(' ').length <= remarkWords;
}

/**
 * The tree without a closing remark: one short line that ends a document, after the link targets or at the margin below
 * an indented answer. It belongs to no answer.
 */
export function withoutClosing(tree: Root): Root {
  const [last, before] = tree.children.slice(-2).reverse();
  if (last?.type !== 'paragraph' || before === undefined || !isRemark([last])) return tree;
  return isVisible(before) && !isIndentedAnswer(before) ? tree : {...tree, children: tree.children.slice(0, -1)};
}

/** `A: first line` with the rest indented below, which is a definition. */
function isIndentedAnswer(node: Nodes): boolean {
  if (node.type !== 'list' || node.data?.kind !== 'definition') return false;
  const term = node.children.at(-1)?.children[0];
  return term?.type === 'paragraph' && markOf(plain(term.children))?.type === 'answer';
}
