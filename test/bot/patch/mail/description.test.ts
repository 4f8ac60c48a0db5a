import {describe, expect, it} from 'vitest';
import {readHead} from '../../../../bot/patch/mail/description.js';
import {isScissors} from '../../../../bot/patch/mail/scissors.js';

/** What is kept of a body: headers inside it, the description, what ended it, and what comes next. */
function read(body: string) {
  const lines = body.split('\n');
  const {description, next} = readHead(lines, 10);
  const {from, subject, date} = description.inBody;
  return {
    headers: [from, subject, date].map((header) => header?.text),
    words: description.lines.map(({text}) => text),
    endedBy: description.endedBy,
    rest: lines.slice(next),
  };
}

const [f, s, d] = ['From: Ada <a@x>', 'Subject: a', 'Date: b'];
const none = [undefined, undefined, undefined];

describe('a description', () => {
  it.each<[name: string, body: string, headers: readonly (string | undefined)[], words: readonly string[]]>([
    ['without headers', 'a\nb', none, ['a', 'b']],
    ['with headers', `${f}\n${s}\n${d}\n\nc`, ['Ada <a@x>', 'a', 'b'], ['c']],
    ['with headers in any case, below blank lines', `\n\nFROM:a\nsubject:  b\n\nc`, ['a', 'b', undefined], ['c']],
    ['with folded headers', `${s}\n b\n\tc\n\nd`, [undefined, 'a b c', undefined], ['d']],
    ['with headers and no blank line', `${s}\nwords\n${f}`, [undefined, 'a', undefined], ['words', f]],
    ['with a second header of a name', `${f}\nFrom: B <b@x>\n${s}`, ['Ada <a@x>', undefined, undefined], ['From: B <b@x>', s]],
    ['with a blank before its header', ` ${f}\n\nc`, none, [` ${f}`, '', 'c']],
    ['below the title of a patch', `[PATCH] a\n${f}\n\nc`, ['Ada <a@x>', '[PATCH] a', undefined], ['c']],
    ['below a quoted postmark', `>From ${'0'.repeat(40)} Mon\n${f}\n\nc`, ['Ada <a@x>', undefined, undefined], ['c']],
    ['below a postmark whose quote was taken off', `From ${'0'.repeat(40)} Mon\n${f}\n\nc`, ['Ada <a@x>', undefined, undefined], ['c']],
    ['below scissors', `${s}\n\ntalk\n-- >8 --\n${f}\n\nc`, ['Ada <a@x>', undefined, undefined], ['c']],
    ['below scissors that look like the rest of a header', `${s}\n --->8---\n${f}\n\nc`, ['Ada <a@x>', undefined, undefined], ['c']],
    ['with a header that speaks of scissors', 'Subject: -- >8 --\n\nc', [undefined, '-- >8 --', undefined], ['c']],
    ['of headers alone', `${f}\n`, ['Ada <a@x>', undefined, undefined], []],
    ['of nothing', '', none, []],
  ])('%s', (_name, body, headers, words) => expect(read(body)).toMatchObject({headers, words})); // prettier-ignore

  it.each<[name: string, body: string, endedBy: string, rest: readonly string[]]>([
    ['a line of dashes', 'a\n---\nb\n---\nc', 'separator', ['b', '---', 'c']],
    ['a line of dashes and blanks', 'a\n--- \t\nb', 'separator', ['b']],
    ['a diff of git', 'a\ndiff --git a/x b/x', 'diff', ['diff --git a/x b/x']],
    ['a diff of diff', 'a\n--- x\n+++ x', 'diff', ['--- x', '+++ x']],
    ['a diff of other programs', 'a\nIndex: x', 'diff', ['Index: x']],
    ['nothing but its end', 'a\n----\n--- \n-- \nb', 'separator', ['-- ', 'b']],
    ['no longer dashes', 'a\n----\n---b\n-- ', 'end', []],
  ])('is ended by %s', (_name, body, endedBy, rest) => expect(read(body)).toMatchObject({endedBy, rest}));

  it('has trailers wherever they stand, and knows where they run on', () => {
    const {description} = readHead(
      ['a', '', 'Fixes: 0123456789ab ("a title that', 'runs on")', 'b:c', 'Cc : x@y', 'Link: a\u2028b', '', 'Acked-by: d'],
      10,
    ); // prettier-ignore
    expect(description.trailers).toEqual([
      {name: 'Fixes', value: '0123456789ab ("a title that runs on")', line: 12, isFolded: true},
      {name: 'Cc', value: 'x@y', line: 15, isFolded: false},
      {name: 'Link', value: 'a\u2028b', line: 16, isFolded: false},
      {name: 'Acked-by', value: 'd', line: 18, isFolded: false},
    ]);
  });
});

describe('a line of scissors', () => {
  it.each([
    '-- >8 --',
    '-- 8< --',
    '-->8-----',
    '- - >8 - - cut above this line - - >8 - -',
    '--- %< ---',
    '  -- >8 --',
  ])('%j', (line) => expect(isScissors(line)).toBe(true));

  it.each([
    '', '>8', '--------', '-- >8', 'above -- >8 -- there is nothing but talk', '-- >8 --   ', '8<   8<   8<', `${'-'.repeat(2000)}>8`,
  ])('is not %.60j', (line) => expect(isScissors(line)).toBe(false)); // prettier-ignore
});
