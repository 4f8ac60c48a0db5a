/** Paragraphs, block quotes and attributions. */
import {describe, expect, test} from 'vitest';
import {parseRst} from '../../../../knowledge/parse/index.js';
import {testRows} from '../../../helpers/rst.js';

describe('paragraphs', () => {
  testRows([
    ['nothing', [''], []],
    ['blank lines only', ['', '  ', '\t', ''], []],
    ['one of several lines', ['one', 'two', '', 'three'], ['p one two', 'p three']],
    ['spaces at the end of lines', ['one  ', 'two\t', ''], ['p one two']],
    [
      'an indented line in a paragraph',
      ['one', 'two', '  three'],
      ['p one two', 'quote', '  p three'],
      ['3:3 an indented line in a paragraph'],
    ],
    ['a byte order mark', ['\ufeffTitle', '====='], ['h1 Title #title']],
    [
      'ends of lines of Windows',
      ['one\r', 'two\r', '\r', '- three\r', '- four\r'],
      ['p one two', 'bullets', '  item', '    p three', '  item', '    p four'],
    ],
    [
      'tabs count to the next multiple of eight',
      ['term', '\ttext', '        more'],
      ['definition', '  item', '    term term', '    p text more'],
    ],
    ['a tab behind a bullet', ['*\tone', '\ttwo'], ['bullets', '  item', '    p one two']],
    ['a tab inside a literal block', ['::', '', '\tint x;', '\t\treturn;'], ['code "int x;\\n        return;"']],
    ['form feeds are spaces', ['one', '\f', 'two'], ['p one', 'p two']],
    ['a sign for a page between words', ['one\ftwo'], ['p one two']],
  ]);
});

describe('quotes', () => {
  testRows([
    ['indented text', ['text', '', '  quote', '', 'text'], ['p text', 'quote', '  p quote', 'p text']],
    ['at the beginning', ['  quote', '', 'text'], ['quote', '  p quote', 'p text']],
    [
      'nested by a deeper indentation',
      ['  one', '', '    two', '', '  three'],
      ['quote', '  p one', '  quote', '    p two', '  p three'],
    ],
    [
      'the deepest line first',
      ['text', '', '    one', '', '  two'],
      ['p text', 'quote', '  quote', '    p one', '  p two'],
    ],
    ['an attribution', ['  text', '', '  -- A Name, *Title*'], ['quote', '  p text', '  attribution A Name, *Title*']],
    [
      'an attribution ends the quote',
      ['  one', '', '  -- A', '', '  two'],
      ['quote', '  p one', '  attribution A', 'quote', '  p two'],
    ],
    ['an attribution by a long dash', ['  one', '', '  — A Name'], ['quote', '  p one', '  attribution A Name']],
    [
      'an empty comment parts two quotes',
      ['  one', '', '..', '', '  two'],
      ['quote', '  p one', 'comment ', 'quote', '  p two'],
    ],
    ['directly below a list', ['- one', '', ' quote'], ['bullets', '  item', '    p one', 'quote', '  p quote']],
    [
      'a list in a quote',
      ['  - one', '  - two'],
      ['quote', '  bullets', '    item', '      p one', '    item', '      p two'],
    ],
  ]);
});

test('forty blocks deep is read, what is deeper stays as it was written', () => {
  const text = Array.from({length: 50}, (_, depth) => `${'  '.repeat(depth)}- x\n`).join('\n');
  const {problems} = parseRst(text);
  expect(problems.map(({met}) => met)).toEqual(['blocks nested more than 40 deep']);
});

test('positions of lines with tabs and of Windows speak of the text as given', () => {
  const [, list] = parseRst('a\r\n\r\n*\tone *two*\r\n').tree.children;
  const item = list?.type === 'list' ? list.children[0] : undefined;
  const paragraph = item?.children[0];
  expect(paragraph?.position).toEqual({start: {line: 3, column: 3, offset: 7}, end: {line: 3, column: 12, offset: 16}});
});
