import {describe, expect, it} from 'vitest';
import {readSettings} from '../../../adapters/config.js';
import {screenOf, type Output, type Screen} from '../../../adapters/terminal/screen.js';

const terminal: Output = {isTTY: true, columns: 80};
const rows: readonly (readonly [string, Output, Record<string, string>, Screen])[] = [
  ['a pipe', {}, {TERM_PROGRAM: 'WezTerm'}, {columns: Infinity, colour: false, hyperlinks: false}],
  ['a terminal', terminal, {TERM: 'xterm'}, {columns: 80, colour: true, hyperlinks: false}],
  ['a narrow one', {...terminal, columns: 5}, {}, {columns: 20, colour: true, hyperlinks: false}],
  ['a wide one', {...terminal, columns: 300}, {}, {columns: 100, colour: true, hyperlinks: false}],
  ['a dumb one', terminal, {TERM: 'dumb', VTE_VERSION: '7000'}, {columns: 80, colour: false, hyperlinks: false}],
  ['one that links', terminal, {TERM: 'xterm-kitty'}, {columns: 80, colour: true, hyperlinks: true}],
  ['one that links, by VTE', terminal, {VTE_VERSION: '7000'}, {columns: 80, colour: true, hyperlinks: true}],
  ['a multiplexer', terminal, {TERM_PROGRAM: 'WezTerm', TMUX: 'x'}, {columns: 80, colour: true, hyperlinks: false}],
  ['NO_COLOR', terminal, {NO_COLOR: '1'}, {columns: 80, colour: false, hyperlinks: false}],
  [
    'FORCE_COLOR over NO_COLOR',
    {},
    {NO_COLOR: '1', FORCE_COLOR: '1'},
    {columns: Infinity, colour: true, hyperlinks: false},
  ],
  ['FORCE_COLOR=0', terminal, {FORCE_COLOR: '0'}, {columns: 80, colour: false, hyperlinks: false}],
  ['FORCE_HYPERLINK', {}, {FORCE_HYPERLINK: '1'}, {columns: Infinity, colour: false, hyperlinks: true}],
];

describe('screenOf', () => {
  it.each(rows)('reads %s', (_name, output, env, screen) => {
    const {values} = readSettings(env, {});
    expect(values && screenOf(output, values, env)).toEqual(screen);
  });
});
