import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {escapeText} from '../../../adapters/discord/escape.js';
import {spansToRows} from '../../../adapters/discord/rows.js';
import {visibleLine} from '../../../bot/visible.js';
import {readDiscord} from '../../helpers/discord-reader.js';
import {hostileText} from '../../helpers/hostile.js';

const id = '123456789012345678';

/** What is written, and how it must be sent. */
const rows: readonly (readonly [text: string, markdown: string])[] = [
  ['linux-*.y', 'linux-\\*.y'],
  ['arch/*/net/', 'arch/\\*/net/'],
  ['bpf-next_base', 'bpf-next\\_base'],
  ['__init__', '\\_\\_init\\_\\_'],
  ['<arch>', '\\<arch\\>'],
  ['<ast@kernel.org>', '\\<ast@kernel.org\\>'],
  ['---', '---'],
  ['-- Ada', '-- Ada'],
  ['-', '\\-'],
  ['a -- b', 'a -- b'],
  ['||secret||', '\\|\\|secret\\|\\|'],
  ['~~gone~~', '\\~\\~gone\\~\\~'],
  ['`code`', '\\`code\\`'],
  ['```c', '\\`\\`\\`c'],
  ['# title', '\\# title'],
  ['-# small', '-\\# small'],
  ['> said', '\\> said'],
  ['>>> said', '\\>\\>\\> said'],
  ['- item', '\\- item'],
  ['  - item', '  \\- item'],
  ['* item', '\\* item'],
  ['1. item', '1\\. item'],
  ['12.5 percent', '12.5 percent'],
  ['v1. item', 'v1. item'],
  ['[a](http://x.org)', '\\[a\\]\\(http\\://x.org)'],
  ['see https://x.org/a_b now', 'see https\\://x.org/a\\_b now'],
  ['@everyone', '\\@everyone'],
  ['@here', '\\@here'],
  [`<@${id}>`, `\\<@${id}\\>`],
  ['<@1>', '\\<@1\\>'],
  ['<#1>', '\\<#1\\>'],
  ['<@&1>', '\\<@&1\\>'],
  ['<:e:1>', '\\<\\:e:1\\>'],
  ['<t:1>', '\\<t:1\\>'],
  ['</cmd:1>', '\\</cmd:1\\>'],
  ['<id:browse>', '\\<id:browse\\>'],
  [':smile:', '\\:smile:'],
  [':+1: yes', '\\:+1: yes'],
  ['bpf: fix it', 'bpf: fix it'],
  ['in these steps:', 'in these steps:'],
  ['at 12:30', 'at 12:30'],
  ['bpf@vger.kernel.org', 'bpf@vger.kernel.org'],
  ['#44, then', '#44, then'],
  ['@EVERYONE', '\\@EVERYONE'],
  ['C:\\dir\\*', 'C:\\\\dir\\\\\\*'],
  ['\u00af\\_(\u30c4)_/\u00af', '\u00af\\\\\\_(\u30c4)\\_/\u00af'],
];

const harmless = new Set(['text', 'br', 'twemoji']);

describe('escaping', () => {
  it.each(rows)('writes %s', (text, markdown) => {
    expect(spansToRows([{text}], true)).toEqual([{lead: '', text: markdown}]);
    expect(readDiscord(markdown).text).toBe(text);
  });

  it('shows every text as it is and lets it do nothing', () => {
    fc.assert(
      fc.property(hostileText, (hostile) => {
        const text = visibleLine(hostile);
        const markdown = spansToRows([{text}], true)[0]?.text ?? '';
        const read = readDiscord(markdown);
        expect(read.text).toBe(text);
        expect(read.kinds.filter((kind) => !harmless.has(kind))).toEqual([]);
        expect(markdown).not.toMatch(/^\s*(?:[-*+]|\d+\.|#{1,3}|-#|>)\s/u);
      }),
      {numRuns: 3000},
    );
  });

  it('at most doubles a text', () => {
    fc.assert(fc.property(hostileText, (text) => escapeText(text).length <= 2 * text.length));
  });
});
