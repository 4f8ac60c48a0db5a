import {gzipSync} from 'node:zlib';
import {describe, expect, it} from 'vitest';
import {defaultCaps} from '../../../../bot/patch/mail/caps.js';
import {unpackFiles} from '../../../../bot/patch/mail/container.js';

const bytesOf = (content: string | Uint8Array) => (typeof content === 'string' ? Buffer.from(content) : content);
const unpack = (content: string | Uint8Array, caps = defaultCaps) =>
  unpackFiles([{name: 'a', bytes: bytesOf(content)}], caps);
/** Each message as `line form text`. */
const read = (content: string | Uint8Array) =>
  unpack(content).mails.map(({line, form, text}) => `${line} ${form} ${text}`);

const dated = 'From git@z Thu Jan  1 00:00:00 1970\n';

describe('a file', () => {
  it.each<[name: string, content: string, mails: readonly string[]]>([
    ['of one mail', 'Subject: a\n\nb\n', ['1 mail Subject: a\n\nb\n']],
    ['of two mails', `${dated}Subject: a\n\n${dated}Subject: b\n`, ['2 mail Subject: a\n\n', '5 mail Subject: b\n']],
    ['of mails without a blank line between', `${dated}Subject: a\n\nb\n${dated}Subject: c\n`, ['2 mail Subject: a\n\nb\n', '6 mail Subject: c\n']],
    ['of mails without dates between', 'From A\nSubject: a\n\nb\n\nFrom B\nX-Y: z\nSubject: c\n', ['2 mail Subject: a\n\nb\n\n', '7 mail X-Y: z\nSubject: c\n']],
    ['of one mail and what was attached to it', `Subject: a\n\nb\n\n${dated}Subject: c\n`, [`1 mail Subject: a\n\nb\n\n${dated}Subject: c\n`]],
    ['of mails below some words', `words\n${dated}Subject: a\n`, ['3 mail Subject: a\n']],
    ['with a zone in its postmark', 'From a\nSubject: a\nFrom x Fri Aug  8 22:24:03 CEST 2008\nSubject: b\n', ['2 mail Subject: a\n', '4 mail Subject: b\n']],
    ['that begins with blank lines', `\n \n${dated}Subject: a\n`, ['4 mail Subject: a\n']],
    ['that says "From now on"', `${dated}Subject: a\n\nFrom now on it is refused.\nCc: x@y\nSigned-off-by: z\n`, ['2 mail Subject: a\n\nFrom now on it is refused.\nCc: x@y\nSigned-off-by: z\n']],
    ['with quoted lines', `${dated}Subject: a\n\n>From b\n>>From c\n> From d\n`, ['2 mail Subject: a\n\nFrom b\n>From c\n> From d\n']],
    ['of one mail with a quoted line', 'Subject: a\n\n>From b\n', ['1 mail Subject: a\n\n>From b\n']],
    ['of words above trailers', 'Cc: x@y\nSigned-off-by: z\n---\n', ['1 text Cc: x@y\nSigned-off-by: z\n---\n']],
    ['of a title and words', 'bpf: fix it\n\nwords\n', ['1 text bpf: fix it\n\nwords\n']],
    ['of a diff', '\ndiff --git a/x b/x\n', ['2 diff diff --git a/x b/x\n']],
    ['of blanks', ' \n\t\n', []],
    ['without a byte', '', []],
  ])('%s', (_name, content, mails) => expect(read(content)).toEqual(mails)); // prettier-ignore

  const mail = 'Subject: ä\n\nb\n';
  const asBytes = Buffer.from(mail).toString('latin1');

  it.each<[name: string, content: Uint8Array]>([
    ['packed', gzipSync(mail)],
    ['packed in two pieces', Buffer.concat([gzipSync(mail.slice(0, 5)), gzipSync(mail.slice(5))])],
    ['with a mark of byte order', Buffer.from(`\ufeff${mail}`)],
    ['as PowerShell writes it', Buffer.from(`\ufeff${mail}`, 'utf16le')],
    ['in the other order of bytes', Buffer.from(`\ufeff${mail}`, 'utf16le').swap16()],
  ])('is read %s', (_name, content) => expect(read(content)).toEqual([`1 mail ${asBytes}`]));

  it('that is damaged is read as far as it goes', () => {
    const {mails, unread} = unpack(gzipSync(`Subject: a\n\n${'b\n'.repeat(1000)}`).subarray(0, -12));
    expect(mails.map(({text}) => text.slice(0, 14))).toEqual(['Subject: a\n\nb\n']);
    expect(unread.map(({text}) => text)).toEqual(['The gzip file is damaged; only its readable beginning is checked.']);
  });

  it.each<[name: string, content: Uint8Array, sentence: string]>([
    ['gzip of noise', Buffer.from([0x1f, 0x8b, 1, 2, 3]), 'The gzip file is damaged and cannot be unpacked.'],
    ['zip', Buffer.from('PK\u0003\u0004abc'), 'A zip archive is not unpacked; attach the mails or patches in it, or one file .mbox or .mbox.gz.'],
    ['tar.gz', gzipSync(`${'\0'.repeat(257)}ustar  \0`), 'A tar archive is not unpacked; attach the mails or patches in it, or one file .mbox or .mbox.gz.'],
    ['nothing', Buffer.from(''), 'The file holds no text.'],
    ['blanks', Buffer.from(' \n'), 'The file holds no text.'],
  ])('of %s is said to be so', (_name, content, sentence) =>
    expect(unpack(content)).toEqual({mails: [], unread: [{type: 'container', text: sentence, file: 'a'}]})); // prettier-ignore

  it('has words before its mails left out, and said to be', () =>
    expect(unpack(`\nwords\n\n${dated}Subject: a\n`).unread).toEqual([
      {type: 'container', text: 'The words before the first mail are not read.', line: 2, file: 'a'},
    ]));

  it('of very many mails is counted before any is copied', () => {
    const {mails, unread} = unpack(`${dated}A:\n\n`.repeat(45_000));
    expect([mails, unread.map(({text}) => text)]).toEqual([
      [],
      ['Too big to check here (45000 messages, limit 200); run scripts/checkpatch.pl and b4 prep --check.'],
    ]);
  });
});

describe('ends of lines', () => {
  it.each<[name: string, content: string, crlf: string, lines: readonly number[]]>([
    ['of Unix', 'Subject: a\n\nb\n', 'none', []],
    ['of Windows', 'Subject: a\r\n\r\nb\r\n', 'all', []],
    ['of Windows, the last one missing', 'Subject: a\r\n\r\nb', 'all', []],
    ['of both', 'Subject: a\n\nb\r\n', 'some', [3]],
    ['of Windows in one mail of two', `${dated}Subject: a\r\n\r\n${dated}Subject: b\n`, 'all', []],
  ])('%s', (_name, content, crlf, crlfLines) => {
    const [mail] = unpack(content).mails;
    expect([mail?.crlf, mail?.crlfLines, mail?.text.includes('\r')]).toEqual([crlf, crlfLines, false]);
  });
});
