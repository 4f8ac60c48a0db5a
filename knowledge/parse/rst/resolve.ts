/**
 * The last step: links get their addresses, substitutions their text, footnotes their numbers.
 *
 * A reference that leads nowhere becomes its readable text, and is a problem.
 */
import type {PhrasingContent, Root, RootContent} from 'mdast';
import type {Document, Target} from './document.js';
import {Substitutions} from './substitutions.js';

export function resolveReferences(tree: Root, document: Document): void {
  for (const {node, name} of document.aliases) node.url = document.find(name)?.url ?? '';
  resolveLinks(document);
  for (const {text, name} of document.untitled) {
    const title = document.titles.get(name);
    if (title !== undefined) text.value = title;
  }
  for (const {line, column, met, hoped} of document.footnotes.resolve()) document.problem({line, column}, met, hoped);
  const size = tree.position?.end.offset ?? 0;
  settle(tree.children, new Substitutions(document, size));
}

function resolveLinks(document: Document): void {
  let anonymous = 0;
  for (const {link, name, at, elsewhere} of document.pending) {
    const found = name === undefined ? follow(document, document.anonymousTargets[anonymous++]) : document.find(name);
    if (found) {
      link.url = found.url;
      link.data = {kind: found.kind};
    } else if (!elsewhere) {
      const met = name === undefined ? 'an anonymous reference' : `the reference \`${name}\``;
      document.problem(at, met, 'a target for it in the document');
    }
  }
}

function follow(document: Document, target: Target | undefined): ReturnType<Document['find']> {
  if (target?.type === 'alias') return document.find(target.name);
  if (target?.type === 'internal') return {url: `#${target.id}`, kind: 'internal-section'};
  return target && target.url !== '' ? {url: target.url, kind: 'named-target'} : undefined;
}

/** Put substitutions in their places, turn links without an address into their words, and join adjacent texts. */
function settle(children: RootContent[], substitutions: Substitutions): void {
  let changed = false;
  for (const node of children) {
    if ('children' in node) settle(node.children, substitutions);
    changed ||= (node.type === 'link' && node.url === '') || (node.type === 'text' && substitutions.has(node));
  }
  if (!changed) return;
  const settled = substitutions.settled(children as PhrasingContent[]);
  // One by one: a paragraph may have more children than a call takes arguments.
  children.length = 0;
  for (const node of settled) children.push(node);
}
