/**
 * Our reading of mails beside that of the real git, on hand-made odd ones and on every file of the test data.
 *
 * Where both differ for a good reason it stands in test/fixtures/patch/git-misses.json, by `file message field`.
 */
import {readdirSync, readFileSync} from 'node:fs';
import {afterAll, describe, expect, it} from 'vitest';
import {defaultCaps} from '../../../bot/patch/mail/caps.js';
import {unpackFiles} from '../../../bot/patch/mail/container.js';
import type {PatchMail} from '../../../bot/patch/mail/message.js';
import {readSubmission} from '../../../bot/patch/mail/read-mail.js';
import {numstatOf} from '../../eval/facts.js';
import {GitReader, type GitMail} from '../../helpers/git-reader.js';
import {gitNote, hasGit} from '../../helpers/git.js';
import {hasShared, shared, sharedNote} from '../../helpers/shared.js';

const git = new GitReader();
afterAll(() => git.end());

function asGit(mail: PatchMail): GitMail {
  return {
    author: mail.author?.name ?? '',
    email: mail.author?.email ?? '',
    subject: mail.commitTitle,
    date: mail.date?.text ?? '',
    words: mail.description.lines.map(({text}) => text.trimEnd()),
    numstat: isBroken(mail.diff) ? undefined : numstatOf(mail),
  };
}

function isBroken({files, strayHunkLine}: PatchMail['diff']): boolean {
  const hunks = files.flatMap((one) => one.hunks);
  return strayHunkLine !== undefined || hunks.some(({brokenLine}) => brokenLine !== undefined);
}

const head = 'From: A <a@x>\nDate: Mon, 1 Jan 2024 12:00:00 +0000\n';
const diff = '---\n\ndiff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b\n';
const subject = 'Subject: [PATCH] one\n';
const rest = `\nwords\n${diff}`;
const mail = `${head}${subject}\n`;
const [f, s] = ['From: C <c@x>\n', 'Subject: two\n'];
const multipart = `${head}${subject}Content-Type: multipart/mixed; boundary="b"\n\n`;
const base64 = (text: string) => Buffer.from(text).toString('base64').replace(/.{60}/gu, '$&\n');

const odd: readonly (readonly [name: string, mail: string])[] = [
  ['plain', `${head}${subject}${rest}`],
  ['without a subject', `${head}${rest}`],
  ['without a date', `From: A <a@x>\n${subject}${rest}`],
  ['headers twice', `${head}From: B <b@x>\n${subject}${s}${rest}`],
  ['a subject folded with tabs', `${head}Subject: [PATCH]\n\tone\n\t\ttwo\n${rest}`],
  ['a date with two blanks', `From: A <a@x>\nDate: Mon,  1 Jan 2024\n${subject}${rest}`],
  ['an encoded subject', `${head}Subject: =?utf-8?q?[PATCH]_=C3=A4?= =?utf-8?b?w7Y=?=\n${rest}`],
  ['a word encoded twice', `${head}Subject: =?utf-8?q?=3D=3Futf-8=3Fq=3Fa=3F=3D?=\n${rest}`],
  ['replies and brackets', `${head}Subject: Re: [a] [PATCH [b] 1/2] :c [d] e\n${rest}`],
  ['a short name', `From: "Ö" <a@x>\n${subject}${rest}`],
  ['a long name', `From: ${'a'.repeat(61)} <a@x>\n${subject}${rest}`],
  ['a quoted name', `From: "B, A \\"q\\"" <a@x>\n${subject}${rest}`],
  ['comments in a name', `From: (c "d" \\(e) A <a@x> (f)\n${subject}${rest}`],
  ['a name behind', `From: a@x (A B)\n${subject}${rest}`],
  ['two addresses', `From: a@x, B <b@x>\n${subject}${rest}`],
  ['no address', `From: A B\n${subject}${rest}`],
  ['headers in the body', `${mail}${f}${s}Date: today\n${rest}`],
  ['headers in the body below blank lines', `${mail}\n\n${f}\n${s}${rest}`],
  ['headers in the body below a line of blanks', `${mail}\n \n${f}\n${s}${rest}`],
  ['headers in the body in any case', `${mail}FROM:C <c@x>\nsubject:  two\n${rest}`],
  ['headers in the body, folded', `${mail}From: C\n\t<c@x>\n Subject: two\n${rest}`],
  ['headers in the body, encoded', `${mail}From: =?utf-8?q?=C3=96?= <c@x>\nSubject: =?utf-8?q?=C3=A4?=\n${rest}`],
  ['headers in the body twice', `${mail}${f}From: D <d@x>\n${s}${rest}`],
  ['headers in the body, indented', `${mail} ${f}${rest}`],
  ['headers in the body without a blank line', `${mail}${s}words${rest}`],
  ['headers in the body of no patch', `${mail}${f}${s}\nwords\n`],
  ['headers in the body of no diff', `${mail}${f}${s}\nwords\n---\n`],
  ['a title in the body', `${mail}[PATCH] two\n${f}${rest}`],
  ['a quoted postmark in the body', `${mail}>From ${'0'.repeat(40)} Mon Sep 17 00:00:00 2001\n${f}${rest}`],
  ['scissors', `${mail}talk\n-- >8 --\n${f}${rest}`],
  ['scissors with blanks behind', `${mail}talk\n-- >8 --   \n${f}${rest}`],
  ['scissors with talk', `${mail}talk\n- - 8< - - cut here - - 8< - -\n${s}${rest}`],
  ['scissors that are none', `${mail}talk\nabout -- >8 -- lines that cut\n${rest}`],
  ['scissors below a header', `${mail}${f} --->8---\n${s}${rest}`],
  ['a subject of scissors', `${mail}Subject: -- >8 --\n${rest}`],
  ['longer dashes', `${head}${subject}\nwords\n----\n--- \n${diff}`],
  ['a diff without dashes', `${head}${subject}\nwords\n${diff.slice(5)}`],
  ['a diff of other programs', `${head}${subject}\nwords\nIndex: x\n=====\n${diff.slice(diff.indexOf('--- a'))}`],
  ['a hunk too short', `${head}${subject}${rest.replace('@@ -1 +1 @@', '@@ -1,2 +1,2 @@')}`],
  ['a signature', `${head}${subject}${rest}-- \n2.39.5\n`],
  ['parts', `${multipart}preamble\n--b\n\nwords\n--b\n\n${diff}--b--\nepilogue\n`],
  ['a part that ends with an empty line of a diff', `${multipart}--b\n\nwords\n${diff.replace('@@ -1 +1 @@', '@@ -1,2 +1,2 @@')}\n--b--\n`],
  ['an attached diff', `${multipart}--b\n\nwords\n--b\nContent-Type: text/x-patch; name=a.patch\n\n${diff}--b--\n`],
  ['a type of no text', `${head}${subject}Content-Type: application/octet-stream; x-default=true\n${rest}`],
  ['quoted-printable', `${head}${subject}Content-Transfer-Encoding: quoted-printable\n\nw=C3=A4=\nb =\n\n${diff}`],
  ['base64', `${head}${subject}Content-Transfer-Encoding: base64\n\n${base64(`wäb\n${diff}`)}\n`],
  ['Latin-1', `${head}${subject}Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\n=E4\n${diff}`],
  ['flowed', `${head}${subject}Content-Type: text/plain; format=flowed\n\na \nb\n${diff.replace('-a', '-a \nc')}`],
  ['flowed without blanks', `${head}${subject}Content-Type: text/plain; format=flowed; delsp=yes\n\na \nb\n${diff}`],
  ['ends of lines of Windows', `${head}${subject}${rest}`.replaceAll('\n', '\r\n')],
]; // prettier-ignore

