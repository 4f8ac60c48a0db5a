/**
 * Mails that make naive readers slow: each place of a mail that a pattern or loop of ours looks at, filled with each text
 * that could make it try again and again.
 *
 * Made for a size in characters, as the texts of pathological.ts are.
 */
import {checkSubmission, type Report} from '../../bot/patch/check.js';
import {defaultCaps} from '../../bot/patch/mail/caps.js';
import {unpackFiles} from '../../bot/patch/mail/container.js';
import {readMail} from '../../bot/patch/mail/read-mail.js';
import type {Pathological} from './pathological.js';

/**
 * Read without the caps that would refuse it, and judged. Rules put each series beside each other one, so more mails than
 * are ever judged are only read.
 */
export function checkHostile(text: string): Report | undefined {
  const all = Number.MAX_SAFE_INTEGER;
  // As deep as it may be: there a cap is what keeps the cost linear.
  const caps = {maxFileBytes: all, maxTotalBytes: all, maxMessages: all, maxHeaderBytes: all, maxMimeDepth: 8};
  const {mails, unread} = unpackFiles([{name: 'a', bytes: Buffer.from(text)}], caps);
  const read = mails.map((raw) => readMail(raw, caps));
  return read.length > defaultCaps.maxMessages ? undefined : checkSubmission({mails: read, unread});
}

const subject = 'Subject: [PATCH bpf v2 1/2] bpf: Fix it\n';
const head = `From: A <a@example.org>\nTo: bpf@vger.kernel.org\n${subject}`;
const tags = 'Fixes: 0123456789ab ("bpf: Break it")\nSigned-off-by: A <a@example.org>\n';
const names = 'diff --git a/kernel/bpf/a.c b/kernel/bpf/a.c\n--- a/kernel/bpf/a.c\n+++ b/kernel/bpf/a.c\n';
const diff = `---\n\n${names}@@ -1 +1 @@\n-a\n+b\n`;

