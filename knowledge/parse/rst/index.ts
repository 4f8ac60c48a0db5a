/**
 * RST to mdast, by our own parser. It never throws and takes time in proportion to the text.
 *
 * What is supported and what is not: README.md beside this file.
 */
import type {Root} from 'mdast';
import type {Parsed} from '../tree.js';
import {parseBlocks} from './block.js';
import {Document} from './document.js';
import {Source} from './lines.js';
import {resolveReferences} from './resolve.js';

export function parseRst(text: string): Parsed {
  const source = Source.of(text);
  const document = new Document();
  const to = source.lines.length;
  const children = parseBlocks({source, document, from: 0, to, column: 0, depth: 0, inline: false, titles: true});
  const start = {line: 1, column: 1, offset: 0};
  const tree: Root = {type: 'root', children, position: {start, end: source.end}};
  resolveReferences(tree, document);
  return {tree, problems: document.problems};
}
