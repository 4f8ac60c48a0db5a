import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {gzipSync} from 'node:zlib';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {InputFile} from '../../../bot/patch/mail/container.js';
import {namesOfGitHeader} from '../../../bot/patch/mail/diff-names.js';
import type {PatchMail} from '../../../bot/patch/mail/message.js';
import {readSubmission} from '../../../bot/patch/mail/read-mail.js';
import {compareFacts, reviewedFacts} from '../../eval/facts.js';
import {hasShared, shared, sharedNote} from '../../helpers/shared.js';

const file = (content: string | Uint8Array, name = 'a.mbox'): InputFile => ({
  name,
  bytes: typeof content === 'string' ? Buffer.from(content) : content,
});

const patch = `From 0123456789012345678901234567890123456789 Mon Sep 17 00:00:00 2001
From: Ada <ada@example.org>
Date: Mon, 1 Jan 2024 12:00:00 +0000
Subject: [PATCH bpf v2 1/2] bpf: fix the
 thing

It was broken.

Fixes: 0123456789ab ("bpf: break the thing")
Signed-off-by: Ada <ada@example.org>
---
v2: say why

 kernel/bpf/a.c | 2 +-
 1 file changed, 1 insertion(+), 1 deletion(-)

diff --git a/kernel/bpf/a.c b/kernel/bpf/a.c
index 1111111..2222222 100644
--- a/kernel/bpf/a.c
+++ b/kernel/bpf/a.c
@@ -1,3 +1,3 @@
 one
-two
+2
 three
-- 
2.39.5
`;

