/**
 * Markdown to the same tree as RST, by remark.
 */
import type {Nodes, Root} from 'mdast';
import {remark} from 'remark';
import remarkGfm from 'remark-gfm';
import {IdRegistry, makeId} from './rst/ids.js';
import {plainText} from './rst/text.js';
import type {Parsed} from './tree.js';

export function parseMarkdown(text: string): Parsed {
  const tree: Root = remark().use(remarkGfm).parse(text);
  const ids = new IdRegistry();
  const stack: Nodes[] = [tree];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if ('children' in node) stack.push(...[...node.children].reverse());
    if (node.type === 'heading') node.data = {anchors: [ids.take(makeId(plainText(node.children)))]};
    if (node.type === 'link') {
      const {url} = node;
      node.data = {kind: url.startsWith('mailto:') ? 'mailto' : url.startsWith('#') ? 'internal-section' : 'embedded'};
    }
  }
  return {tree, problems: []};
}
