import {describe, expect, it} from 'vitest';
import {defaultCaps} from '../../../../bot/patch/mail/caps.js';
import {readHeaders, type HeaderName} from '../../../../bot/patch/mail/headers.js';

const latin1 = (text: string) => Buffer.from(text).toString('latin1');
const read = (text: string) => readHeaders(latin1(text), 1, defaultCaps);

describe('a header', () => {
  it.each<[name: string, text: string, header: HeaderName, value: string | undefined]>([
    ['is read in any case', 'SUBJECT: a\n', 'subject', 'a'],
    ['is folded with tabs', 'Subject: a\n\tb\n\t\tc\n', 'subject', 'a b c'],
    ['is folded with a blank line of blanks', 'Subject: a\n  \n b\n', 'subject', 'a  b'],
    ['may be empty', 'Subject:\n', 'subject', ''],
    ['may have a blank before its colon', 'Subject : a\n', 'subject', 'a'],
    ['counts last where it is repeated', 'Subject: a\nSubject: b\n', 'subject', 'b'],
    ['of people is joined where it is repeated', 'Cc: a@x\nCc: b@x\n c@x\n', 'cc', 'a@x ,  b@x c@x'],
    ['ends at a line that is none', 'Date: a\nwords\nSubject: b\n', 'subject', undefined],
    ['stands below a postmark', 'From a\n>From b\nSubject: c\n', 'subject', 'c'],
    ['decodes words, with or without blanks between', 'Subject: =?utf-8?q?a_?=\n =?UTF-8?b?Yg==?= =?utf-8?q?c?= d\n', 'subject', 'a bc d'],
    ['decodes a letter that was cut in two', 'Subject: =?utf-8?q?=C3?= =?utf-8?q?=A4?=\n', 'subject', 'ä'],
    ['decodes words of several charsets', 'Subject: =?utf-8?q?=C3=A4?= =?iso-8859-1?q?=E4?=\n', 'subject', 'ää'],
    ['decodes a charset that bears a language', 'Subject: =?utf-8*de?q?=C3=A4?=\n', 'subject', 'ä'],
    ['keeps what is no word', 'Subject: =?utf-8?x?a?= =?utf-8?q?a\n', 'subject', '=?utf-8?x?a?= =?utf-8?q?a'],
    ['is decoded once', 'Subject: =?utf-8?q?=3D=3Futf-8=3Fq=3Fa=3F=3D?=\n', 'subject', '=?utf-8?q?a?='],
    ['is UTF-8 without being encoded', 'Subject: ä\n', 'subject', 'ä'],
    ['has no control characters', 'Subject: a\u0007 =?utf-8?q?b=0Ac=E2=80=A8d?=\n', 'subject', 'a  b c d'],
    ['of transport is not kept', 'X-Mailer: a\n', 'subject', undefined],
  ])('%s', (_name, text, header, value) => expect(read(text).get(header)?.text).toBe(value)); // prettier-ignore

  it.each<[name: string, text: string, sentences: readonly string[]]>([
    ['nothing odd', 'Subject: =?utf-8?q?a?=\n', []],
    ['the same name', 'From: a\nFrom: b\nTo: c\nTo: d\n', ['The header From stands there more than once; the last one counts, as for git.']],
    ['an unknown charset', 'Subject: =?none?q?=E4?=\n', ['Subject: The named charset is not known.']],
    ['bytes that do not fit', 'Subject: =?utf-8?q?=E4?=\n', ['Subject: Some bytes do not fit the named charset.']],
    ['a line feed', 'Message-ID: =?utf-8?q?=0A?=\n', ['Message-Id: Control characters were read as blanks.']],
    ['too much', `Subject: ${'a'.repeat(10_001)}\n`, ['The header Subject has more than 10000 bytes and is not read.']],
    ['too much, folded', `Cc:${' a@x,\n'.repeat(2000)}\nSubject: b\n`, ['The header Cc has more than 10000 bytes and is not read.']],
  ])('says that it has %s', (_name, text, sentences) =>
    expect(read(text).remarks.map((remark) => remark.text)).toEqual(sentences)); // prettier-ignore

  it('is bounded by itself: long lists and headers of transport take nothing from the others', () => {
    const list = (name: string) => `${name}: ${'abcdefg@x, '.repeat(800)}\n`;
    const headers = read(`${'Received: a\n'.repeat(10_000)}${list('To')}${list('Cc')}Subject: a\n`);
    expect([headers.get('subject')?.text, headers.get('cc')?.text.length, headers.remarks]).toEqual(['a', 8799, []]);
  });

  it.each<[name: string, text: string, body: string, line: number]>([
    ['a blank line', 'Subject: a\n\nb\n', 'b\n', 3],
    ['a line that is no header', 'Subject: a\nb c\n', 'b c\n', 2],
    ['the end', 'Subject: a', '', 2],
  ])('is followed by the body behind %s', (_name, text, body, line) => {
    const {bodyAt, bodyLine} = read(text);
    expect([text.slice(bodyAt), bodyLine]).toEqual([body, line]);
  });
});
