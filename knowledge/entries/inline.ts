/**
 * Inline nodes as one text: reading it, cutting it, folding its white space. Nodes are copied, never changed.
 */
import type {Nodes, PhrasingContent, Text} from 'mdast';

/** The readable words of a node, markup gone; white space as it stands. */
export function rawText(node: Nodes): string {
  if (node.type === 'html' || node.type === 'definition' || node.type === 'footnoteReference') return '';
  if ('value' in node) return node.value;
  if (node.type === 'break') return '\n';
  if (!('children' in node)) return 'alt' in node ? (node.alt ?? '') : '';
  return node.children.map(rawText).join('');
}

/** The readable words of inline nodes on one line. */
export function plain(nodes: readonly PhrasingContent[]): string {
  return foldSpace(nodes.map(rawText).join(''));
}

export function foldSpace(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}

/** The first leaf, if it is text: marks in code are code. */
export function leadingText(nodes: readonly PhrasingContent[]): string | undefined {
  let node: PhrasingContent | undefined = nodes[0];
  while (node !== undefined && 'children' in node) {
    if (node.type === 'link') return undefined;
    node = node.children[0];
  }
  return node?.type === 'text' ? node.value : undefined;
}

/** Cut inline nodes after `at` characters of their raw text. A node on the cut is on both sides, each with its part. */
export function cut(nodes: readonly PhrasingContent[], at: number): [PhrasingContent[], PhrasingContent[]] {
  const left: PhrasingContent[] = [];
  const right: PhrasingContent[] = [];
  let passed = 0;
  for (const node of nodes) {
    const {length} = rawText(node);
    if (passed + length <= at) left.push(node);
    else if (passed >= at) right.push(node);
    else {
      const [before, after] = cutNode(node, at - passed);
      left.push(...before);
      right.push(...after);
    }
    passed += length;
  }
  return [left, right];
}

function cutNode(node: PhrasingContent, at: number): [PhrasingContent[], PhrasingContent[]] {
  if (node.type === 'text') return cutText(node, at);
  if (!('children' in node)) return [[], [node]];
  const [before, after] = cut(node.children, at);
  const part = (children: PhrasingContent[]): PhrasingContent[] => (children.length === 0 ? [] : [{...node, children}]);
  return [part(before), part(after)];
}

function cutText(node: Text, at: number): [Text[], Text[]] {
  const before = node.value.slice(0, at);
  const after = node.value.slice(at);
  return [[{...node, value: before}], after === '' ? [] : [shifted(node, after, at)]];
}

/** The rest of a text. Its start is exact on the text's first line; further down the whole text's place stays. */
function shifted(node: Text, value: string, by: number): Text {
  const {position} = node;
  if (position === undefined) return {...node, value};
  const {start, end} = position;
  if (start.line !== end.line && by > 20) return {...node, value};
  const offset = start.offset === undefined ? {} : {offset: start.offset + by};
  return {...node, value, position: {start: {...start, column: start.column + by, ...offset}, end}};
}

/** Without white space at both ends. */
export function trim(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const text = nodes.map(rawText).join('');
  const lead = text.length - text.trimStart().length;
  const kept = cut(nodes, lead)[1];
  return cut(kept, text.trim().length)[0];
}

/** Two runs of inline nodes as one, a space between them. */
export function join(left: readonly PhrasingContent[], right: readonly PhrasingContent[]): PhrasingContent[] {
  const last = left.at(-1);
  if (last === undefined || right.length === 0) return [...left, ...right];
  if (last.type === 'text') return [...left.slice(0, -1), {...last, value: `${last.value} `}, ...right];
  const end = last.position?.end;
  const space: Text = {type: 'text', value: ' ', ...(end ? {position: {start: end, end}} : {})};
  return [...left, space, ...right];
}
