/**
 * Addresses in the text of a damaged copy, as code: some platforms make links of whatever looks like an address.
 *
 * Links to what is not known are text already when the knowledge module gives the entry; those that are left are known.
 */
import type {Nodes, Root, Text} from 'mdast';

/** Nesting deeper than this no platform shows as anything but text. */
const maxDepth = 60;
const address = /(?:https?:\/\/|mailto:)[^\s<>"')\]]+|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/giu;

/** @returns A new tree; the one passed stays. */
export function deadenAddresses(root: Root): Root {
  return deaden(root, 0);
}

function deaden<N extends Nodes>(node: N, depth: number): N {
  if (!('children' in node) || node.type === 'link' || depth > maxDepth) return node;
  const children = node.children.flatMap((child): Nodes[] =>
    child.type === 'text' ? deadText(child) : [deaden(child, depth + 1)],
  );
  return {...node, children};
}

function deadText(text: Text): Nodes[] {
  const parts: Nodes[] = [];
  let from = 0;
  for (const found of text.value.matchAll(address)) {
    if (found.index > from) parts.push({type: 'text', value: text.value.slice(from, found.index)});
    parts.push({type: 'inlineCode', value: found[0]});
    from = found.index + found[0].length;
  }
  if (from === 0) return [text];
  return from < text.value.length ? [...parts, {type: 'text', value: text.value.slice(from)}] : parts;
}
