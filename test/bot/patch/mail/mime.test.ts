import {describe, expect, it} from 'vitest';
import {defaultCaps} from '../../../../bot/patch/mail/caps.js';
import {readContentField} from '../../../../bot/patch/mail/content-type.js';
import {readHeaders} from '../../../../bot/patch/mail/headers.js';
import {readBody} from '../../../../bot/patch/mail/mime.js';

/** One character a byte. */
const latin1 = (text: string) => Buffer.from(text).toString('latin1');
function read(mail: string) {
  const text = latin1(mail);
  return readBody(text, readHeaders(text, 1, defaultCaps), defaultCaps);
}

const diff = 'diff --git a/x b/x\n';
const base64 = (text: string) => Buffer.from(text).toString('base64');
const type = (value: string, ...more: readonly string[]) => [`Content-Type: ${value}`, ...more, '', ''].join('\n');
const encoded = (name: string) => `Content-Transfer-Encoding: ${name}`;
const multipart = type('multipart/mixed; boundary="=b"');
const part = (head: string, body: string) => `--=b\n${head}\n${body}\n`;
const words = part('', 'words');
const end = '--=b--\nfooter\n';

describe('the text of a mail', () => {
  it.each<[name: string, mail: string, place: string, lines: readonly string[]]>([
    ['without a type', '\na\nb\n', 'body', ['a', 'b']],
    ['in Latin-1', `${type('text/plain; charset=iso-8859-1', encoded('quoted-printable'))}=E4\n`, 'body', ['ä']],
    ['in quoted-printable', `${type('text/plain', encoded('QUOTED-PRINTABLE'))}a=\nb=3D=3d =C3=A4 =zz\n`, 'body', ['ab== ä =zz']],
    ['in base64', `${type('text/plain', encoded('base64'))}${base64('a\nä\n')}\n`, 'body', ['a', 'ä']],
    ['in base64, padded by the line', `${type('text/plain', encoded('base64'))}YQ==\nYg==\n*Yw\n`, 'body', ['abc']],
    ['in base64 with the ends of line of Windows', `${type('text/plain', encoded('base64'))}${base64('a\r\nb\r\n')}`, 'body', ['a', 'b']],
    ['in an unknown encoding', `${type('text/plain', encoded('uu'))}a=3D\n`, 'body', ['a=3D']],
    ['of an odd type', `${type('application/octet-stream; x-default=true')}a\n`, 'body', ['a']],
    ['of a damaged type', `${type('text')}a\n`, 'body', ['a']],
    ['of type patch', `${type('text/x-patch')}a\n`, 'body', ['a']],
    ['of one part', `${multipart}preamble\n${words}${end}`, 'part', ['words']],
    ['of parts that never end', `${multipart}${words}`, 'part', ['words']],
    ['of parts without a boundary', `${type('multipart/mixed')}a\n`, 'body', ['a']],
    ['of parts whose boundary is not met', `${type('multipart/mixed; boundary=c')}--cd\na\n`, 'body', ['--cd', 'a']],
    ['of words and a part with the diff', `${multipart}${words}${part('', diff)}${part('', 'footer')}${end}`, 'part', ['words', diff.trim(), '']],
    ['of words and an attached diff', `${multipart}${words}${part(type('text/x-patch').trim(), `\n${diff}`)}${end}`, 'attachment', ['words', diff.trim(), '']],
    ['of an attached diff of no type', `${multipart}${part('Content-Disposition: attachment\n', diff)}${end}`, 'attachment', [diff.trim(), '']],
    ['of a diff known by its name', `${multipart}${part('Content-Type: application/octet-stream; name="a;b.patch"\n', diff)}${end}`, 'attachment', [diff.trim(), '']],
    ['of a diff in base64', `${multipart}${part(type('text/x-diff', encoded('base64')).trim(), `\n${base64(diff)}`)}${end}`, 'attachment', [diff.trim()]],
    ['of an attached mail of format-patch', `${multipart}${words}${part('Content-Disposition: attachment\n', `From ${'0'.repeat(40)} Mon\nSubject: a\n\n${diff}`)}${end}`, 'attachment', [`From ${'0'.repeat(40)} Mon`, 'Subject: a', '', diff.trim(), '']],
    ['that is signed', `${type('multipart/signed; boundary="=b"; micalg=pgp')}${words}${part('Content-Type: application/pgp-signature\n', 'x')}${end}`, 'part', ['words']],
    ['in parts inside parts', `${multipart}${part(type('multipart/alternative; boundary="=bc"').trim(), '\n--=bc\n\nwords\n--=bc--')}${part('', diff)}${end}`, 'part', ['words', diff.trim(), '']],
    ['in an inner part that never ends', `${multipart}${part(type('multipart/mixed; boundary=c').trim(), '\n--c\n\nwords')}${part('', 'more')}${end}`, 'part', ['words']],
    ['beside HTML', `${multipart}${part('Content-Type: text/html\n', '<p>')}${words}${end}`, 'part', ['words']],
    ['of HTML', `${type('text/html; charset=utf-8')}<p>\n`, 'html', []],
    ['of HTML in a part', `${multipart}${part('Content-Type: text/html\n', '<p>')}${end}`, 'html', []],
    ['of a picture', `${multipart}${part('Content-Type: image/png\n', 'x')}${end}`, 'nowhere', []],
    ['that ends with an empty line', `${multipart}${part('', 'a\n')}${end}`, 'part', ['a', '']],
    ['of empty parts', `${multipart}--=b\n--=b\n${end}`, 'part', []],
  ])('%s', (_name, mail, place, lines) => expect(read(mail)).toMatchObject({place, lines})); // prettier-ignore

  it.each<[name: string, mail: string, sentences: readonly string[]]>([
    ['is plain', '\na\n', []],
    ['is in an unknown charset', `${type('text/plain; charset=none')}ä\n`, ['The named charset is not known.']],
    ['does not fit its charset', `${type('text/plain; charset=utf-8', encoded('quoted-printable'))}=E4\n`, ['Some bytes do not fit the named charset.']],
    ['is HTML', `${type('text/html')}a\n`, ['The message is HTML only; nothing of it is read.']],
    ['is no text', `${multipart}${part('Content-Type: image/png\n', 'x')}${end}`, ['The message has no text.']],
    ['only forwards a mail', `${multipart}${words}${part('Content-Type: message/rfc822\n', `Subject: a\n\n${diff}`)}${end}`, ['A mail that is attached to it is not read; save that one and attach it.']],
    ['has a diff beside a mail', `${multipart}${part('', diff)}${part('Content-Type: message/rfc822\n', 'Subject: a')}${end}`, []],
    ['has many parts', `${multipart}${words.repeat(101)}`, ['It has more than 100 parts; the others are not read.']],
    ['has deep parts', `${Array.from({length: 9}, (_, depth) => `${type(`multipart/mixed; boundary=${depth}x`)}--${depth}x\n`).join('')}\na\n`, ['Its parts are nested more than 8 deep; the inner ones are not read.', 'The message has no text.']],
  ])('says that it %s', (_name, mail, sentences) =>
    expect(read(mail).remarks.map(({text}) => text)).toEqual(sentences)); // prettier-ignore

  it.each<[name: string, mail: string, countedIn: string, firstLine: number]>([
    ['a plain text', `${type('text/plain')}a\n`, 'file', 3],
    ['the only part', `${multipart}\n${words}${end}`, 'file', 6],
    ['an encoded text', `${type('text/plain', encoded('base64'))}YQ==\n`, 'text', 1],
    ['several texts', `${multipart}${words}${part('', diff)}${end}`, 'text', 1],
    ['a flowed text', `${type('text/plain; format=flowed')}a\n`, 'text', 1],
  ])('has its lines counted where they stand: %s', (_name, mail, countedIn, firstLine) =>
    expect(read(mail)).toMatchObject({countedIn, firstLine}),
  );

  it.each<[name: string, text: string, crlfLines: readonly number[]]>([
    ['none', 'a\nb\n', []],
    ['all', 'a\r\nb\r\n', [1, 2]],
    ['all, the last without an end', 'a\r\nb', [1, 2]],
    ['some', 'a\nb\r\nc\n', [2]],
  ])('knows which lines were packed with a carriage return: %s', (_name, text, crlfLines) =>
    expect(read(`${type('text/plain', encoded('base64'))}${base64(text)}\n`).crlfLines).toEqual(crlfLines),
  );
});

