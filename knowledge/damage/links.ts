/**
 * Links of a damaged copy, made dead: what leads to a host or an address that is not known becomes text.
 *
 * Such a host may be free for anyone to register. Code stays code: it is no link, and the reader is warned once.
 */
import type {PhrasingContent, Root, RootContent} from 'mdast';
import type {Entry} from '../entry.js';
import {isKnownTarget} from './known-hosts.js';

/** The entry without links to what is not known, and without a page of its own: that page has another text. */
export function deadenLinks(entry: Entry): Entry {
  const {document, line} = entry.origin;
  return {
    ...entry,
    answer: withChildren(entry.answer),
    links: entry.links.filter((link) => isKnownTarget(link.url)),
    origin: {document, line},
  };
}

function withChildren<Parent extends Root | Extract<RootContent, {children: unknown}>>(parent: Parent): Parent {
  return {...parent, children: parent.children.flatMap((child) => deadened(child))};
}

function deadened(node: RootContent): RootContent[] {
  switch (node.type) {
    case 'link':
      return isKnownTarget(node.url) ? [withChildren(node)] : withoutLink(node.children);
    case 'image':
      return isKnownTarget(node.url) ? [node] : [{type: 'text', value: node.alt ?? ''}];
    case 'definition':
      return isKnownTarget(node.url) ? [node] : [];
    default:
      return 'children' in node ? [withChildren(node)] : [node];
  }
}

function withoutLink(children: readonly PhrasingContent[]): RootContent[] {
  return children.flatMap((child) => deadened(child));
}
