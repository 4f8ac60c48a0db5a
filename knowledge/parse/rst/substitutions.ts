/**
 * Substitutions: `|name|` gives way to what `.. |name| replace::` says.
 *
 * A definition may use others, so each is settled once, before its first use; a circle is cut. What all uses add is
 * limited by the size of the document: sixty definitions that double each other are a few lines of text.
 */
import type {PhrasingContent, RootContent, Text} from 'mdast';
import type {Position} from 'unist';
import type {Document} from './document.js';
import {plainText} from './text.js';

/** What substitutions may add to a document of any size, in nodes and characters. */
const leastBudget = 100_000;

/** Definitions within definitions that are followed. */
const maxDepth = 50;

interface Meaning {
  readonly nodes: readonly PhrasingContent[];
  /** What one use adds. */
  readonly cost: number;
}

export class Substitutions {
  readonly #meanings = new Map<string, Meaning | undefined>();
  #budget: number;
  #depth = 0;

  constructor(
    private readonly document: Document,
    sizeChars: number,
  ) {
    this.#budget = leastBudget + 4 * sizeChars;
  }

  has(node: PhrasingContent): boolean {
    return this.document.waiting.has(node);
  }

  /** Nodes with substitutions in their places and links without an address as their words; adjacent texts are one. */
  settled(nodes: readonly PhrasingContent[]): PhrasingContent[] {
    const settled: PhrasingContent[] = [];
    /** The text at the end, a copy that may grow. */
    let tail: Text | undefined;
    for (const node of nodes) {
      for (const part of this.#partsOf(node)) {
        if (part.type !== 'text') {
          tail = undefined;
          settled.push(part);
        } else if (tail) {
          tail.value += part.value;
          if (tail.position && part.position) tail.position.end = part.position.end;
        } else {
          tail = {...part, ...(part.position && {position: {...part.position}})};
          settled.push(tail);
        }
      }
    }
    return settled;
  }

  #partsOf(node: PhrasingContent): readonly PhrasingContent[] {
    const name = this.document.waiting.get(node);
    if (name === undefined) return node.type === 'link' && node.url === '' ? node.children : [node];
    const meaning = this.#meaningOf(name);
    if (meaning && meaning.cost <= this.#budget) {
      this.#budget -= meaning.cost;
      return meaning.nodes.map((part) => movedTo(part, node.position));
    }
    if (node.position) {
      const hoped = meaning ? 'fewer or shorter substitutions' : 'a definition of it in the document';
      this.document.problem(node.position.start, `the substitution \`|${name}|\``, hoped);
    }
    return [node];
  }

  #meaningOf(name: string): Meaning | undefined {
    if (this.#meanings.has(name)) return this.#meanings.get(name);
    const defined = this.document.substitutions.get(name);
    // While a definition is being settled it has no meaning, which cuts circles.
    this.#meanings.set(name, undefined);
    if (!defined || this.#depth >= maxDepth) return undefined;
    this.#depth++;
    const nodes = this.settled(defined);
    this.#depth--;
    const meaning = {nodes, cost: costOf(nodes)};
    this.#meanings.set(name, meaning);
    return meaning;
  }
}

function costOf(nodes: readonly PhrasingContent[]): number {
  let cost = plainText(nodes).length;
  const stack = [...nodes];
  for (let top = stack.pop(); top; top = stack.pop()) {
    cost += 1;
    if ('children' in top) for (const child of top.children) stack.push(child);
  }
  return cost;
}

/** A copy of a node at the place it is used. */
function movedTo(node: PhrasingContent, position: Position | undefined): PhrasingContent {
  const copy: PhrasingContent = {...node, ...(position && {position})};
  if ('children' in copy)
    copy.children = (copy.children as RootContent[]).map((child) => movedTo(child as PhrasingContent, position));
  return copy;
}
