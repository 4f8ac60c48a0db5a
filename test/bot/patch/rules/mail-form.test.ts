import {describe, expect, it} from 'vitest';
import {charset} from '../../../../bot/patch/rules/charset.js';
import {exampleDiff, exampleMail} from '../../../../bot/patch/rules/example.js';
import {mailAttached} from '../../../../bot/patch/rules/mail-attached.js';
import {mailCrlf} from '../../../../bot/patch/rules/mail-crlf.js';
import {mailMangled} from '../../../../bot/patch/rules/mail-mangled.js';
import {answersOf} from '../../../helpers/rule-answers.js';

const resend = 'Send it with git send-email or b4 send; mail programs change blanks and lines.';
const file = 'kernel/bpf/drop.c';
const code = [
  ' void drop(void)',
  ' {',
  '         int one;',
  '         int two;',
  '         int three;',
  '+        count();',
  ' }',
];
const tabs = code.map((line) => line.replace(/^(.) {8}/u, '$1\t'));
const doubled = tabs.map((line) => (line.startsWith(' ') ? ` ${line}` : line));
const diffOf = (lines: readonly string[], path = file) => exampleMail({diff: exampleDiff(path, lines)});
/** As a program sends it that puts a blank before lines with one. */
const flowed = (diff: string) =>
  exampleMail({headers: ['Content-Type: text/plain; format=flowed'], diff: diff.replace(/^ /gmu, '  ')});
const wrapped = exampleDiff(file).replace('+\tcount();', '+\tcount( \n);');

const mangled: [string, string, string | string[]][] = [
  [
    'a line broken in two',
    exampleMail({diff: exampleDiff(file).replace('count();', 'count(\n);')}),
    [`error on "+\tcount(": ${resend}`],
  ],
  [
    'a line lost',
    exampleMail({diff: exampleDiff(file).replace('\n-\n', '\n').replace('\n }', '')}),
    [`error on "-- ": ${resend}`],
  ],
  ['a line broken by format=flowed, which git joins', flowed(wrapped), [`warning: ${resend}`]],
  [
    'format=flowed that cannot be joined',
    flowed(exampleDiff(file).replace('count();', 'count(\n);')),
    [`error on "+\tcount(": ${resend}`],
  ],
  [
    'format=flowed of which joining mends a part',
    flowed(`${wrapped}\n${exampleDiff('kernel/bpf/show.c').replace('count();', 'count(\n);')}`),
    [`error on "+\tcount(": ${resend}`],
  ],
  ['format=flowed that broke nothing', flowed(exampleDiff(file)), 'kept'],
  ['HTML only', exampleMail({headers: ['Content-Type: text/html']}), [`error: ${resend}`]],
  ['names of a file that are gone', exampleMail({diff: '@@ -1 +1 @@\n-1\n+2'}), [`error: ${resend}`]],
  ['tabs that are blanks', diffOf(code), [`error: ${resend}`]],
  ['tabs that are tabs', diffOf(tabs), 'kept'],
  ['one tab left', diffOf([...code, ' \tcount();']), 'kept'],
  ['blanks in Python', diffOf(code, 'scripts/bpf_doc.py'), 'kept'],
  ['blanks in new lines', diffOf([' void drop(void)', ...code.slice(2, 5).map((line) => `+${line.slice(1)}`)]), 'kept'],
  ['blanks of another project', exampleMail({subject: '[PATCH] x: y', diff: exampleDiff('hw/drop.c', code)}), 'kept'],
  ['blanks that are doubled', diffOf(doubled), [`error: ${resend}`]],
  [
    'a diff in an answer',
    exampleMail({subject: 'Re: [PATCH bpf] bpf: x', diff: exampleDiff(file).replace('\n-\n', '\n')}),
    'kept',
  ],
];

const cr = 'git config core.autocrlf input';
const ends: [string, string, string | string[]][] = [
  ['a new line', diffOf([' void drop(void)', '+\tcount();\r', ' }']), [`warning on "+\tcount();": ${cr}`]],
  ['a whole file', diffOf([' void drop(void)\r', '+\tcount();\r', ' }\r']), 'kept'],
  ['the whole mail', exampleMail().replace(/\n/gu, '\r\n'), 'kept'],
  [
    'the whole text',
    exampleMail()
      .replace(/\n/gu, '\r\n')
      .replace(/^(From .*|Date.*)\r/u, '$1'),
    'kept',
  ],
  ['only the description', exampleMail({description: ['Count it.\r']}), 'kept'],
  [
    'a new file',
    exampleMail({
      diff: `diff --git a/${file} b/${file}\nnew file mode 100644\n--- /dev/null\n+++ b/${file}\n@@ -0,0 +1 @@\n+int one;\r`,
    }),
    [`warning on "+int one;": ${cr}`],
  ],
];

const utf8 = 'Write in UTF-8 and send it with git send-email or b4 send, which name it.';
const latin1 = Buffer.from(exampleMail({description: ['Zähle.']}), 'latin1');
const charsets: [string, string | Uint8Array, string | string[]][] = [
  ['ASCII', exampleMail(), 'kept'],
  ['UTF-8 without a name', exampleMail({description: ['Zähle.']}), 'kept'],
  ['Latin-1 without a name', latin1, [`warning: ${utf8}`]],
  [
    'an unknown one',
    exampleMail({headers: ['Content-Type: text/plain; charset=x'], description: ['ä']}),
    [`warning: ${utf8}`],
  ],
  [
    'a subject that was encoded twice',
    exampleMail({subject: '=?UTF-8?q?=3D=3FUTF-8=3Fq=3F=C3=A4=3F=3D?= [PATCH bpf-next] bpf: x'}),
    ['warning on "=?UTF-8?q?ä?= [PATCH bpf-next] bpf: x": Let git send-email encode it; do not encode it before.'],
  ],
];

describe('mail-mangled', () => {
  it.each(mangled)('%s', async (_, text, answers) => expect(await answersOf(text, mailMangled)).toEqual(answers));
});

describe('mail-crlf', () => {
  it.each(ends)('%s', async (_, text, answers) => expect(await answersOf(text, mailCrlf)).toEqual(answers));
});

describe('mail-attached', () => {
  it('leaves a plain mail', async () => expect(await answersOf(exampleMail(), mailAttached)).toBe('kept'));
});

describe('charset', () => {
  it.each(charsets)('%s', async (_, text, answers) => expect(await answersOf(text, charset)).toEqual(answers));
});