describe('a flowed text', () => {
  const flowed = (body: string, more = '') => read(`${type(`text/plain; format=flowed${more}`)}${body}`);

  it.each<[name: string, body: string, more: string, lines: readonly string[], joined: readonly string[]]>([
    ['is joined behind blanks', 'a \nb\n c\n', '', ['a b', 'c'], ['a b', 'c']],
    ['may lose those blanks', 'a \nb\n', '; delsp=yes', ['ab'], ['ab']],
    ['keeps its signature', 'a \n-- \nb\n', '', ['a ', '-- ', 'b'], ['a ', '-- ', 'b']],
    ['has its diff as sent and joined', `a \nb\n${diff}+c \n+d\n  e\n`, '', ['a b', diff.trim(), '+c ', '+d', ' e'], ['a b', diff.trim(), '+c +d', ' e']],
    ['ends with a soft break', 'a \n', '', ['a '], ['a ']],
  ])('%s', (_name, body, more, lines, joined) => expect(flowed(body, more)).toMatchObject({lines, joined})); // prettier-ignore
});

describe('a header of content', () => {
  it.each<[text: string | undefined, value: string, name: string, parameter: string | undefined]>([
    ['text/plain; charset=utf-8', 'text/plain', 'charset', 'utf-8'],
    ['Text/PLAIN (a) ; CHARSET = "utf-8" (b)', 'text/plain', 'charset', 'utf-8'],
    ['text/plain; boundary="a;b=\\"c"', 'text/plain', 'boundary', 'a;b="c'],
    ['text/plain; a=1; a=2', 'text/plain', 'a', '1'],
    ["attachment; filename*=utf-8''a.patch", 'attachment', 'filename', "utf-8''a.patch"],
    ['text/plain; flag; charset=utf-8', 'text/plain', 'charset', 'utf-8'],
    ['text/plain; name="a; charset=utf-8', 'text/plain', 'charset', 'utf-8'],
    ['', '', 'charset', undefined],
    [undefined, '', 'charset', undefined],
  ])('%j', (text, value, name, parameter) => {
    const field = readContentField(text);
    expect([field.value, field.parameter(name)]).toEqual([value, parameter]);
  });
});