describe.skipIf(!hasGit)(`an odd mail${gitNote}`, () => {
  it.each(odd)('is read as git reads it: %s', async (_name, text) => {
    const {mails} = await readSubmission([{name: 'a', bytes: Buffer.from(text)}]);
    expect(mails.map(asGit)).toEqual([git.read(text)]);
  });
});

/** Each message of a file as it stands there, without its postmark. */
function piecesOf(name: string, bytes: Uint8Array): {readonly number: number; readonly piece: string}[] {
  const lines = Buffer.from(bytes).toString('latin1').split('\n');
  const {mails: raws} = unpackFiles([{name, bytes}], defaultCaps);
  return raws.map(({number, line}, index) => {
    const next = raws[index + 1];
    return {number, piece: `${lines.slice(line - 1, next ? next.line - 2 : lines.length).join('\n')}\n`};
  });
}

interface Compared {
  /** Keys of what differs. */
  readonly different: string[];
  /** Messages that git reads. */
  count: number;
}

async function compareFile(path: string, name: string, compared: Compared): Promise<void> {
  const bytes = readFileSync(path);
  const {mails} = await readSubmission([{name, bytes}]);
  const pieces = piecesOf(name, bytes);
  if (git.count(path) !== pieces.length) compared.different.push(`${name} 0 messages`);
  for (const {number, piece} of pieces) {
    const own = mails.find((one) => one.number === number);
    const theirs = git.read(Buffer.from(piece, 'latin1'));
    // The same message twice stands once with us.
    if (!own || !theirs) continue;
    compared.count += 1;
    const read = asGit(own);
    for (const field of ['author', 'email', 'subject', 'date', 'numstat'] as const) {
      if (JSON.stringify(read[field]) !== JSON.stringify(theirs[field])) {
        compared.different.push(`${name} ${number} ${field}`);
      }
    }
  }
}

const path = new URL('../../fixtures/patch/git-misses.json', import.meta.url);
const reasons = JSON.parse(readFileSync(path, 'utf8')) as Readonly<Record<string, string>>;

describe.skipIf(!hasGit || !hasShared)(`real mails${hasGit ? sharedNote : gitNote}`, () => {
  it('are read as git reads them, but for the reasons that are written down', {timeout: 120_000}, async () => {
    const compared: Compared = {different: [], count: 0};
    for (const folder of ['mbox', 'patch', 'unlabelled/mbox', 'unlabelled/patch']) {
      for (const name of readdirSync(shared(`patches/${folder}`))) {
        await compareFile(shared(`patches/${folder}/${name}`), `${folder}/${name}`, compared);
      }
    }
    expect(compared.count).toBeGreaterThan(300);
    expect(compared.different.sort()).toEqual(Object.keys(reasons).sort());
  });
});
