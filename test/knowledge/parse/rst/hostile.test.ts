/** Texts made to break or stall a parser: each is read to its end. */
import {describe, expect, test} from 'vitest';
import {parseRst} from '../../../../knowledge/parse/index.js';
import {pathological} from '../../../bench/pathological.js';
import {placeErrors} from '../../../helpers/places.js';
import {wordsOf} from '../../../helpers/tree.js';

describe('hostile text', () => {
  const many = 20_000;
  test.each([
    ['nested bullets on one line', '- '.repeat(many) + 'x'],
    [
      'nested bullets on many lines',
      Array.from({length: 200}, (_, depth) => `${' '.repeat(2 * depth)}- x`).join('\n\n'),
    ],
    ['nested directives', '.. note:: '.repeat(many) + 'x'],
    ['stars that never close', '*a '.repeat(many)],
    ['back-quotes that never close', '``a '.repeat(many)],
    ['literal blocks without a block', 'x::\n\n'.repeat(many)],
    ['a word of twelve megabytes', 'a'.repeat(12_000_000)],
    ['quotes with attributions', ' x\n\n -- y\n\n'.repeat(many)],
    [
      'substitutions that double',
      Array.from({length: 60}, (_, at) => `.. |s${at}| replace:: |s${at + 1}| |s${at + 1}|`).join('\n') + '\n\n|s0| x',
    ],
    ['a circle of substitutions', '.. |a| replace:: |b|\n.. |b| replace:: |a|\n\n|a| x'],
    ['a circle of targets', '.. _a: b_\n.. _b: a_\n\na_ x'],
    ['a table of corners', `${'+-'.repeat(150)}+\n${`${'+'.repeat(301)}\n`.repeat(150)}${'+-'.repeat(150)}+\n\nx`],
    ['tabs', '\t'.repeat(many) + 'x'],
    ['control characters', '\0\u0001\u007f'.repeat(many) + 'x'],
    ['lone surrogates', '\udc00\ud800\n'.repeat(many) + 'x'],
  ])('is read to its end: %s', (_, text) => {
    expect(wordsOf(parseRst(text).tree)).toMatch(/[ax]/);
  });

  test.each(pathological())('has every node in its place: $name', ({text}) => {
    const hostile = text(2_000);
    expect(placeErrors(parseRst(hostile).tree, hostile)).toEqual([]);
  });
});
