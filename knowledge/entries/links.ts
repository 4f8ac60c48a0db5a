/**
 * Links of a document made absolute, and paths of the kernel's documentation made links.
 *
 * docs.kernel.org links `Documentation/process/submitting-patches.rst` in plain text to its page; so do we, outside code.
 */
import type {Link, Nodes, PhrasingContent, Root, RootContent, Text} from 'mdast';
import type {EntryLink} from '../entry.js';
import {plainText} from '../parse/rst/text.js';

const docsOrigin = 'https://docs.kernel.org';
/** `wst` is how `rst` stands in copies whose letters were swapped; such a link is listed and later shown as dead text. */
const documentPath = /\bDocumentation\/[\w./-]*[\w-]\.(?:rst|wst|txt)\b/g;

/** A copy of a node whose links lead somewhere from anywhere. */
export function absolute<Node extends Nodes>(node: Node, documentUrl: string | undefined): Node {
  if (node.type === 'link') return {...node, url: absoluteUrl(node, documentUrl)};
  if (!('children' in node)) return node;
  const children = node.children.flatMap((child: Nodes): Nodes[] =>
    child.type === 'text' ? withPaths(child) : [absolute(child, documentUrl)],
  );
  return {...node, children};
}

function absoluteUrl(link: Link, documentUrl: string | undefined): string {
  if (link.data?.kind === 'role-doc') return documentPage(link.url, documentUrl);
  if (documentUrl === undefined || /^[a-z][a-z0-9+.-]*:/i.test(link.url)) return link.url;
  try {
    return new URL(link.url, documentUrl).href;
  } catch {
    return link.url;
  }
}

/** The page that `:doc:` names: from the root of the documentation, or from the document's own folder. */
function documentPage(path: string, documentUrl: string | undefined): string {
  const base = documentUrl ?? (path.startsWith('/') ? docsOrigin : undefined);
  return base === undefined ? path : new URL(`${path}.html`, base).href;
}

function withPaths(text: Text): PhrasingContent[] {
  const parts: PhrasingContent[] = [];
  let done = 0;
  const addText = (to: number): void => {
    if (to > done) parts.push({...text, value: text.value.slice(done, to)});
  };
  for (const match of text.value.matchAll(documentPath)) {
    addText(match.index);
    const [path] = match;
    const url = `${docsOrigin}/${path.replace(/^Documentation\//, '').replace(/\.(?:rst|wst|txt)$/, '.html')}`;
    const position = text.position ? {position: text.position} : {};
    parts.push({type: 'link', url, children: [{...text, value: path}], data: {kind: 'doc-path'}, ...position});
    done = match.index + path.length;
  }
  addText(text.value.length);
  return parts;
}

/** Links of some nodes, already absolute, in document order. */
export function linksOf(nodes: readonly (Root | RootContent)[], documentUrl: string | undefined): EntryLink[] {
  const links: EntryLink[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === 'link') {
      const text = plainText(node.children);
      links.push({kind: node.data?.kind ?? 'embedded', text, target: targetOf(node, text, documentUrl), url: node.url});
    } else if ('children' in node) node.children.forEach(visit);
  };
  nodes.forEach(visit);
  return links;
}

/** A target as the source names it, from the absolute address. */
function targetOf(link: Link, text: string, documentUrl: string | undefined): string {
  switch (link.data?.kind) {
    case 'mailto':
      return link.url.replace(/^mailto:/i, '');
    case 'doc-path':
      return text;
    case 'role-doc':
      return link.url.replace(docsOrigin, '').replace(/\.html$/, '');
    case 'internal-section':
      return documentUrl !== undefined && link.url.startsWith(documentUrl)
        ? link.url.slice(documentUrl.length)
        : link.url;
    default:
      return link.url;
  }
}
