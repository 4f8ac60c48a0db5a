/**
 * The last step: links get their addresses, substitutions their text, footnotes their numbers.
 *
 * A reference that leads nowhere becomes its readable text, and is a problem.
 */
import type {PhrasingContent, Root, RootContent} from 'mdast';
import type {Document, Target} from './document.js';
import {normalName} from './ids.js';

export function resolveReferences(tree: Root, document: Document): void {
  for (const {node, name} of document.aliases) node.url = document.find(name)?.url ?? '';
  let anonymous = 0;
  for (const {link, name, at, elsewhere} of document.pending) {
    const found = name === undefined ? follow(document, document.anonymousTargets[anonymous++]) : document.find(name);
    if (found) {
      link.url = found.url;
      link.data = {kind: found.kind};
    } else if (!elsewhere) {
      document.problem(
        at,
        name === undefined ? 'an anonymous reference' : `the reference \`${name}\``,
        'a target for it in the document',
      );
    }
  }
  for (const {text, name} of document.untitled) {
    const title = document.titles.get(name);
    if (title !== undefined) text.value = title;
  }
  const auto = [...document.autoFootnotes];
  for (const {node, at} of document.footnotes) {
    if (node.label === '#') {
      const label = auto.shift();
      if (label !== undefined) Object.assign(node, {label, identifier: label});
    }
    const shown = document.footnoteLabels.get(node.identifier);
    if (shown !== undefined) node.label = shown;
    else document.problem(at, `the footnote reference \`[${node.label ?? ''}]_\``, 'a footnote of that label');
  }
  const replacements = new Map<PhrasingContent, readonly PhrasingContent[]>();
  for (const {nodes, name, at} of document.waiting) {
    const [placeholder] = nodes;
    const found = document.substitutions.get(normalName(name));
    if (found && placeholder) replacements.set(placeholder, found);
    else document.problem(at, `the substitution \`|${name}|\``, 'a definition of it in the document');
  }
  settle(tree.children, replacements);
}

function follow(document: Document, target: Target | undefined): ReturnType<Document['find']> {
  if (target?.type === 'alias') return document.find(target.name);
  if (target?.type === 'url' && target.url !== '') return {url: target.url, kind: 'named-target'};
  return undefined;
}

/** Put substitutions in their places, turn links without an address into their words, and join adjacent texts. */
function settle(children: RootContent[], replacements: ReadonlyMap<PhrasingContent, readonly PhrasingContent[]>): void {
  let changed = false;
  for (const node of children) {
    if ('children' in node) settle(node.children as RootContent[], replacements);
    changed ||= (node.type === 'link' && node.url === '') || replacements.has(node as PhrasingContent);
  }
  if (!changed) return;
  const settled: RootContent[] = [];
  for (const node of children) {
    const replacement = replacements.get(node as PhrasingContent);
    const nodes = replacement
      ? replacement.map((part) => moved(part, node))
      : node.type === 'link' && node.url === ''
        ? node.children
        : [node];
    for (const part of nodes) {
      const last = settled.at(-1);
      if (part.type === 'text' && last?.type === 'text') {
        const position =
          last.position && part.position ? {position: {start: last.position.start, end: part.position.end}} : {};
        settled[settled.length - 1] = {...last, value: last.value + part.value, ...position};
      } else {
        settled.push(part);
      }
    }
  }
  children.splice(0, children.length, ...settled);
}

/** A copy of a substitution's node, at the place it is used. */
function moved(node: PhrasingContent, place: RootContent): PhrasingContent {
  const copy = structuredClone(node);
  const stack: PhrasingContent[] = [copy];
  for (let top = stack.pop(); top; top = stack.pop()) {
    if (place.position) top.position = place.position;
    if ('children' in top) stack.push(...top.children);
  }
  return copy;
}
