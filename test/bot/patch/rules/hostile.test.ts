import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {checkSubmission} from '../../../../bot/patch/check.js';
import {readSubmission} from '../../../../bot/patch/mail/read-mail.js';
import {exampleDiff, exampleMail} from '../../../../bot/patch/rules/example.js';

/** Stands in each line that a stranger may write, and must come back in none of the bot's own words. */
const mark = 'zqxj';
const lines = [
  `Fixes: 0123456 ("${mark}`, `${mark}")`, `Fixes: ${mark}`, `fixes: https://example.org/${mark}`, `Cc: ${mark} stable@kernel.org [${mark}]`,
  `Cc: stable@vger.kernel.org # ${mark}`, `Co-developed-by: ${mark} <${mark}@example.org>`, `Signed-off-by: ${mark} <a@example.org>`,
  `Reported-by: ${mark} <${mark}@example.org>`, `commit 0123456 ${mark}`, `commit`, `0123456 ("${mark}`, `# ${mark}`, `Change-Id: I01234567${mark}`,
  `Change-Id: I0123456789 ${mark}`, `  BUG: KASAN: ${mark}`, `--- ${mark}`, '---', `diff -u ${mark}`, `Index: ${mark}`, `@@ -1 +1 @@ ${mark}`,
  `Generated with [${mark}]`, `Co-authored-by: ${mark} <noreply@example.org>`, `${mark} ${'word '.repeat(20)}`, `From: ${mark} <${mark}@example.org>`,
  `This reverts commit ${mark}`, '', ' ', '\t', '>', `${mark}\r`, `\u0000${mark}`, `ä${mark}`, `--- a/${mark}`, `+++ b/${mark}`, `+${mark}`, `-${mark}`,
]; // prettier-ignore
const anyLines = fc.array(fc.constantFrom(...lines), {maxLength: 20});
const subjects = [
  '[PATCH bpf] bpf: Count', '[PATCH bpf-next 1/2] bpf: Fix it', '[PATCH bpf-next] Revert "bpf: x"', 'Re: [PATCH] bpf: x', '[PATCH iproute2] bpf: x', '[PATCH bpf 0/2] bpf: x', '',
]; // prettier-ignore
const paths = [
  'kernel/bpf/verifier.c',
  'include/uapi/linux/bpf.h',
  'samples/bpf/a.c',
  'net/core/xdp.c',
  'arch/x86/net/jit.c',
];

describe('rules, on what anybody may send', () => {
  it('throw nothing, and say nothing in the words of the patch', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...subjects),
        anyLines,
        anyLines,
        anyLines,
        fc.constantFrom(...paths),
        fc.array(fc.constantFrom(...lines.map((line) => `+${line}`), ' x', '-x')),
        async (subject, description, trailers, notes, path, changed) => {
          const text = exampleMail({subject, description, trailers, notes, diff: exampleDiff(path, changed)});
          const report = checkSubmission(await readSubmission([{name: 'a.mbox', bytes: Buffer.from(text)}]));
          const findings = report.judged.flatMap((judged) => judged.findings);
          const own = findings.flatMap(({message, fix}) => [message, ...(fix?.type === 'command' ? [fix.text] : [])]);
          expect(own.filter((words) => words.includes(mark) || /[\n\r\u0000]/u.test(words))).toEqual([]);
          expect(findings.filter(({fix}) => /[\n\r]/u.test(fix?.text ?? ''))).toEqual([]);
        },
      ),
    );
  });
});
