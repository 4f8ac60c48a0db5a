/**
 * What the reading of inline markup collects: nodes, and plain text with its addresses.
 */
import type {PhrasingContent} from 'mdast';
import type {Document} from './document.js';
import type {Span} from './span.js';
import {unescape} from './unescape.js';
import {findAddresses} from './uri.js';

export interface Reader {
  readonly span: Span;
  readonly document: Document;
  readonly nodes: PhrasingContent[];
  /** End strings that do not come any more in this span. */
  readonly missing: Set<string>;
  /** Where reading began anew behind a piece or a mark that opens nothing: markup may start there. */
  fresh: number;
}

/** Add a node; text that follows text becomes one with it. */
export function addNode(reader: Reader, node: PhrasingContent): void {
  const last = reader.nodes.at(-1);
  if (
    node.type === 'text' &&
    last?.type === 'text' &&
    !reader.document.waiting.has(last) &&
    !reader.document.waiting.has(node)
  ) {
    last.value += node.value;
    if (last.position && node.position) last.position = {start: last.position.start, end: node.position.end};
  } else reader.nodes.push(node);
}

/** Text without markup: addresses in it become links, the rest one text node each. */
export function addPlain(reader: Reader, from: number, to: number): void {
  if (from >= to) return;
  const {span} = reader;
  const raw = span.text.slice(from, to);
  let done = 0;
  const addText = (end: number): void => {
    const value = unescape(raw.slice(done, end));
    if (value) addNode(reader, {type: 'text', value, position: span.position(from + done, from + end)});
  };
  for (const address of findAddresses(raw)) {
    addText(address.from);
    const value = unescape(raw.slice(address.from, address.to));
    const isMail = address.type === 'mail';
    const position = span.position(from + address.from, from + address.to);
    reader.nodes.push({
      type: 'link',
      url: isMail && !value.toLowerCase().startsWith('mailto:') ? `mailto:${value}` : value,
      children: [{type: 'text', value, position}],
      data: {kind: isMail ? 'mailto' : 'url'},
      position,
    });
    done = address.to;
  }
  addText(raw.length);
}
