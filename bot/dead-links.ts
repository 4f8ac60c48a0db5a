/**
 * Links of a damaged copy as dead text: its addresses may belong to anyone, so nothing may lead there by a press.
 *
 * The address becomes code, which no platform turns into a link by itself.
 */
import type {InlineCode, Link, Nodes, Root, Text} from 'mdast';
import {textOf} from './spans.js';

/** Hosts where nobody can register a name of their own. What stands below them counts too. */
const knownHosts = ['kernel.org'];
/** Nesting deeper than this holds no links worth keeping. */
const maxDepth = 60;
const address = /(?:https?:\/\/|mailto:)[^\s<>"')\]]+|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/giu;

/** @returns A new tree; the one passed stays. */
export function deadenLinks(root: Root): Root {
  return deaden(root, 0);
}

function deaden<N extends Nodes>(node: N, depth: number): N {
  if (!('children' in node) || depth > maxDepth) return node;
  const children = node.children.flatMap((child): Nodes[] => {
    if (child.type === 'link' && !isKnown(child.url)) return deadLink(child);
    if (child.type === 'text') return deadText(child);
    return [deaden(child, depth + 1)];
  });
  return {...node, children};
}

function deadLink(link: Link): Nodes[] {
  const words = textOf(link);
  const shown = link.url.replace(/^mailto:/iu, '');
  const code: InlineCode = {type: 'inlineCode', value: shown};
  if (words === shown || words === link.url) return [code];
  return [{type: 'text', value: `${words} (`}, code, {type: 'text', value: ')'}];
}

/** Addresses that nobody marked as links, but that a platform would. */
function deadText(text: Text): Nodes[] {
  const parts: Nodes[] = [];
  let from = 0;
  for (const found of text.value.matchAll(address)) {
    if (isKnown(found[0])) continue;
    if (found.index > from) parts.push({type: 'text', value: text.value.slice(from, found.index)});
    parts.push({type: 'inlineCode', value: found[0]});
    from = found.index + found[0].length;
  }
  if (from === 0) return [text];
  return from < text.value.length ? [...parts, {type: 'text', value: text.value.slice(from)}] : parts;
}

function isKnown(url: string): boolean {
  const host = /^(?:https?:\/\/(?:[^/@]*@)?|(?:mailto:)?[^@/]*@)([\w.-]+)/iu.exec(url)?.[1]?.toLowerCase();
  return host !== undefined && knownHosts.some((known) => host === known || host.endsWith(`.${known}`));
}
