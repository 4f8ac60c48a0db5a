/**
 * What a document knows of itself while it is read: problems, ids, targets, references that wait for their target.
 *
 * References may come before their targets, so links are made empty and filled by `resolveReferences` at the end.
 */
import type {Definition, Link, PhrasingContent, Text} from 'mdast';
import type {Point, Position} from 'unist';
import type {Problem} from '../tree.js';
import {Footnotes} from './footnotes.js';
import {IdRegistry, makeId, normalName} from './ids.js';

/** Where a name leads. */
export type Target =
  | {readonly type: 'url'; readonly url: string}
  | {readonly type: 'internal'; readonly id: string}
  | {readonly type: 'alias'; readonly name: string};

/** A link that waits for its target. */
export interface Pending {
  readonly link: Link;
  /** Normalised; absent for an anonymous reference. */
  readonly name?: string;
  readonly at: Point;
  /** A `:ref:`: its label may stand in another document, so that not finding it here is no problem. */
  readonly elsewhere?: boolean;
}

/** Most problems that are kept; a binary file has more than anyone reads. */
const maxProblems = 1000;

export class Document {
  readonly problems: Problem[] = [];
  readonly ids = new IdRegistry();
  readonly pending: Pending[] = [];
  readonly anonymousTargets: Target[] = [];
  readonly substitutions = new Map<string, readonly PhrasingContent[]>();
  /** Places of substitutions, which may be defined further down, with their names. */
  readonly waiting = new Map<PhrasingContent, string>();
  /** Words of a `:ref:` that has none of its own: the title it leads to is shown instead. */
  readonly untitled: {readonly text: Text; readonly name: string}[] = [];
  /** Text of the title that follows an internal target, for a `:ref:` without words of its own. */
  readonly titles = new Map<string, string>();
  /** Definitions that lead where another name leads. */
  readonly aliases: {readonly node: Definition; readonly name: string}[] = [];
  /** Styles of titles in the order of their first appearance. */
  readonly styles: string[] = [];
  /** Level of the last title, from 0; -1 before the first. */
  level = -1;
  /** Internal targets that wait for the element they stand before. */
  #labels: {readonly name: string; readonly id: string; readonly node: Definition}[] = [];
  readonly #explicit = new Map<string, Target>();
  /** Titles; `undefined` where two titles share a name, so that it leads nowhere. */
  readonly #implicit = new Map<string, string | undefined>();
  readonly footnotes = new Footnotes();

  problem(at: Point, met: string, hoped: string): void {
    if (this.problems.length < maxProblems) this.problems.push({line: at.line, column: at.column, met, hoped});
  }

  /** Give a title its id, under which its text can be referred to. */
  addTitle(title: string): string {
    const name = normalName(title);
    const id = this.ids.take(makeId(title));
    this.#implicit.set(name, this.#implicit.has(name) ? undefined : id);
    return id;
  }

  /** Note a target that leads elsewhere. It takes an id all the same, so that a title of its name gets another. */
  addTarget(name: string, target: Target, at: Point): void {
    this.ids.take(makeId(name));
    this.#note(name, target, at);
  }

  /** The first of two targets with one name stands. */
  #note(name: string, target: Target, at: Point): void {
    const key = normalName(name);
    const known = this.#explicit.get(key);
    if (known === undefined) this.#explicit.set(key, target);
    else if (JSON.stringify(known) !== JSON.stringify(target)) {
      this.problem(at, `a second target named ${name}`, 'each name once');
    }
  }

  /** Note a target at a place of this document, and give its id. */
  addInternalTarget(name: string, at: Point): string {
    const id = this.ids.take(makeId(name));
    this.#note(name, {type: 'internal', id}, at);
    return id;
  }

  /** Let an internal target name whatever follows it. */
  addLabel(name: string, id: string, node: Definition): void {
    this.#labels.push({name, id, node});
  }

  /** Ids of the labels directly before a title. */
  takeLabels(title: string): string[] {
    const labels = this.#labels;
    this.#labels = [];
    for (const label of labels) this.titles.set(normalName(label.name), title);
    return labels.map((label) => label.id);
  }

  /** Something other than a title or a target came: the labels before it name that. */
  dropLabels(): void {
    this.#labels = [];
  }

  /** Labels directly before an external target lead where it leads. */
  redirectLabels(target: Target): void {
    for (const {name, node} of this.#labels) {
      this.#explicit.set(normalName(name), target);
      delete node.data;
      node.url = target.type === 'url' ? target.url : '';
      if (target.type === 'alias') this.aliases.push({node, name: target.name});
    }
    this.#labels = [];
  }

  /** Follow a name to its end. `kind` tells an explicit target from a title. */
  find(name: string): {readonly url: string; readonly kind: 'named-target' | 'internal-section'} | undefined {
    let key = normalName(name);
    // A chain longer than this is a circle.
    for (let hops = 0; hops < 20; hops++) {
      const target = this.#explicit.get(key);
      if (target === undefined) break;
      if (target.type === 'url') return {url: target.url, kind: 'named-target'};
      if (target.type === 'internal') return {url: `#${target.id}`, kind: 'internal-section'};
      key = normalName(target.name);
    }
    const id = this.#implicit.get(key);
    return id === undefined ? undefined : {url: `#${id}`, kind: 'internal-section'};
  }

  /** A node that stands for `|name|`; it is replaced at the end. */
  substitutionNode(name: string, position: Position): Text {
    const node: Text = {type: 'text', value: `|${name}|`, position};
    this.waiting.set(node, normalName(name));
    return node;
  }
}
