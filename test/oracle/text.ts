/** The words of a node, as docutils' `astext` gives them. */
import type {Nodes} from 'mdast';

export function textOf(node: Nodes): string {
  if (node.type === 'html' || node.type === 'definition') return '';
  if ('value' in node) return node.value;
  if (node.type === 'break') return '\n';
  if (node.type === 'footnoteReference') return node.label ?? node.identifier;
  if (!('children' in node)) return 'alt' in node ? (node.alt ?? '') : '';
  const blocks = ['root', 'blockquote', 'list', 'listItem'].includes(node.type);
  return node.children.map(textOf).join(blocks ? ' ' : '');
}

export function foldSpace(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}
