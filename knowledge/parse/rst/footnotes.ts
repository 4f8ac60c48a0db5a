/**
 * Footnotes and citations: which label a reference means, and what is shown for it.
 *
 * `[1]` and `[Name]` show themselves, `[#]` and `[#name]` the next number that no label takes, `[*]` the next symbol.
 * Numbers are given when all footnotes are known. Source: docutils.transforms.references.Footnotes.
 */
import type {FootnoteDefinition, FootnoteReference} from 'mdast';
import type {Point, Position} from 'unist';
import type {Problem} from '../tree.js';
import {normalName} from './ids.js';

/** Symbols of `[*]` footnotes; behind the last one they double. Source: Footnotes.symbols. */
const symbols = ['*', '†', '‡', '§', '¶', '#', '♠', '♥', '♦', '♣'];

export class Footnotes {
  readonly #definitions: {readonly node: FootnoteDefinition; readonly label: string}[] = [];
  readonly #references: {readonly node: FootnoteReference; readonly label: string; readonly at: Point}[] = [];

  /** A footnote without its body, by the label in its brackets. */
  define(label: string, position: Position): FootnoteDefinition {
    const node: FootnoteDefinition = {type: 'footnoteDefinition', identifier: '', label, children: [], position};
    this.#definitions.push({node, label});
    return node;
  }

  refer(label: string, position: Position): FootnoteReference {
    const node: FootnoteReference = {type: 'footnoteReference', identifier: normalName(label), label, position};
    this.#references.push({node, label, at: position.start});
    return node;
  }

  /** Give all footnotes and references their labels; references that lead nowhere keep what is written. */
  resolve(): Problem[] {
    const nameless = {'#': [] as FootnoteDefinition[], '*': [] as FootnoteDefinition[]};
    const known = new Map<string, FootnoteDefinition>();
    const taken = new Set(this.#definitions.map(({label}) => label));
    let number = 0;
    for (const {node, label} of this.#definitions) {
      if (label === '*') {
        node.label = symbolAt(nameless['*'].length);
        nameless['*'].push(node);
      } else if (label.startsWith('#')) {
        do number += 1;
        while (taken.has(String(number)));
        node.label = String(number);
        if (label === '#') nameless['#'].push(node);
      }
      node.identifier = normalName(label.length > 1 && label.startsWith('#') ? label.slice(1) : (node.label ?? label));
      if (!known.has(node.identifier)) known.set(node.identifier, node);
    }
    const problems: Problem[] = [];
    const used = {'#': 0, '*': 0};
    for (const {node, label, at} of this.#references) {
      const found =
        label === '#' || label === '*'
          ? nameless[label][used[label]++]
          : known.get(normalName(label.startsWith('#') ? label.slice(1) : label));
      if (found) Object.assign(node, {identifier: found.identifier, label: found.label});
      else {
        const met = `the footnote reference \`[${label}]_\``;
        problems.push({line: at.line, column: at.column, met, hoped: 'a footnote of that label'});
      }
    }
    return problems;
  }
}

function symbolAt(index: number): string {
  return (symbols[index % symbols.length] ?? '*').repeat(1 + Math.min(Math.floor(index / symbols.length), 9));
}
