/** What holds for any text: no error, every node in its place, no word of a plain text lost. */
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {parseRst} from '../../../../knowledge/parse/index.js';
import {isInside, placeErrors} from '../../../helpers/places.js';
import {nodesOf, wordsOf} from '../../../helpers/tree.js';

const seed = 20240229;

/** Pieces of markup, so that random texts meet the constructs and their edges. */
const pieces = [
  ...[
    '*',
    '**',
    '`',
    '``',
    '_',
    '__',
    '|',
    '[1]_',
    '[#]_',
    '::',
    '<',
    '>',
    '(',
    ')',
    '"',
    '\\',
    '\\ ',
    '\\*',
    ':ref:`a`',
  ],
  ...[
    'a',
    'two words',
    'é',
    '世界',
    '\u00a0',
    '\ud800',
    '\0',
    '\f',
    '\t',
    '\ufeff',
    '\r',
    ' ',
    '  ',
    '\n',
    '\n\n',
    '\r\n',
  ],
  ...['\n  ', '\n    ', '- ', '1. ', '#. ', '(a) ', ':f: ', '-o  ', '--long=x  ', '>>> ', '| ', '.. ', '__ ', '-- '],
  ...[
    '.. note:: ',
    '.. _t: ',
    '.. _t:\n',
    '.. [#] ',
    '.. |s| replace:: ',
    '|s|',
    't_',
    '`t`_',
    '`a <b_>`__',
    '====',
    '\n====\n',
  ],
  ...[
    '\n----\n',
    '+--+--+\n',
    '|a |b |\n',
    '+==+==+\n',
    '== ==\n',
    'a  b\n',
    '-----\n',
    'http://e.example/a',
    'a@b.example',
  ],
  ...[
    '.. list-table::\n',
    '   * - ',
    '     - ',
    '.. csv-table::\n\n   ',
    '.. image:: x',
    '.. figure:: x\n\n',
    '   :x: y\n',
  ],
  ...[
    '.. code-block:: c\n',
    '.. only:: x\n\n',
    '.. math:: y\n',
    '.. raw:: html\n\n',
    '.. contents::\n',
    '.. include:: f\n',
  ],
];
const markup = fc.array(fc.constantFrom(...pieces), {maxLength: 30}).map((parts) => parts.join(''));
const anything = fc.oneof(
  markup,
  fc.string({unit: 'binary', maxLength: 200}),
  fc.string({unit: 'grapheme', maxLength: 200}),
);

describe('any text', () => {
  test('has every node in its place', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(placeErrors(parseRst(text).tree, text)).toEqual([]);
      }),
      {seed, numRuns: 2000},
    );
  });

  test('has problems that stand in it', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(parseRst(text).problems.filter((problem) => !isInside(problem, text))).toEqual([]);
      }),
      {seed, numRuns: 1000},
    );
  });

  test('reads the same twice', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(parseRst(text)).toEqual(parseRst(text));
      }),
      {seed, numRuns: 500},
    );
  });

  test('leaves no link without an address and no text without characters', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const empty = nodesOf(parseRst(text).tree).filter(
          (node) => (node.type === 'link' && node.url === '') || (node.type === 'text' && node.value === ''),
        );
        expect(empty).toEqual([]);
      }),
      {seed, numRuns: 1000},
    );
  });

  test('reads the same with CRLF', () => {
    fc.assert(
      fc.property(markup, (text) => {
        const unix = text.replaceAll('\r', '');
        const words = wordsOf(parseRst(unix).tree);
        expect(wordsOf(parseRst(unix.replaceAll('\n', '\r\n')).tree)).toBe(words);
      }),
      {seed, numRuns: 500},
    );
  });
});

describe('plain text', () => {
  const word = fc.stringMatching(/^[a-zA-Zéß世]{1,8}$/);
  const line = fc
    .tuple(fc.nat({max: 6}), fc.array(word, {maxLength: 6}))
    .map(([indent, words]) => ' '.repeat(indent) + words.join(' '));

  test('keeps every word, in order', () => {
    fc.assert(
      fc.property(fc.array(line, {maxLength: 12}), (lines) => {
        const text = lines.join('\n');
        const words = (from: string): string[] => from.split(/\s+/).filter(Boolean);
        expect(words(wordsOf(parseRst(text).tree))).toEqual(words(text));
      }),
      {seed, numRuns: 1000},
    );
  });
});