describe('a patch', () => {
  it('is taken apart', async () => {
    const {mails, unread} = await readSubmission([file(patch)]);
    expect([mails.length, unread]).toEqual([1, []]);
    const [mail] = mails;
    expect(mail).toMatchObject({
      class: 'patch',
      author: {name: 'Ada', email: 'ada@example.org'},
      commitTitle: 'bpf: fix the thing',
      subject: {tree: 'bpf', version: 2, index: 1, total: 2},
      diff: {files: [{path: 'kernel/bpf/a.c', change: 'modified', added: 1, deleted: 1}]},
    });
    expect(mail?.description.trailers.map(({name}) => name)).toEqual(['Fixes', 'Signed-off-by']);
    expect(mail?.description.notes.some(({text}) => text === 'v2: say why')).toBe(true);
  });

  it.each([
    ['packed', [file(gzipSync(patch))]],
    ['with the ends of line of Windows', [file(patch.replaceAll('\n', '\r\n'))]],
    ['sent over two lists', [file(`${withId(patch)}\n${withId(patch)}`)]],
  ])('is the same %s', async (_name, files) => {
    const {mails} = await readSubmission(files);
    expect(mails.map(({commitTitle, diff}) => [commitTitle, diff.files.length])).toEqual([['bpf: fix the thing', 1]]);
  });

  it('is kept in its order where it has no Message-ID, however often it comes', async () => {
    const {mails} = await readSubmission([file(`${patch}\n${patch}`)]);
    expect(mails.map(({number, id}) => [number, id])).toEqual([
      [1, undefined],
      [2, undefined],
    ]);
  });

  it.each([
    ['a file over the cap', [file(Buffer.alloc(3 * 2 ** 20, 'x'))]],
    ['a bomb', [file(gzipSync(Buffer.alloc(64 * 2 ** 20)))]],
    ['ten thousand messages', [file('From a Mon Sep 17 00:00:00 2001\nSubject: x\n\ny\n\n'.repeat(10_000))]],
  ])('has bounds: %s', async (_name, files) => {
    const {mails, unread} = await readSubmission(files);
    expect([mails.length, unread.map(({type}) => type)]).toEqual([0, ['too-big']]);
    expect(unread[0]?.text).toMatch(/^Too big to check here \(.+, limit .+\); run scripts\/checkpatch\.pl and b4/u);
  });

  it.each([
    ['names of blanks alone', `a/${' b'.repeat(4_000_000)}`],
    ['names without a slash', 'a '.repeat(4_000_000)],
    ['names of slashes and blanks', 'a/ '.repeat(3_000_000)],
    ['a name in quotes that never ends', `"${'\\\\'.repeat(4_000_000)}`],
  ])('has a heading that is read in time with its length: %s', (_name, heading) =>
    expect(namesOfGitHeader(heading)).toBeTypeOf('object'),
  );

  const body = 'Subject: in the body\nFrom: B <b@example.org>\nDate: Tue, 2 Jan 2024 12:00:00 +0000\n\nwords\n';
  const mail = 'Subject: [PATCH] a\nFrom: A <a@example.org>\nDate: Mon, 1 Jan 2024 12:00:00 +0000\n\n';

  it.each([
    ['with a patch', `${mail}${body}---\n`, ['in the body', 'b@example.org', '2024-01-02T12:00:00.000Z']],
    ['without one', `${mail}${body}`, ['a', 'a@example.org', '2024-01-01T12:00:00.000Z']],
  ])('has headers in its body count only %s, as for git', async (_name, text, expected) => {
    const [read] = (await readSubmission([file(text)])).mails;
    expect([read?.commitTitle, read?.author?.email, read?.date?.at?.toISOString()]).toEqual(expected);
    expect(read?.sentAt?.toISOString()).toBe('2024-01-01T12:00:00.000Z');
  });

  it('is read from an attached file of format-patch with the headers of that file', async () => {
    const head = 'Subject: see below\nFrom: B <b@example.org>\nContent-Type: multipart/mixed; boundary=b\n\n';
    const attachment = 'Content-Type: text/plain; name=a.patch\nContent-Disposition: attachment\n\n';
    const [read] = (await readSubmission([file(`${head}--b\n\nwords\n--b\n${attachment}${patch}--b--\n`)])).mails;
    expect(read).toMatchObject({
      class: 'patch',
      place: 'attachment',
      commitTitle: 'bpf: fix the thing',
      author: {email: 'ada@example.org'},
      diff: {files: [{path: 'kernel/bpf/a.c'}]},
    });
    expect(read?.description.lines[0]?.text).toBe('It was broken.');
  });

  const flowed = patch.replace('Subject:', 'Content-Type: text/plain; format=flowed\nSubject:');

  it.each([
    ['as it was sent', flowed.replace('\n one', '\n  one').replace('\n three', '\n  three'), [1, 1], []],
    [
      'with a line broken',
      flowed.replace('\n one', '\n  o \nne').replace('\n three', '\n  three'),
      [1, 1],
      ['A hunk holds the lines that it counts only where broken ones are joined.'],
    ],
    ['damaged', flowed.replace('\n one', '\no\nne'), [0, 0], ['A hunk does not hold the lines that it counts.']],
  ])('is read from a flowed text %s', async (_name, text, counts, sentences) => {
    const [read] = (await readSubmission([file(text)])).mails;
    expect(read?.diff.files.map(({added, deleted}) => [added, deleted])).toEqual([counts]);
    expect([read?.isFlowed, read?.unread.map((remark) => remark.text)]).toEqual([true, sentences]);
  });

  it.each([
    ['a file with them, as it stands', '\n+2', '\n+2\r', ['some', [24]]],
    ['all of a mail', '\n', '\r\n', ['all', []]],
    ['a line of words', 'It was broken.', 'It was broken.\r', ['some', []]],
  ])('ends its lines with CR LF: %s', async (_name, from, to, expected) => {
    const [read] = (await readSubmission([file(patch.replaceAll(from, to))])).mails;
    expect([read?.crlf, read?.crlfDiffLines]).toEqual(expected);
  });

  it.each([
    ['a file with them', '\n+2', '\n+2\r', ['some', [18]]],
    ['all of a text', '\n', '\r\n', ['all', []]],
  ])('ends its lines with CR LF inside base64: %s', async (_name, from, to, expected) => {
    const [head = '', ...rest] = patch.split('\n\n');
    const text = Buffer.from(rest.join('\n\n').replaceAll(from, to)).toString('base64');
    const [read] = (await readSubmission([file(`${head}\nContent-Transfer-Encoding: base64\n\n${text}\n`)])).mails;
    expect([read?.crlf, read?.crlfDiffLines]).toEqual(expected);
  });

  it.each<[kind: string, text: string]>([
    ['reply', 'Subject: Re: [PATCH] a\n\n> diff --git a/x b/x\n> --- a/x\n> +++ b/x\n> @@ -1 +1 @@\n> -a\n> +b\n\nWhy?\n'],
    ['patch', 'Subject: Re: [PATCH] a\n\n> +b\n\ndiff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b\n'],
    ['cover', 'Subject: [PATCH 0/2] a\n\nwords\n\n x | 2 +-\n'],
    ['patch', 'Subject: [PATCH 1/2] a\n\nwords\n'],
    ['pull', 'Subject: [GIT PULL] a\n\nwords\n'],
    ['diff', '--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b\n'],
    ['patch', 'bpf: a title\n\ndiff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b\n'],
    ['other', 'Subject: [ANNOUNCE] a\n\nwords\n'],
    ['other', 'words\n'],
  ])('is told from others: %s', async (kind, text) =>
    expect((await readSubmission([file(text)])).mails.map((read) => read.class)).toEqual([kind])); // prettier-ignore

  it('is read to its end, whatever it is', async () => {
    const lines = patch.split('\n');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...lines, '--===', 'Content-Type: multipart/mixed; boundary="==="')),
        async (some) => {
          await readSubmission([file(some.join('\n'))]);
        },
      ),
      {numRuns: 200},
    );
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({maxLength: 2000}), async (bytes) => {
        await readSubmission([file(bytes)]);
      }),
      {numRuns: 200},
    );
  });
});

function withId(text: string): string {
  return text.replace('Subject:', 'Message-ID: <1@example.org>\nSubject:');
}

async function mailsOf(name: string): Promise<readonly PatchMail[]> {
  return (await readSubmission([file(readFileSync(shared(`patches/${name}`)), name)])).mails;
}

describe.skipIf(!hasShared)(`real mails${sharedNote}`, () => {
  it('are read as git reads them, but for the reasons that are written down', async () => {
    const {misses} = await compareFacts((name) => shared(`patches/${name}`));
    expect(misses.map(({key}) => key).sort()).toEqual(Object.keys(reviewedFacts()).sort());
  });

  it.each(['', 'unlabelled/'])('are all read, in %s', async (folder) => {
    for (const kind of ['mbox', 'patch']) {
      const path = shared(`patches/${folder}${kind}`);
      const names = existsSync(path) ? readdirSync(path) : [];
      expect(names.length).toBeGreaterThan(20);
      for (const name of names) expect(await mailsOf(`${folder}${kind}/${name}`)).toBeInstanceOf(Array);
    }
  });
});
