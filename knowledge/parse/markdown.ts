/**
 * Markdown to the same tree as RST, by remark.
 *
 * References by name become links and images with their addresses, as they do in RST.
 */
import type {Definition, Link, LinkReference, Nodes, Root} from 'mdast';
import {remark} from 'remark';
import remarkGfm from 'remark-gfm';
import {IdRegistry, makeId} from './rst/ids.js';
import {plainText} from './rst/text.js';
import type {LinkKind, Parsed} from './tree.js';

export function parseMarkdown(text: string): Parsed {
  const tree: Root = remark().use(remarkGfm).parse(text);
  const nodes = nodesOf(tree);
  const definitions = new Map<string, Definition>();
  for (const node of nodes) {
    if (node.type === 'definition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node);
  }
  const ids = new IdRegistry();
  for (const node of nodes) {
    if (node.type === 'heading') node.data = {anchors: [ids.take(makeId(plainText(node.children)))]};
    else if (node.type === 'link') node.data = {kind: kindOf(node, text)};
    if ('children' in node) {
      const children: Nodes[] = node.children;
      children.forEach((child, index) => {
        if (child.type === 'linkReference' || child.type === 'imageReference') {
          const url = definitions.get(child.identifier)?.url ?? '';
          children[index] = child.type === 'linkReference' ? namedLink(child, url) : {...child, type: 'image', url};
        }
      });
    }
  }
  return {tree, problems: []};
}

/** A node and all below it, in the order of the text. */
function nodesOf(tree: Nodes): Nodes[] {
  const nodes: Nodes[] = [];
  const stack: Nodes[] = [tree];
  for (let node = stack.pop(); node; node = stack.pop()) {
    nodes.push(node);
    if ('children' in node) for (let at = node.children.length - 1; at >= 0; at--) push(stack, node.children[at]);
  }
  return nodes;
}

function push(stack: Nodes[], node: Nodes | undefined): void {
  if (node) stack.push(node);
}

/** How a link was written: in brackets, or as an address alone. */
function kindOf(link: Link, text: string): LinkKind {
  if (link.url.startsWith('#')) return 'internal-section';
  if (text[link.position?.start.offset ?? 0] === '[') return 'embedded';
  return link.url.startsWith('mailto:') ? 'mailto' : 'url';
}

function namedLink({children, position}: LinkReference, url: string): Link {
  const kind = url.startsWith('#') ? 'internal-section' : 'named-target';
  return {type: 'link', url, children, data: {kind}, ...(position && {position})};
}
