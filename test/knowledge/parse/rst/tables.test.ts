/** Grid tables, simple tables, and the tables that directives make. */
import {describe, expect, test} from 'vitest';
import {parseRst} from '../../../../knowledge/parse/index.js';
import {testRows} from '../../../helpers/rst.js';

describe('grid tables', () => {
  testRows([
    [
      'with a header',
      ['+----+----+', '| a  | b  |', '+====+====+', '| c  | d  |', '+----+----+'],
      ['table', '  row a | b', '  row c | d'],
    ],
    [
      'without a header',
      ['+----+----+', '| a  | b  |', '+----+----+', '| c  | d  |', '+----+----+'],
      ['table', '  row  |', '  row a | b', '  row c | d'],
    ],
    [
      'cells of several lines and blocks',
      [
        '+------+------+',
        '| one  | - a  |',
        '| two  | - b  |',
        '|      |      |',
        '| x    |      |',
        '+------+------+',
      ],
      ['table', '  row  |', '  row one two / x | a / b'],
    ],
    [
      'a cell over two columns',
      ['+----+----+', '| a       |', '+----+----+', '| c  | d  |', '+----+----+'],
      ['table', '  row  |', '  row a |', '  row c | d'],
    ],
    [
      'a cell over two rows',
      ['+----+----+', '| a  | b  |', '|    +----+', '|    | d  |', '+----+----+'],
      ['table', '  row  |', '  row a | b', '  row  | d'],
    ],
    [
      'a table in a cell parts nothing of the outer one',
      ['+---------+---+', '| +--+--+ | x |', '| |a |b | | y |', '| +--+--+ |   |', '+---------+---+'],
      ['table', '  row  |', '  row a / b | x y'],
    ],
    [
      'markup in cells',
      ['+--------+-------+', '| ``a``  | *b*   |', '+--------+-------+'],
      ['table', '  row  |', '  row `a` | *b*'],
    ],
    [
      'a bar inside a literal',
      ['+---------+----+', '| ``a|b`` | c  |', '+---------+----+'],
      ['table', '  row  |', '  row `a|b` | c'],
    ],
    [
      'no end',
      ['+----+', '| a  |', '', 'text'],
      ['code "+----+\\n| a  |"', 'p text'],
      ['1:1 a line that opens a grid table'],
    ],
    [
      'in a list',
      ['- x', '', '  +---+', '  | a |', '  +---+'],
      ['bullets loose', '  item loose', '    p x', '    table', '      row', '      row a'],
    ],
    ['a plus as a bullet', ['+ one'], ['bullets', '  item', '    p one']],
  ]);
});

describe('simple tables', () => {
  testRows([
    [
      'with a header',
      ['===  ===', 'a    b', '===  ===', 'c    d', 'e    f', '===  ==='],
      ['table', '  row a | b', '  row c | d', '  row e | f'],
    ],
    [
      'without a header',
      ['===  ===', 'a    b', 'c    d', '===  ==='],
      ['table', '  row  |', '  row a | b', '  row c | d'],
    ],
    [
      'a row of several lines',
      ['===  =====', 'a    one', '     two', 'c    d', '===  ====='],
      ['table', '  row  |', '  row a | one two', '  row c | d'],
    ],
    [
      'an empty first cell',
      ['===  ===', '\\    b', 'c    d', '===  ==='],
      ['table', '  row  |', '  row  | b', '  row c | d'],
    ],
    [
      'text beyond the last column',
      ['===  ===', 'a    b is long', '===  ==='],
      ['table', '  row  |', '  row a | b is long'],
    ],
    [
      'a span under the header',
      ['===  ===  ===', 'a and b   c', '--------  ---', 'd    e    f', '===  ===  ===', 'g    h    i', '===  ===  ==='],
      ['table', '  row a and b |  | c', '  row d | e | f', '  row g | h | i'],
    ],
    [
      'blank lines between rows',
      ['===  ===', 'a    b', '', 'c    d', '===  ==='],
      ['table', '  row  |', '  row a | b', '  row c | d'],
    ],
    [
      'links in cells',
      ['====================  ===', 'https://a.example/b   x', '====================  ==='],
      ['table', '  row  |', '  row [https://a.example/b](https://a.example/b url) | x'],
    ],
    [
      'no end',
      ['===  ===', 'a    b', '', 'text'],
      ['code "===  ===\\na    b"', 'p text'],
      ['1:1 a line that opens a simple table'],
    ],
  ]);
});

describe('tables of directives', () => {
  testRows([
    [
      'a title',
      ['.. table:: A title', '', '   ===  ===', '   a    b', '   ===  ==='],
      ['caption A title', 'table', '  row  |', '  row a | b'],
    ],
    [
      'lists',
      ['.. list-table:: T', '   :header-rows: 1', '', '   * - a', '     - b', '   * - c', '     - d'],
      ['caption T', 'table', '  row a | b', '  row c | d'],
    ],
    ['lists of the kernel', ['.. flat-table::', '', '   * - a', '     - b'], ['table', '  row  |', '  row a | b']],
    [
      'rows of unequal length',
      ['.. list-table::', '   :header-rows: 1', '', '   * - a', '     - b', '   * - c'],
      ['table', '  row a | b', '  row c |'],
    ],
    [
      'commas',
      ['.. csv-table:: T', '   :header: a, b', '', '   "one, two", c', '   "say ""x""", d'],
      ['caption T', 'table', '  row a | b', '  row one, two | c', '  row say "x" | d'],
    ],
    ['commas without rows', ['.. csv-table::'], [], ['1:1 a `csv-table` without rows of its own']],
  ]);
});

test('what stands in a cell has its place in the text', () => {
  const [table] = parseRst('+-----+\n| *a* |\n+-----+\n').tree.children;
  const cell = table?.type === 'table' ? table.children[1]?.children[0] : undefined;
  expect(cell?.children[0]?.position).toEqual({
    start: {line: 2, column: 3, offset: 10},
    end: {line: 2, column: 6, offset: 13},
  });
});
