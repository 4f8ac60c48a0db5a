/** Titles, their levels and anchors, and transitions. */
import {describe, expect, test} from 'vitest';
import {parseRst} from '../../../../knowledge/parse/index.js';
import {testRows} from '../../../helpers/rst.js';

describe('titles', () => {
  testRows([
    ['an underline', ['A title', '======='], ['h1 A title #a-title']],
    ['a line over and under', ['=======', 'A title', '======='], ['h1 A title #a-title']],
    ['an indented title between lines', ['=========', ' A title', '========='], ['h1 A title #a-title']],
    ['text directly below', ['Title', '=====', 'text'], ['h1 Title #title', 'p text']],
    [
      'levels by first appearance of the style',
      ['A', '=====', 'B', '-----', 'C', '~~~~~', 'D', '-----', 'E', '====='],
      ['h1 A #a', 'h2 B #b', 'h3 C #c', 'h2 D #d', 'h1 E #e'],
    ],
    [
      'a mark over and under is another style than the mark under',
      ['=====', 'A', '=====', 'B', '====='],
      ['h1 A #a', 'h2 B #b'],
    ],
    [
      'a title that skips a level',
      ['A', '=====', 'B', '-----', 'C', '~~~~~', 'D', '=====', 'E', '~~~~~'],
      ['h1 A #a', 'h2 B #b', 'h3 C #c', 'h1 D #d', 'h3 E #e'],
      ['9:1 a title that skips a level'],
    ],
    [
      'a seventh level reads as the sixth',
      ['=', '-', '~', '^', '"', "'", '+'].flatMap((mark, index) => [`T${index}`, mark.repeat(4), '']),
      ['h1 T0 #t0', 'h2 T1 #t1', 'h3 T2 #t2', 'h4 T3 #t3', 'h5 T4 #t4', 'h6 T5 #t5', 'h6 T6 #t6'],
    ],
    [
      'a short underline of four marks or more',
      ['A longer title', '===='],
      ['h1 A longer title #a-longer-title'],
      ['2:1 an underline shorter than its title'],
    ],
    ['a short underline of three marks', ['A longer title', '==='], ['p A longer title ===']],
    ['a short underline of three marks that is long enough', ['ABC', '==='], ['h1 ABC #abc']],
    ['inline markup in a title', ['The ``bpf`` *tree*', '=================='], ['h1 The `bpf` *tree* #the-bpf-tree']],
    ['wide characters count twice', ['日本語', '======'], ['h1 日本語 #id1']],
    [
      'wide characters over a short underline',
      ['日本語', '====='],
      ['h1 日本語 #id1'],
      ['2:1 an underline shorter than its title'],
    ],
    [
      'the same title twice',
      ['Same', '====', '', 'Same', '====', '', 'Same_'],
      ['h1 Same #same', 'h1 Same #id1', 'p Same'],
      ['7:1 the reference `same`'],
    ],
    [
      'a title that looks like a numbered id',
      ['日本', '====', '', 'Id1', '===', '', 'Id3', '===', '', '中国', '===='],
      ['h1 日本 #id1', 'h1 Id1 #id2', 'h1 Id3 #id3', 'h1 中国 #id4'],
    ],
    [
      'labels before a title',
      ['.. _one:', '.. _Two Words:', '', 'Title', '====='],
      ['label one -> #one', 'label two words -> #two-words', 'h1 Title #title #one #two-words'],
    ],
    [
      'a label parted from the title by text',
      ['.. _one:', '', 'text', '', 'Title', '====='],
      ['label one -> #one', 'p text', 'h1 Title #title'],
    ],
    [
      'a label across a comment',
      ['.. _one:', '', '.. a word', '', 'Title', '====='],
      ['label one -> #one', 'comment a word', 'h1 Title #title #one'],
    ],
    [
      'a title in a quote',
      ['text', '', '  Title', '  =====', '', 'text'],
      ['p text', 'quote', '  p Title', 'p text'],
      ['3:3 a title inside another block'],
    ],
  ]);
});

describe('lines of marks', () => {
  testRows([
    ['a transition', ['one', '', '----', '', 'two'], ['p one', 'rule', 'p two']],
    ['a transition of three marks is text', ['one', '', '---', '', 'two'], ['p one', 'p ---', 'p two']],
    ['a mark alone', ['='], ['p =']],
    [
      'an overline without its underline',
      ['=====', 'Title', 'text'],
      ['rule', 'p Title text'],
      ['1:1 a line of marks over a text'],
    ],
    [
      'an overline that differs from its underline',
      ['======', 'Title', '====='],
      ['rule', 'h1 Title #title'],
      ['1:1 a line of marks over a text'],
    ],
    ['an ellipsis', ['one', '', '...', '', 'two'], ['p one', 'p ...', 'p two']],
    ['only a transition', ['===='], ['rule']],
  ]);
});

test.each([
  ['Q: How do I …?', 'q-how-do-i'],
  ['1. Getting started', 'getting-started'],
  ['``samples/bpf/`` & more', 'samples-bpf-more'],
  ['Über  Größe', 'uber-grosze'],
  ['A_b-c.d', 'a-b-c-d'],
  ['2.', 'id1'],
])('the anchor of %s is docutils’ id', (title, anchor) => {
  const [heading] = parseRst(`${title}\n${'='.repeat(40)}\n`).tree.children;
  expect(heading?.data).toEqual({anchors: [anchor]});
});

test('a heading reaches from its title to its underline', () => {
  const [, heading] = parseRst('text\n\nTitle\n=====\n').tree.children;
  expect(heading?.position).toEqual({start: {line: 3, column: 1, offset: 6}, end: {line: 4, column: 6, offset: 17}});
});
