/** Tables of RST texts and the trees they become. */
import {expect, test} from 'vitest';
import {parseRst} from '../../knowledge/parse/index.js';
import {treeLines} from './tree.js';

/** What a test is named after, its lines of RST, the lines of its tree, and its problems as `line:column what`. */
export type Row = readonly [
  name: string,
  source: readonly string[],
  tree: readonly string[],
  problems?: readonly string[],
];

export function testRows(rows: readonly Row[]): void {
  test.each(rows.map(([name, source, tree, problems]) => ({name, source, tree, problems: problems ?? []})))(
    '$name',
    ({source, tree, problems}) => {
      const parsed = parseRst(source.join('\n'));
      expect({
        tree: treeLines(parsed.tree),
        problems: parsed.problems.map(({line, column, met}) => `${line}:${column} ${met}`),
      }).toEqual({tree, problems});
    },
  );
}

/** Rows of one paragraph each: its text, and its inline nodes. */
export function testInlines(rows: readonly (readonly [source: string, inline: string])[]): void {
  test.each(rows.map(([source, inline]) => ({source, inline})))('$source', ({source, inline}) => {
    expect(treeLines(parseRst(source).tree)).toEqual([`p ${inline}`]);
  });
}
