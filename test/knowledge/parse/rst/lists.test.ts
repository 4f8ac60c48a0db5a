/** Bullets, enumerations, definitions, fields and options. */
import {describe, expect, test} from 'vitest';
import {parseRst} from '../../../../knowledge/parse/index.js';
import {testRows} from '../../../helpers/rst.js';

describe('bullets', () => {
  testRows([
    ['stars', ['* one', '* two'], ['bullets', '  item', '    p one', '  item', '    p two']],
    ['a blank line between items', ['- one', '', '- two'], ['bullets', '  item', '    p one', '  item', '    p two']],
    [
      'a body of several lines',
      ['- one', '  goes on', '- two'],
      ['bullets', '  item', '    p one goes on', '  item', '    p two'],
    ],
    [
      'a body of several blocks',
      ['- one', '', '  more::', '', '    code', '', '- two'],
      ['bullets loose', '  item loose', '    p one', '    p more:', '    code "code"', '  item', '    p two'],
    ],
    [
      'nested',
      ['- one', '', '  * inner', '', '    + deepest', '', '- two'],
      [
        'bullets loose',
        '  item loose',
        '    p one',
        '    bullets loose',
        '      item loose',
        '        p inner',
        '        bullets',
        '          item',
        '            p deepest',
        '  item',
        '    p two',
      ],
    ],
    ['nested on one line', ['- * one'], ['bullets', '  item', '    bullets', '      item', '        p one']],
    [
      'another mark begins another list',
      ['- one', '', '* two'],
      ['bullets', '  item', '    p one', 'bullets', '  item', '    p two'],
    ],
    ['an item without text', ['-', '- two'], ['bullets', '  item', '  item', '    p two']],
    ['a body below its mark', ['-', '', '  one'], ['bullets', '  item', '    p one']],
    ['a wide mark', ['-   one', '    goes on'], ['bullets', '  item', '    p one goes on']],
    ['signs of Unicode', ['• one', '• two'], ['bullets', '  item', '    p one', '  item', '    p two']],
    ['a mark in the middle of a paragraph', ['one', '- two'], ['p one - two']],
    ['no space behind the mark', ['-one'], ['p -one']],
    ['text at the margin below an item', ['- one', 'two'], ['bullets', '  item', '    p one', 'p two']],
    [
      'a list in a quote below a paragraph',
      ['text', '', '  - one', '', 'text'],
      ['p text', 'quote', '  bullets', '    item', '      p one', 'p text'],
    ],
  ]);
});

describe('enumerations', () => {
  testRows([
    ['numbers', ['1. one', '2. two'], ['numbers', '  item', '    p one', '  item', '    p two']],
    ['a first number', ['5) five', '6) six'], ['numbers from 5', '  item', '    p five', '  item', '    p six']],
    ['brackets', ['(1) one', '(2) two'], ['numbers', '  item', '    p one', '  item', '    p two']],
    ['letters', ['a. one', 'b. two'], ['numbers lower-alpha', '  item', '    p one', '  item', '    p two']],
    ['capitals', ['A) one', 'B) two'], ['numbers upper-alpha', '  item', '    p one', '  item', '    p two']],
    [
      'letters as far as i',
      ['h. eight', 'i. nine', 'j. ten'],
      ['numbers lower-alpha from 8', '  item', '    p eight', '  item', '    p nine', '  item', '    p ten'],
    ],
    [
      'romans',
      ['i. one', 'ii. two', 'iii. three'],
      ['numbers lower-roman', '  item', '    p one', '  item', '    p two', '  item', '    p three'],
    ],
    [
      'roman capitals',
      ['(IV) four', '(V) five'],
      ['numbers upper-roman from 4', '  item', '    p four', '  item', '    p five'],
    ],
    ['numbered by itself', ['#. one', '#. two'], ['numbers', '  item', '    p one', '  item', '    p two']],
    ['goes on by itself', ['3. three', '#. four'], ['numbers from 3', '  item', '    p three', '  item', '    p four']],
    [
      'a number left out begins a new list',
      ['1. one', '', '3. three'],
      ['numbers', '  item', '    p one', 'numbers from 3', '  item', '    p three'],
    ],
    [
      'another bracket begins a new list',
      ['1. one', '', '2) two'],
      ['numbers', '  item', '    p one', 'numbers from 2', '  item', '    p two'],
    ],
    [
      'a name that begins with a letter and a dot',
      ['A. Einstein was a', 'great man.'],
      ['p A. Einstein was a great man.'],
    ],
    ['a sentence that begins with a number', ['1984. A year', 'that was.'], ['p 1984. A year that was.']],
    ['escaped', ['\\1. no list'], ['p 1. no list']],
    ['a word in brackets', ['(note) text'], ['p (note) text']],
    [
      'bodies of several blocks',
      ['1. one', '', '   more', '', '   - inner', '2. two'],
      [
        'numbers loose',
        '  item loose',
        '    p one',
        '    p more',
        '    bullets',
        '      item',
        '        p inner',
        '  item',
        '    p two',
      ],
    ],
    ['no roman number', ['iiii. four', 'text'], ['p iiii. four text']],
    ['only a mark', ['1.'], ['numbers', '  item']],
  ]);
});

