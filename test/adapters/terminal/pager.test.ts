import {describe, expect, it} from 'vitest';
import {openPages} from '../../../adapters/terminal/pager.js';

const rows = ['1', '2', '3', '4', '5', '6', '7'];
const windows: readonly (readonly [string, number, (row: string) => number, readonly (readonly string[])[]])[] = [
  ['what fits', 9, () => 1, [rows]],
  [
    'two pages',
    7,
    () => 1,
    [
      ['1', '2', '3', '4', '5'],
      ['6', '7'],
    ],
  ],
  [
    'rows that take two',
    8,
    (row) => (row === '2' ? 2 : 1),
    [
      ['1', '2', '3', '4', '5'],
      ['6', '7'],
    ],
  ],
  ['a row higher than the window', 6, (row) => (row === '1' ? 9 : 1), [['1'], ['2', '3', '4', '5'], ['6', '7']]],
  ['a window too small to page', 4, () => 1, [rows]],
];

describe('openPages', () => {
  it.each(windows)('pages %s', (_name, height, heightOf, pages) => {
    const open = openPages(rows, () => height, heightOf);
    const shown: (readonly string[])[] = [];
    while (open.isOpen) shown.push(open.next());
    expect(shown).toEqual(pages);
  });
  it('closes', () => {
    const open = openPages(
      rows,
      () => 7,
      () => 1,
    );
    open.close();
    expect([open.isOpen, open.next()]).toEqual([false, []]);
  });
});
