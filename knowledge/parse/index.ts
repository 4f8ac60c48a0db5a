/**
 * Documents to trees, by the kind that their name tells.
 */
import {parseRst} from './rst/index.js';
import type {Parsed} from './tree.js';

export {parseRst};

/** Parse a document: Markdown by its extension, anything else as RST. remark is loaded only for Markdown. */
export async function parseDocument(name: string, text: string): Promise<Parsed> {
  if (!/\.(md|markdown)$/i.test(name)) return parseRst(text);
  const {parseMarkdown} = await import('./markdown.js');
  return parseMarkdown(text);
}