describe('definitions', () => {
  testRows([
    [
      'terms',
      ['term', '  what it is', 'other', '  more'],
      ['definition', '  item', '    term term', '    p what it is', '  item', '    term other', '    p more'],
    ],
    [
      'blank lines between',
      ['term', '  what it is', '', 'other', '  more', '', 'text'],
      ['definition', '  item', '    term term', '    p what it is', '  item', '    term other', '    p more', 'p text'],
    ],
    [
      'markup in the term',
      ['``term`` : kind', '  what it is'],
      ['definition', '  item', '    term `term` : kind', '    p what it is'],
    ],
    [
      'a body of several blocks',
      ['term', '    one', '', '    two', '', '    - three'],
      [
        'definition',
        '  item',
        '    term term',
        '    p one',
        '    p two',
        '    bullets',
        '      item',
        '        p three',
      ],
    ],
    [
      'nested',
      ['outer', '  inner', '    text'],
      [
        'definition',
        '  item',
        '    term outer',
        '    definition',
        '      item',
        '        term inner',
        '        p text',
      ],
    ],
  ]);
});

describe('fields', () => {
  testRows([
    [
      'fields',
      [':Author: A Name', ':Date:   today'],
      ['field', '  item', '    field-name Author', '    p A Name', '  item', '    field-name Date', '    p today'],
    ],
    [
      'a body on the next lines',
      [':name:', '  one', '', '  two', ':other: x', '    goes on'],
      [
        'field',
        '  item',
        '    field-name name',
        '    p one',
        '    p two',
        '  item',
        '    field-name other',
        '    p x goes on',
      ],
    ],
    ['without a body', [':orphan:'], ['field', '  item', '    field-name orphan']],
    ['a name of several words', [':a name, long: x'], ['field', '  item', '    field-name a name, long', '    p x']],
    ['an escaped colon in the name', [':a\\: b: x'], ['field', '  item', '    field-name a: b', '    p x']],
    ['a role at the margin', [':ref:`there` is it'], ['p there is it']],
    ['a smile', [': )'], ['p : )']],
    ['two colons', ['::a: b'], ['p ::a: b']],
  ]);
});

describe('options', () => {
  testRows([
    [
      'short and long',
      ['-a         all', '-b FILE    one', '--long=X   two', '/V         three'],
      [
        'option',
        '  item',
        '    term `-a`',
        '    p all',
        '  item',
        '    term `-b FILE`',
        '    p one',
        '  item',
        '    term `--long=X`',
        '    p two',
        '  item',
        '    term `/V`',
        '    p three',
      ],
    ],
    ['a plus', ['+x  on'], ['option', '  item', '    term `+x`', '    p on']],
    [
      'a long name behind a slash',
      ['/mem', '    the memory'],
      ['option', '  item', '    term `/mem`', '    p the memory'],
    ],
    [
      'two names',
      ['-f FILE, --file=FILE  a file', '                      to read'],
      ['option', '  item', '    term `-f FILE, --file=FILE`', '    p a file to read'],
    ],
    [
      'a description on the next line',
      ['--very-long-name', '    what it does'],
      ['option', '  item', '    term `--very-long-name`', '    p what it does'],
    ],
    ['one space is too few', ['--stat shows a summary'], ['p --stat shows a summary']],
    ['a name alone', ['--stat'], ['p --stat']],
    ['a bullet stays a bullet', ['- a  text'], ['bullets', '  item', '    p a  text']],
  ]);
});

test('an item reaches from its mark to the end of its body', () => {
  const [list] = parseRst('- one\n\n  two\n\n- three\n').tree.children;
  expect(list?.type === 'list' && list.children.map(({position}) => position)).toEqual([
    {start: {line: 1, column: 1, offset: 0}, end: {line: 3, column: 6, offset: 12}},
    {start: {line: 5, column: 1, offset: 14}, end: {line: 5, column: 8, offset: 21}},
  ]);
});
