import {describe, expect, it} from 'vitest';
import {checkFiles, checkText} from '../../bot/check.js';
import {checkReply, pageFindings} from '../../bot/check-reply.js';
import {formatAction, parseAction} from '../../bot/action.js';
import {defaultCaps} from '../../bot/patch/mail/caps.js';
import {exampleFixes, exampleMail, exampleSignOff} from '../../bot/patch/rules/example.js';
import {replyToPlain} from '../../bot/plain.js';
import {makeContext} from '../helpers/bot.js';
import {makeKnowledge} from '../helpers/knowledge.js';

const attached = (...texts: readonly string[]) =>
  texts.map((text, at) => ({
    name: `${at}.patch`,
    sizeBytes: text.length,
    read: () => Promise.resolve(Buffer.from(text)),
  }));

async function plain(...texts: readonly string[]): Promise<string> {
  return replyToPlain(checkReply(await checkFiles(attached(...texts), defaultCaps), 1, makeContext()));
}

/** A patch without a sign-off for each number. */
const unsigned = (count: number) =>
  Array.from({length: count}, (_, at) =>
    exampleMail({
      subject: `[PATCH bpf-next] bpf: Part ${at}`,
      trailers: [exampleFixes],
      headers: [`Message-ID: <${at}@example.org>`],
    }),
  );

describe('the answer to check', () => {
  it('is one line and what was read where nothing is wrong', async () =>
    expect(await plain(exampleMail())).toMatch(/^Ready\n\nRead: bpf-next, v1, 1 patch, 1 file\.\n\n/u));

  it('names the finding, the repair and who says so', async () =>
    expect(await plain(exampleMail({trailers: [exampleFixes]}))).toMatch(
      /^Not ready: 1 error\n\nRead: [^\n]*\n\n1\. Error: There is no Signed-off-by\.[^\n]*\(sob-missing, Submitting patches, Linux [^\n]*\)\n\n {7}Signed-off-by: Ada Example <ada@example\.org>\n/u,
    ));

  it('counts what is wrong in all series together', async () =>
    expect(await plain(...unsigned(2))).toMatch(/^Not ready: 2 errors\n\nRead:\n\n- [^\n]*: Not ready: 1 error\./u));

  it('names ten series, and counts the others', async () => {
    const text = await plain(...unsigned(30));
    expect(text.match(/^- /gmu)).toHaveLength(11);
    expect(text).toContain('\n- and 20 more.\n');
  });

  it('judges versions apart, and leaves out what a later one has mended', async () => {
    const first = exampleMail({trailers: [exampleFixes], headers: ['Message-ID: <1@example.org>']});
    const second = exampleMail({
      subject: '[PATCH bpf-next v2] bpf: Count what is dropped',
      notes: ['v2: sign off, as asked in https://lore.kernel.org/r/1@example.org'],
      trailers: [exampleFixes, exampleSignOff],
      headers: ['Message-ID: <2@example.org>'],
    });
    const text = await plain(first, second);
    expect(text).toMatch(/^Ready/u);
    expect(text).toMatch(/- bpf-next, v2, 1 patch, 1 file: Ready.*\n- bpf-next, v1, 1 patch, 1 file: superseded/u);
  });

  it('has ten findings at most, then the rest by a button that fetches the files again', async () => {
    const report = await checkFiles(attached(...unsigned(13)), defaultCaps);
    const context = makeContext(makeKnowledge(), {setting: 'private', attached: {files: [], reference: 'F1-F2'}});
    const [first, second] = [checkReply(report, 1, context), checkReply(report, 2, context)];
    const count = (text: string) => text.match(/^\d+\. Error/gmu)?.length;
    expect([count(replyToPlain(first)), count(replyToPlain(second))]).toEqual([pageFindings, 3]);
    expect(replyToPlain(second)).toMatch(/\n11\. Error/u);
    expect(first.next.map(({label, action}) => [label, formatAction(action)])).toEqual([
      ['More findings', 'check.asker.2.F1-F2'],
      ['Show everybody', 'check.place.1.F1-F2'],
    ]);
    expect(second.next.map(({label}) => label)).toEqual(['Show everybody']);
    const [more] = first.next;
    expect(more && parseAction(formatAction(more.action), makeKnowledge())).toEqual(more?.action);
  });

  it.each([
    ['a file', {canAttach: true}, 10, 'And 3 more: all of them are in findings.txt.', 13],
    ['attaching the patch', {}, 10, 'And 3 more. Attach the patch as a file to see all of them.', undefined],
  ])('without a button leads to the rest by %s', async (_way, changes, shown, sentence, filed) => {
    const report = await checkFiles(attached(...unsigned(13)), defaultCaps);
    const reply = checkReply(report, 1, makeContext(makeKnowledge(), {setting: 'private', ...changes}));
    const count = (text = '') => text.match(/^\d+\. Error/gmu)?.length;
    expect(count(replyToPlain(reply))).toBe(shown);
    expect(/And 3 more.*/u.exec(replyToPlain(reply))?.[0]).toBe(sentence);
    expect(count(reply.file?.text)).toBe(filed);
    expect(reply.next).toEqual([]);
  });

  it('shows what is in a patch as data', async () => {
    const evil = '@everyone <!channel> [link](https://evil.example) `code` \u001b[31m\u202e';
    const text = exampleMail({subject: `[PATCH] bpf: ${evil}`, trailers: []});
    const reply = checkReply(await checkFiles(attached(text), defaultCaps), 1, makeContext());
    const code: string[] = [];
    const words: string[] = [];
    const walk = (node: {readonly type: string; readonly value?: string; readonly children?: readonly unknown[]}) => {
      if (node.value !== undefined)
        (node.type === 'inlineCode' || node.type === 'code' ? code : words).push(node.value);
      for (const child of node.children ?? []) walk(child as typeof node);
    };
    for (const block of reply.blocks) if (block.type === 'prose') for (const child of block.children) walk(child);
    expect(words.filter((each) => /everyone|evil|\u202e/u.test(each))).toEqual([]);
    expect(code.some((each) => each.includes('everyone'))).toBe(true);
    expect(replyToPlain(reply)).not.toMatch(/[\u001b\u202e]/u);
  });

  it.each([
    ['as it is', exampleMail()],
    ['between back-ticks', `look at this:\n\`\`\`diff\n${exampleMail()}\`\`\`\nthanks`],
    ['with the ends of line of Windows', exampleMail().replaceAll('\n', '\r\n')],
  ])('takes a pasted patch %s', async (_name, text) =>
    expect(replyToPlain(checkReply(await checkText(text, defaultCaps), 1, makeContext()))).toMatch(/^Ready\n/u),
  );

  it('says of a subject alone what it is', async () => {
    const report = await checkText('[PATCH v2 bpf-next 2/3] bpf: Count what is dropped', defaultCaps);
    expect(replyToPlain(checkReply(report, 1, makeContext()))).toMatch(
      /^Ready \(the subject alone\)\n\nRead: bpf-next, v2, patch 2\/3\.\n/u,
    );
  });
});