/** What stands before and behind the text that is repeated. */
interface Place {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

const inHeaders = (name: string, before: string, after = ''): Place => ({
  name,
  before,
  after: `${after}\n${head}\nwords\n\n${tags}${diff}`,
});
const inBody = (name: string, before: string, after = ''): Place => ({
  name,
  before: `${head}\n${before}`,
  after: `${after}\n\nwords\n\n${tags}${diff}`,
});
const inDiff = (name: string, before: string, after = ''): Place => ({
  name,
  before: `${head}\nwords\n\n${tags}---\n${before}`,
  after: `${after}\n`,
});

export const places: readonly Place[] = [
  inHeaders('a postmark', 'From '),
  inHeaders('the name of a header', ''),
  inHeaders('a subject', 'Subject: '),
  inHeaders('the brackets of a subject', 'Subject: [PATCH ', '] a'),
  inHeaders('an author', 'From: ', ' <b@example.org>'),
  inHeaders('receivers', 'Cc: ', ', bpf@vger.kernel.org'),
  inHeaders('a group of receivers', 'To: a:'),
  inHeaders('a date', 'Date: ', ' 2024'),
  inHeaders('ids', 'References: '),
  inHeaders('a type', 'Content-Type: '),
  inHeaders('a parameter', 'Content-Type: text/plain; charset="'),
  inHeaders('a boundary', 'Content-Type: multipart/mixed; boundary="', '"'),
  inHeaders('an encoding', 'Content-Transfer-Encoding: '),
  inBody('a line of words', ''),
  inBody('an author in the body', 'From: '),
  inBody('a subject in the body', 'Subject: '),
  inBody('a date in the body', 'Date: '),
  inBody('a commit', 'words\n\nThis reverts commit '),
  inBody('a log', 'words\n\n[   12.345678] '),
  inBody('a tag Fixes', 'words\n\nFixes: 0123456789ab ("'),
  inBody('a tag Fixes without a title', 'words\n\nFixes: '),
  inBody('a sign-off', 'words\n\nSigned-off-by: '),
  inBody('a copy to stable', 'words\n\nCc: stable@vger.kernel.org # '),
  inBody('a copy', 'words\n\nCc: '),
  inBody('a report', 'words\n\nReported-by: '),
  inBody('a Change-Id', 'words\n\nChange-Id: I'),
  inDiff('a note', ''),
  inDiff('a changelog', 'Changes in v2: '),
  inDiff('the heading of a file', 'diff --git '),
  inDiff('the quoted heading of a file', 'diff --git "a/'),
  inDiff('an old name', '--- a/', `\n+++ b/a\n@@ -1 +1 @@\n-a\n+b`),
  inDiff('a new name', '--- a/a\n+++ b/', `\n@@ -1 +1 @@\n-a\n+b`),
  inDiff('a rename', 'diff --git a/a b/b\nrename from '),
  inDiff('a binary file', 'diff --git a/a b/b\nBinary files '),
  inDiff('the content of a binary file', 'diff --git a/a b/b\nGIT binary patch\nliteral '),
  inDiff('the heading of a hunk', `${names}@@ -1 +1 @@ `),
  inDiff('the numbers of a hunk', `${names}@@ -`),
  inDiff('an old line', `${names}@@ -1 +1 @@\n-`, '\n+b'),
  inDiff('a new line', `${names}@@ -1 +1 @@\n-a\n+`),
  inDiff('a new line of the interface', names.replaceAll('kernel/bpf/a.c', 'include/uapi/linux/bpf.h').concat('@@ -1 +1 @@\n-a\n+')),
]; // prettier-ignore

export const pieces: readonly string[] = [
  ...[' ', '\t', 'a', 'A', 'a ', ' a', '0', 'f', '1', '1 ', 'é', 'ß ', '\0', '\r', '\u0001', '\ud83d\ude00', '\u0301'],
  ...['(', ')', '()', '( ', '"', '" ', '\\', '\\"', '<', '>', '<a', '<a>', '@', 'a@', 'a@b', 'a@b, ', ',', ';', ', '],
  ...['[', ']', '[]', '[a] ', '[PATCH ', '[PATCH] ', ':', ': ', 'a:', 'a: ', 'Re: ', 'Re:', 'Re[2]: ', '1/2 ', 'v1 ', '(v1)'],
  ...['=', '=?', '=?a?q?', '=?a?q?a?=', '=?a?q?a?= ', '=?utf-8?b?YQ==?= ', '?', '?=', '=4', '=41', '_'],
  ...['-', '- ', '--', '>8', '8<', '- >8 ', '%<', '+', '/', 'a/', 'a/ ', 'a/a ', 'b/', '.', 'a.', '.c:1', '|', '| ', '#', '$', '`'],
  ...['> ', '>', 'From ', 'commit ', 'commit 0123456789ab ', '("', '")', ' ("', '://', 'fix ', 'stable@', 'syzbot+', 'v2: ', '0x0', '*/', '\n ', '\n\t'],
]; // prettier-ignore

/** Repeated line by line, below a mail's headers or as the whole of a file. */
const blocks: readonly (readonly [name: string, before: string, block: string])[] = [
  ['postmarks', '', 'From a\n'],
  ['postmarks between blank lines', '', 'From a 1\n\n'],
  ['postmarks with dates', '', 'From a Thu Jan  1 00:00:00 1970\n'],
  ['postmarks above headers', 'From a\n', 'A: b\n\nFrom a\n'],
  ['mails', '', 'From a\nSubject: b\n\nc\n\n'],
  ['mails of one thread', '', 'From a\nSubject: [PATCH 1/2] b\nMessage-ID: <a@b>\nIn-Reply-To: <a@b>\n\nc\n\n'],
  ['headers without a name of a mail', '', 'A: b\n'],
  ['headers', head, 'Received: a\n'],
  ['headers of one name', '', 'Subject: a\n'],
  ['receivers', '', 'Cc: a@b\n'],
  ['folds', 'Subject: a\n', ' b\n'],
  ['folds of blanks', 'Subject: a\n', ' \n'],
  ['blank lines', `${head}\n`, '\n'],
  ['lines of words', `${head}\n`, 'some words of a line\n'],
  ['lines of blanks', `${head}\n`, '  \n'],
  ['ends of lines of Windows', `${head}\n`, 'a\r\n'],
  ['ends of lines of both', `${head}\n`, 'a\r\nb\n'],
  ['headers in the body', `${head}\n`, 'From: a\n'],
  ['folds in the body', `${head}\nSubject: a\n`, ' b\n'],
  ['scissors', `${head}\n`, '-- >8 --\n'],
  ['scissors and headers', `${head}\n`, '-- >8 --\nFrom: a\nSubject: b\n\nc\n'],
  ['sign-offs', `${head}\nwords\n\n`, 'Signed-off-by: A <a@b>\n'],
  ['tags Fixes', `${head}\nwords\n\n`, 'Fixes: 0123456789ab ("a")\n'],
  ['tags Fixes that never end', `${head}\nwords\n\n`, 'Fixes: 0123456789ab ("a\n'],
  ['copies', `${head}\nwords\n\n`, 'Cc: stable@vger.kernel.org\n'],
  ['reports', `${head}\nwords\n\n`, 'Reported-by: A <a@b>\n'],
  ['quotes', 'Subject: Re: a\n\n', '> > diff --git a/a b/b\n'],
  ['dashes', `${head}\nwords\n`, '---\n'],
  ['headings of files', `${head}\n---\n`, 'diff --git a/a b/a\n'],
  ['headings of other files', `${head}\n---\n`, '--- a\n+++ b\n'],
  ['files', `${head}\n---\n`, `${names}@@ -1 +1 @@\n-a\n+b\n`],
  ['files of one line', `${head}\n---\n`, '--- a\n+++ b\n@@ -1 +1 @@\n'],
  ['hunks without a file', `${head}\n---\n`, '@@ -1 +1 @@\n'],
  ['hunks', `${head}\n---\n${names}`, '@@ -1 +1 @@\n-a\n+b\n'],
  ['broken hunks', `${head}\n---\n${names}`, '@@ -1,2 +1,2 @@\nx\n'],
  ['a long hunk', `${head}\n---\n${names}@@ -1,99999999 +1,99999999 @@\n`, ' a\n'],
  ['a long hunk of blanks', `${head}\n---\n${names}@@ -1,99999999 +1,99999999 @@\n`, '-        a;\n'],
  ['lines that say how a file ends', `${head}\n---\n${names}@@ -1 +1,2 @@\n`, '\\ No newline at end of file\n'],
  ['a long binary file', `${head}\n---\ndiff --git a/a b/a\nGIT binary patch\n`, 'literal 1\nAB\n\n'],
  ['quoted-printable', `${head}Content-Transfer-Encoding: quoted-printable\n\n`, '=41=\n'],
  ['quoted-printable in one line', `${head}Content-Transfer-Encoding: quoted-printable\n\n`, '='],
  ['base64', `${head}Content-Transfer-Encoding: base64\n\n`, 'QQ==\n'],
  ['padding of base64', `${head}Content-Transfer-Encoding: base64\n\n`, 'A='],
  ['flowed lines', `${head}Content-Type: text/plain; format=flowed\n\n`, 'a \n'],
  ['flowed lines of a diff', `${head}Content-Type: text/plain; format=flowed\n\n---\n${names}@@ -1,99 +1,99 @@\n`, ' a \n'],
  ['letters of an unknown charset', `${head}Content-Type: text/plain; charset=x\n\n`, 'é'],
  ['parts', `${head}Content-Type: multipart/mixed; boundary=b\n\n`, '--b\n\na\n'],
  ['empty parts', `${head}Content-Type: multipart/mixed; boundary=b\n\n`, '--b\n'],
  ['lines of a part', `${head}Content-Type: multipart/mixed; boundary=b\n\n--b\n\n`, '\n'],
  ['lines that begin like a boundary', `${head}Content-Type: multipart/mixed; boundary=b\n\n--b\n\n`, '--bc\n'],
  ['parts inside parts', `${head}Content-Type: multipart/mixed; boundary=b\n\n`, '--b\nContent-Type: multipart/mixed; boundary=b\n\n'],
]; // prettier-ignore

const repeated = (piece: string, chars: number) => piece.repeat(Math.ceil(chars / piece.length));

export function hostileIn({before, after}: Place, piece: string): (chars: number) => string {
  // What breaks a match at its very end makes a pattern try all that was before.
  return (chars) => `${before}${repeated(piece, chars)}!${after}`;
}

/** Line by line: a few texts. */
export function hostileLines(): Pathological[] {
  return blocks.map(([name, before, block]) => ({name, text: (chars) => before + repeated(block, chars)}));
}

/** Each place with each piece: some thousands. */
export function hostilePlaces(): Pathological[] {
  return places.flatMap((place) =>
    pieces.map((piece) => ({name: `${place.name} of ${JSON.stringify(piece)}`, text: hostileIn(place, piece)})),
  );
}
