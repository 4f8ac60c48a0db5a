/**
 * A tree as short lines, so that tests can compare whole trees at a glance.
 *
 * A block is a line of its own, its children two spaces deeper. Inline nodes are written in the line: *emphasis*,
 * **strong**, `code`, [words](address kind), [^footnote], ![words](address), and / for a line break.
 */
import type {Code, List, Nodes, Paragraph, PhrasingContent, Root} from 'mdast';

export function treeLines(tree: Root): string[] {
  return tree.children.flatMap((node) => linesOf(node));
}

function linesOf(node: Nodes): string[] {
  const deeper = (): string[] =>
    'children' in node ? node.children.flatMap((child) => linesOf(child)).map((line) => `  ${line}`) : [];
  switch (node.type) {
    case 'heading':
      return [`h${node.depth} ${inlineOf(node.children)}${(node.data?.anchors ?? []).map((id) => ` #${id}`).join('')}`];
    case 'paragraph':
      return [`${paragraphName(node)} ${inlineOf(node.children)}`];
    case 'code':
      return [codeLine(node)];
    case 'blockquote':
      return [['quote', node.data?.kind, node.data?.name].filter(Boolean).join(' '), ...deeper()];
    case 'list':
      return [listLine(node), ...deeper()];
    case 'listItem':
      return [node.spread === true ? 'item loose' : 'item', ...deeper()];
    case 'table':
      return ['table', ...deeper()];
    case 'tableRow':
      return [`row ${node.children.map((cell) => inlineOf(cell.children)).join(' | ')}`.trimEnd()];
    case 'thematicBreak':
      return ['rule'];
    case 'html':
      return [`comment ${node.value.replace(/^<!-- | -->$/g, '')}`];
    case 'definition':
      return [`${node.data?.internal === true ? 'label' : 'target'} ${node.identifier} -> ${node.url}`];
    case 'footnoteDefinition':
      return [
        `footnote ${node.identifier}${node.label === node.identifier ? '' : ` shown ${node.label ?? ''}`}`,
        ...deeper(),
      ];
    case 'root':
    case 'yaml':
    case 'tableCell':
    case 'text':
    case 'inlineCode':
    case 'emphasis':
    case 'strong':
    case 'delete':
    case 'link':
    case 'linkReference':
    case 'image':
    case 'imageReference':
    case 'footnoteReference':
    case 'break':
      return [node.type, ...deeper()];
  }
}

function paragraphName(node: Paragraph): string {
  return node.data?.kind ?? 'p';
}

function codeLine(node: Code): string {
  return ['code', node.lang, node.data?.kind, JSON.stringify(node.value)].filter(Boolean).join(' ');
}

function listLine(node: List): string {
  const from = node.ordered === true && node.start !== 1 ? `from ${node.start ?? 1}` : '';
  const name = node.data?.kind ?? (node.ordered === true ? 'numbers' : 'bullets');
  return [name, node.data?.numbering, from, node.spread === true ? 'loose' : ''].filter(Boolean).join(' ');
}

/** Inline nodes as one line. */
export function inlineOf(nodes: readonly PhrasingContent[]): string {
  return nodes.map(inline).join('');
}

function inline(node: PhrasingContent): string {
  switch (node.type) {
    case 'text':
      return node.value;
    case 'inlineCode':
      return `\`${node.value}\``;
    case 'emphasis':
      return `*${inlineOf(node.children)}*`;
    case 'strong':
      return `**${inlineOf(node.children)}**`;
    case 'link':
      return `[${inlineOf(node.children)}](${[node.url, node.data?.kind].filter(Boolean).join(' ')})`;
    case 'image':
      return `![${node.alt ?? ''}](${node.url})`;
    case 'footnoteReference':
      return `[^${node.label ?? node.identifier}]`;
    case 'break':
      return ' / ';
    case 'html':
    case 'delete':
    case 'linkReference':
    case 'imageReference':
      return `<${node.type}>`;
  }
}

/** A node and all below it, in the order of the text. */
export function nodesOf(tree: Nodes): Nodes[] {
  const nodes: Nodes[] = [];
  const stack: Nodes[] = [tree];
  for (let node = stack.pop(); node; node = stack.pop()) {
    nodes.push(node);
    if ('children' in node) for (const child of [...node.children].reverse()) stack.push(child);
  }
  return nodes;
}

/** All that a tree says, its nodes parted by spaces. */
export function wordsOf(tree: Nodes): string {
  return nodesOf(tree)
    .flatMap((node) => ('value' in node ? [node.value] : []))
    .join(' ');
}
