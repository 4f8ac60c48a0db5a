/**
 * The outline of a document: what stands in it, per category and in order, as short comparable lines.
 *
 * docutils' tree and ours are both brought into this form (the other half is dump.py), so that a difference
 * is one line on either side. Content of table cells counts for links alone: mdast has no blocks in cells.
 */
import type {Link, List, Nodes, Parents, Root, Table} from 'mdast';
import {foldSpace, textOf} from './text.js';

export const categories = [
  'sections',
  'paragraphs',
  'code',
  'quotes',
  'lists',
  'tables',
  'links',
  'targets',
  'inlines',
] as const;
export type Category = (typeof categories)[number];

/** 1-based line and the comparable text. */
export type Item = readonly [line: number, value: string];
export type Outline = Readonly<Record<Category, readonly Item[]>>;

/** Where the walk stands: how many lists and quotes are around, and whether it is in a table. */
interface Depth {
  readonly lists: number;
  readonly quotes: number;
  readonly inTable: boolean;
  /** Whether the innermost list is one of definitions. */
  readonly inDefinitions: boolean;
}

const numberings = {
  decimal: 'arabic',
  'lower-alpha': 'loweralpha',
  'upper-alpha': 'upperalpha',
  'lower-roman': 'lowerroman',
  'upper-roman': 'upperroman',
} as const;

export function outlineOf(tree: Root): Outline {
  const out: Record<Category, Item[]> = {
    sections: [],
    paragraphs: [],
    code: [],
    quotes: [],
    lists: [],
    tables: [],
    links: [],
    targets: [],
    inlines: [],
  };
  const add = (category: Category, node: Nodes, value: string): void => {
    out[category].push([node.position?.start.line ?? 0, value]);
  };

  function walk(node: Nodes, depth: Depth): void {
    let inner = depth;
    switch (node.type) {
      case 'heading':
        add('sections', node, `${node.depth} ${foldSpace(textOf(node))} [${(node.data?.anchors ?? []).join(' ')}]`);
        break;
      case 'paragraph':
        // Names of functions and options are no inline markup.
        if (node.data?.kind === 'term' && !depth.inDefinitions) return;
        if (node.data?.kind === undefined && !depth.inTable) add('paragraphs', node, foldSpace(textOf(node)));
        break;
      case 'code':
        if (node.data?.kind !== 'raw' && !depth.inTable) add('code', node, trimmedLines(node.value));
        break;
      case 'blockquote':
        if (node.data?.kind !== undefined) break;
        if (!depth.inTable) add('quotes', node, `${depth.quotes + 1} ${textOf(node).replace(/\s+/g, '').slice(0, 60)}`);
        inner = {...depth, quotes: depth.quotes + 1};
        break;
      case 'list':
        if (!depth.inTable) add('lists', node, `${depth.lists + 1} ${listKind(node)}, ${node.children.length} items`);
        inner = {...depth, lists: depth.lists + 1, inDefinitions: node.data?.kind === 'definition'};
        break;
      case 'table':
        if (!depth.inTable) add('tables', node, `${rows(node)} x ${columns(node)}`);
        inner = {...depth, inTable: true};
        break;
      case 'link':
        add('links', node, `${foldSpace(textOf(node))} -> ${targetOf(node)}`);
        break;
      case 'definition':
        if (!depth.inTable) add('targets', node, `${node.identifier || '__'} -> ${node.url.replace(/^mailto:/, '')}`);
        break;
      case 'inlineCode':
        add('inlines', node, `literal ${foldSpace(node.value)}`);
        break;
      case 'strong':
      case 'emphasis':
        add('inlines', node, `${node.type} ${foldSpace(textOf(node))}`);
        break;
      case 'root':
      case 'text':
      case 'html':
      case 'yaml':
      case 'break':
      case 'delete':
      case 'image':
      case 'imageReference':
      case 'linkReference':
      case 'listItem':
      case 'tableRow':
      case 'tableCell':
      case 'thematicBreak':
      case 'footnoteDefinition':
      case 'footnoteReference':
        break;
    }
    if (!('children' in node)) return;
    for (const child of titleless(node)) walk(child, inner);
  }

  walk(tree, {lists: 0, quotes: 0, inTable: false, inDefinitions: false});
  return out;
}

/** Children less the line "Note" that an admonition begins with; docutils has no node for it. */
function titleless(node: Parents): readonly Nodes[] {
  const [first, ...others] = node.children;
  const named = node.type === 'blockquote' && node.data?.kind === 'admonition' && first?.type === 'paragraph';
  return named && first.children.length === 1 && first.children[0]?.type === 'strong' ? others : node.children;
}

function listKind(list: List): string {
  if (list.data?.kind !== undefined) return list.data.kind;
  if (list.ordered !== true) return 'bullet';
  return `${numberings[list.data?.numbering ?? 'decimal']} from ${list.start ?? 1}`;
}

/** A table without a header has an empty first row, because mdast asks for one. */
function rows(table: Table): number {
  const [first, ...others] = table.children;
  return others.length + (first !== undefined && textOf(first).trim() !== '' ? 1 : 0);
}

function columns(table: Table): number {
  return Math.max(0, ...table.children.map((row) => row.children.length));
}

function targetOf(link: Link): string {
  return link.url.replace(/^mailto:/, '');
}

function trimmedLines(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/^\n+|\n+$/g, '');
}
