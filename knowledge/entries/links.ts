/**
 * Links of a document: paths of the kernel's documentation made links, and every target made absolute.
 *
 * docs.kernel.org links `Documentation/process/submitting-patches.rst` in plain text to its page; so do we, outside code.
 */
import type {Link, LinkReference, Nodes, Root, RootContent, Text} from 'mdast';
import type {EntryLink} from '../entry.js';
import {plain} from './inline.js';

const docsOrigin = 'https://docs.kernel.org';
const sourceTree = 'https://git.kernel.org/pub/scm/linux/kernel/git/torvalds/linux.git/tree';
/** A file in the kernel's tree. Copies whose letters were swapped have `.wst`; what they name is listed, too. */
const documentPath = /\bDocumentation\/[\w./-]*[\w-]\.(?:rst|wst|txt)\b/g;
/** Where the kernel's documentation begins on pages that hold it: at the root, below a version, below `doc/html`. */
const docsRoot =
  /^https?:\/\/(?:(?:www\.)?docs\.kernel\.org\/(?:v?\d[\w.-]*\/)?|www\.kernel\.org\/doc\/html\/[\w.-]+\/)/;

/** Targets of a document by their identifier, for the references of Markdown. */
export type Definitions = ReadonlyMap<string, string>;

export function definitionsOf(tree: Root): Definitions {
  const definitions = new Map<string, string>();
  for (const node of tree.children) {
    if (node.type === 'definition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node.url);
  }
  return definitions;
}

/** A copy of a node in which all that leads somewhere is a link, its target as the source names it. */
export function linked<Node extends Nodes>(node: Node, definitions: Definitions): Node {
  if (node.type === 'link' || !('children' in node)) return node;
  const children = node.children.flatMap((child: Nodes): Nodes[] => {
    if (child.type === 'text') return withPaths(child);
    if (child.type === 'linkReference') return referenced(child, definitions);
    return [linked(child, definitions)];
  });
  return {...node, children};
}

/** A reference that leads nowhere turns into its words. */
function referenced(node: LinkReference, definitions: Definitions): Nodes[] {
  const url = definitions.get(node.identifier);
  if (url === undefined) return node.children;
  const position = node.position ? {position: node.position} : {};
  return [{type: 'link', url, children: node.children, data: {kind: 'named-target'}, ...position}];
}

function withPaths(text: Text): Nodes[] {
  const parts: Nodes[] = [];
  let done = 0;
  const addText = (to: number): void => {
    if (to > done) parts.push({...text, value: text.value.slice(done, to)});
  };
  for (const match of text.value.matchAll(documentPath)) {
    addText(match.index);
    const [path] = match;
    const position = text.position ? {position: text.position} : {};
    parts.push({type: 'link', url: path, children: [{...text, value: path}], data: {kind: 'doc-path'}, ...position});
    done = match.index + path.length;
  }
  addText(text.value.length);
  return parts;
}

/** Links of some nodes in document order, each with its target as written and the address to open. */
export function linksOf(nodes: readonly (Root | RootContent)[], documentUrl: string | undefined): EntryLink[] {
  return nodes.flatMap((node): EntryLink[] => {
    if (node.type === 'link') {
      const target = node.url.replace(/^mailto:/i, '');
      return [
        {kind: node.data?.kind ?? 'embedded', text: plain(node.children), target, url: absoluteUrl(node, documentUrl)},
      ];
    }
    return 'children' in node ? linksOf(node.children, documentUrl) : [];
  });
}

/** A copy of a node whose links lead somewhere from anywhere. */
export function absolute<Node extends Nodes>(node: Node, documentUrl: string | undefined): Node {
  if (node.type === 'link') return {...node, url: absoluteUrl(node, documentUrl)};
  if (!('children' in node)) return node;
  return {...node, children: node.children.map((child: Nodes) => absolute(child, documentUrl))};
}

function absoluteUrl(link: Link, documentUrl: string | undefined): string {
  if (link.data?.kind === 'role-doc') return documentPage(link.url, documentUrl);
  if (link.url.startsWith('Documentation/')) return pathUrl(link.url, documentUrl);
  if (documentUrl === undefined || /^[a-z][a-z0-9+.-]*:/i.test(link.url)) return link.url;
  return fileUrl(link.url, documentUrl) ?? resolved(link.url, documentUrl);
}

/** A relative path names a file of the kernel's tree, where the document is one: `../../MAINTAINERS`, `btf.rst`. */
function fileUrl(path: string, documentUrl: string): string | undefined {
  const [root] = docsRoot.exec(documentUrl) ?? [];
  if (root === undefined || /^[#/?]/.test(path)) return undefined;
  const tree = 'file:///';
  const file = new URL(path, `${tree}Documentation/${documentUrl.slice(root.length)}`).href.slice(tree.length);
  return file.startsWith('Documentation/') && file.endsWith('.rst')
    ? pathUrl(file, documentUrl)
    : `${sourceTree}/${file}`;
}

function resolved(url: string, base: string): string {
  return URL.canParse(url, base) ? new URL(url, base).href : url;
}

/** The page that `:doc:` names: from the root of the documentation, or from the document's own folder. */
function documentPage(path: string, documentUrl: string | undefined): string {
  if (path.startsWith('/')) return `${rootOf(documentUrl)}${path.slice(1)}.html`;
  return documentUrl === undefined ? path : resolved(`${path}.html`, documentUrl);
}

function rootOf(documentUrl = ''): string {
  return docsRoot.exec(documentUrl)?.[0] ?? `${docsOrigin}/`;
}

/** The page of a document in the kernel's tree; plain text has none, so that leads to the file. */
function pathUrl(path: string, documentUrl: string | undefined): string {
  if (path.endsWith('.txt')) return `${sourceTree}/${path}`;
  return rootOf(documentUrl) + path.replace(/^Documentation\//, '').replace(/\.(?:rst|wst)$/, '.html');
}
