import {describe, expect, it} from 'vitest';
import type {Line} from '../../../bot/layout.js';
import {wrapLine} from '../../../adapters/terminal/wrap.js';

function line(text: string, lead = '', hang = lead): Line {
  return {lead, hang, spans: [{text}]};
}

const wrapped: readonly (readonly [string, Line, number, readonly string[]])[] = [
  ['what fits', line('one two'), 20, ['one two']],
  ['nothing', {lead: '', hang: '', spans: []}, 20, ['']],
  ['at blanks', line('one two three four five'), 20, ['one two three four', 'five']],
  ['below a mark', line('one two three four five', '- ', '  '), 20, ['- one two three four', '  five']],
  ['blanks that are many', line('one   two\nthree'), 20, ['one two three']],
  ['a word that is too long', line('abcdefghijklmnopqrstuvwxyz'), 20, ['abcdefghijklmnopqrst', 'uvwxyz']],
  ['no address', line('see https://docs.kernel.org/bpf/x'), 20, ['see', 'https://docs.kernel.org/bpf/x']],
  ['no mail address', line('to somebody.long@vger.kernel.org'), 20, ['to', 'somebody.long@vger.kernel.org']],
  ['between wide characters', line('日本語日本語日本語日本語'), 20, ['日本語日本語日本語日', '本語']],
  ['wide among narrow', line('ab日本cd'), 20, ['ab日本cd']],
  ['deep nesting', line('one two three', ' '.repeat(30) + '- ', ' '.repeat(32)), 20, ['     - one two three']],
  [
    'a name that is too long',
    line('its value', 'HOWTO_SOURCE_X  ', ' '.repeat(16)),
    20,
    ['HOWTO_SOURCE_X', '     its value'],
  ],
  ['no code', {...line('x'.repeat(30), '    '), verbatim: true}, 20, ['    ' + 'x'.repeat(30)]],
  ['nothing outside a window', line('x '.repeat(80).trim()), Infinity, ['x '.repeat(80).trim()]],
];

describe('wrapLine', () => {
  it.each(wrapped)('wraps %s', (_name, laid, columns, rows) =>
    expect(
      wrapLine(laid, columns).map((row) =>
        row
          .map(({text}) => text)
          .join('')
          .trimEnd(),
      ),
    ).toEqual(rows),
  );
  it('keeps words together across faces', () =>
    expect(
      wrapLine(
        {lead: '', hang: '', spans: [{text: 'one two threes ('}, {text: 'four', code: true}, {text: ') five'}]},
        20,
      ),
    ).toEqual([
      [{text: 'one'}, {text: ' '}, {text: 'two'}, {text: ' '}, {text: 'threes'}],
      [{text: '('}, {text: 'four', code: true}, {text: ')'}, {text: ' '}, {text: 'five'}],
    ]));
});
