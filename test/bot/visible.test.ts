import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {visible, visibleLine} from '../../bot/visible.js';

const texts: readonly (readonly [string, string, string])[] = [
  ['plain text', 'git send-email', 'git send-email'],
  ['tabs and line feeds', 'a\tb\nc', 'a\tb\nc'],
  ['ends of line of all kinds', 'a\r\nb\rc\u2028d\u0085e', 'a\nb\nc\nd\ne'],
  ['right-to-left text', 'שלום مرحبا', 'שלום مرحبا'],
  ['joined emoji', '👩‍💻', '👩‍💻'],
  ['colours', '\u001b[31mred\u001b[0m', 'red'],
  ['8-bit control sequences', '\u009b31mred', 'red'],
  ['a window title', '\u001b]0;owned\u0007after', 'after'],
  ['a link', '\u001b]8;;https://evil.example\u001b\\click\u001b]8;;\u001b\\', 'click'],
  ['a title that is never closed', '\u001b]0;owned\nnext', '\nnext'],
  ['a device string', '\u001bPq#0\u001b\\x\u0090z\u009cy', 'xy'],
  ['reset and character sets', '\u001bc\u001b(0x', 'x'],
  ['a lone escape at the end', 'x\u001b', 'x'],
  ['bells and backspaces', 'a\u0007b\u0008c\u0000d\u007fe', 'abcde'],
  ['overrides, made visible', 'a\u202egnp.exe\u202c', 'a<U+202E>gnp.exe<U+202C>'],
  ['isolates, made visible', '\u2066x\u2069', '<U+2066>x<U+2069>'],
  ['tags, made visible', 'x\u{e0041}', 'x<U+E0041>'],
  ['lone surrogates', 'a\ud800b', 'a\ufffdb'],
  ['a sequence inside a sequence', '\u001b\u001b[[31mx', '1mx'],
];

describe('visible', () => {
  it.each(texts)('shows %s', (_name, text, shown) => expect(visible(text)).toBe(shown));

  it('leaves nothing that steers, whatever comes', () => {
    const steering = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u;
    const parts = fc.constantFrom(
      '\u001b',
      '[',
      ']',
      'P',
      '\\',
      '\u0007',
      '\u009b',
      '\u009d',
      ';',
      '1',
      'm',
      '\n',
      '\u202e',
      'x',
    );
    fc.assert(
      fc.property(
        fc.array(parts).map((all) => all.join('')),
        (text) => !steering.test(visible(text)),
      ),
    );
    fc.assert(fc.property(fc.string({unit: 'binary'}), (text) => !steering.test(visible(text))));
  });

  it.each(['\u001b[', '\u001b]', '\u001b', '\u0090x\n', '\u001b['.repeat(3) + '9'.repeat(70)])(
    'reads a megabyte of %j',
    (part) => {
      const text = part.repeat(Math.floor(2 ** 20 / part.length));
      expect(visible(text)).not.toContain('\u001b');
    },
  );

  it('brings a heading to one line', () => expect(visibleLine('  a \n\n b\tc ')).toBe('a b c'));
});
