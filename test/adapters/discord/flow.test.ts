import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {flowToRows} from '../../../adapters/discord/flow.js';
import {rowsToMarkdown} from '../../../adapters/discord/rows.js';
import {flowToPlain} from '../../../bot/plain.js';
import {readDiscord} from '../../helpers/discord-reader.js';
import {hostileText} from '../../helpers/hostile.js';
import {trees} from '../../helpers/mdast.js';

describe('flow content on Discord', () => {
  it('says the words of the plain text in the same order, whatever the tree', () => {
    fc.assert(
      fc.property(trees(hostileText), (nodes) => {
        expect(words(readDiscord(rowsToMarkdown(flowToRows(nodes))).text)).toBe(words(flowToPlain(nodes)));
      }),
      {numRuns: 1000},
    );
  });

  it('opens, names and calls nothing that the tree does not', () => {
    fc.assert(
      fc.property(trees(hostileText), (nodes) => {
        const read = readDiscord(rowsToMarkdown(flowToRows(nodes)));
        expect(read.kinds.filter((kind) => !known.has(kind))).toEqual([]);
        expect(
          read.links.filter((url) => !/^https?:\/\/x\.org\/(?:a_b(?:\*|%2A)c|(?:\(a\)|%28a%29)\[b\])?$/u.test(url)),
        ).toEqual([]);
      }),
      {numRuns: 1000},
    );
  });
});

const known = new Set([
  'text',
  'br',
  'twemoji',
  'strong',
  'em',
  'inlineCode',
  'codeBlock',
  'blockQuote',
  'link',
  'autolink',
]);

/** Codes in an address are the signs they stand for. */
function words(text: string): string {
  return text.replace(/%2A/gu, '*').replace(/\s+/gu, ' ').trim();
}
