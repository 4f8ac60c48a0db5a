/**
 * The readable text of inline nodes.
 */
import type {PhrasingContent} from 'mdast';

export function plainText(nodes: readonly PhrasingContent[]): string {
  let text = '';
  for (const node of nodes) {
    if (node.type === 'text' || node.type === 'inlineCode') text += node.value;
    else if (node.type === 'break') text += ' ';
    else if (node.type === 'image') text += node.alt ?? '';
    else if ('children' in node) text += plainText(node.children);
  }
  return text;
}
