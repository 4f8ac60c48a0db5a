import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {gzipSync} from 'node:zlib';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {InputFile} from '../../../bot/patch/mail/container.js';
import {namesOfGitHeader} from '../../../bot/patch/mail/diff-names.js';
import type {PatchMail} from '../../../bot/patch/mail/message.js';
import {readSubmission} from '../../../bot/patch/mail/read-mail.js';
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

interface Fact {
  readonly file: string;
  readonly message: number;
  readonly author: string;
  readonly email: string;
  readonly subject: string;
  readonly numstat: readonly (readonly string[])[] | null;
  readonly parses_as_diff: boolean;
  readonly fixes: readonly string[];
  readonly signed_off_by: readonly string[];
}

const facts: readonly Fact[] = hasShared
  ? readFileSync(shared('patches/facts.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Fact)
  : [];

async function mailsOf(name: string): Promise<readonly PatchMail[]> {
  return (await readSubmission([file(readFileSync(shared(`patches/${name}`)), name)])).mails;
}

/** What git and we read differently, by what is compared. */
async function differences(compare: (mail: PatchMail, fact: Fact) => boolean): Promise<string[]> {
  const different: string[] = [];
  for (const fact of facts) {
    const mail = (await mailsOf(fact.file)).find(({number}) => number === fact.message);
    if (!mail || !compare(mail, fact)) different.push(`${fact.file} ${fact.message}`);
  }
  return different;
}

const valuesOf = ({description}: PatchMail, name: string): string[] =>
  description.trailers.flatMap((trailer) => (trailer.name.toLowerCase() === name ? trailer.value : []));

describe.skipIf(!hasShared)(`real mails${sharedNote}`, () => {
  it('have the title that git reads', async () =>
    expect(await differences((mail, {subject}) => mail.commitTitle === subject)).toEqual([]));

  it('are by the address that git reads', async () =>
    expect(await differences((mail, {email}) => mail.author?.email === email)).toEqual([]));

  it('change the files and lines that git counts', async () =>
    expect(
      await differences(({diff}, {numstat, parses_as_diff: isDiff}) => {
        if (!isDiff || numstat === null) return true;
        const own = diff.files.map(({added, deleted, isBinary, path}) =>
          isBinary ? ['-', '-', path] : [String(added), String(deleted), path],
        );
        return JSON.stringify(own) === JSON.stringify(numstat);
      }),
    ).toEqual([]));

  it('have the trailers that stand in them', async () =>
    expect(
      await differences(
        (mail, {fixes, signed_off_by: signed}) =>
          JSON.stringify(valuesOf(mail, 'fixes')) === JSON.stringify(fixes) &&
          JSON.stringify(valuesOf(mail, 'signed-off-by')) === JSON.stringify(signed),
      ),
    ).toEqual([]));

  it.each(['', 'unlabelled/'])('are all read, in %s', async (folder) => {
    for (const kind of ['mbox', 'patch']) {
      const path = shared(`patches/${folder}${kind}`);
      const names = existsSync(path) ? readdirSync(path) : [];
      expect(names.length).toBeGreaterThan(20);
      for (const name of names) expect(await mailsOf(`${folder}${kind}/${name}`)).toBeInstanceOf(Array);
    }
  });
});
