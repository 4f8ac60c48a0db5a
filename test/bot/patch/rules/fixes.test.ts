import {describe, expect, it} from 'vitest';
import {
  exampleCover,
  exampleDiff,
  exampleFixes,
  exampleMail,
  exampleSignOff,
  type ExampleParts,
} from '../../../../bot/patch/rules/example.js';
import {fixesForm} from '../../../../bot/patch/rules/fixes-form.js';
import {fixesMissing} from '../../../../bot/patch/rules/fixes-missing.js';
import {fixesMissingNext} from '../../../../bot/patch/rules/fixes-missing-next.js';
import {fixesMissingOne} from '../../../../bot/patch/rules/fixes-missing-one.js';
import {fixesNoTagOops} from '../../../../bot/patch/rules/fixes-no-tag-oops.js';
import {answersOf} from '../../../helpers/rule-answers.js';

const command = `git log -1 --abbrev=12 --format='Fixes: %h ("%s")' HASH`;
const fixed = {trailers: [exampleFixes, exampleSignOff]};
const tests = exampleDiff('tools/testing/selftests/bpf/progs/drop.c');
const docs = exampleDiff('Documentation/bpf/drop.rst');

function bpf(parts: ExampleParts = {}): string {
  return exampleMail({subject: '[PATCH bpf] bpf: Count what is dropped', ...parts});
}

/** Part `index` of a series of three for bpf. */
function part(index: number, parts: ExampleParts = {}): string {
  return exampleMail({subject: `[PATCH bpf ${index}/3] bpf: Count what is dropped ${index}`, ...parts});
}

const cover = exampleCover({subject: '[PATCH bpf 0/3] bpf: Count what is dropped'});

const missing: [string, string, string | string[]][] = [
  ['a patch for bpf', bpf(), [`error: ${command}`]],
  ['one that has it', bpf(fixed), 'kept'],
  ['one that has it in a wrong form', bpf({trailers: ['Fixes: 0123456', exampleSignOff]}), 'kept'],
  ['one that has it below the line', bpf({notes: [exampleFixes]}), [`error on "${exampleFixes}": ${exampleFixes}`]],
  [
    'a revert, which names a commit in its way',
    bpf({subject: '[PATCH bpf] Revert "bpf: Drop"'}),
    [`warning: ${command}`],
  ],
  ['a patch for bpf-next', exampleMail(), 'kept'],
  ['one for bpf/for-next, which is no bpf', bpf({subject: '[PATCH bpf/for-next] bpf: Count'}), 'kept'],
  ['one that asks for comments', bpf({subject: '[RFC PATCH bpf] bpf: Count'}), 'kept'],
  ['documents', bpf({diff: docs}), 'kept'],
  ['addresses', bpf({diff: exampleDiff('MAINTAINERS')}), 'kept'],
  ['tests', bpf({diff: tests}), 'kept'],
  ['tests and more', bpf({diff: `${tests}\n${exampleDiff('kernel/bpf/drop.c')}`}), [`error: ${command}`]],
  ['a series without any', cover + part(1) + part(2) + part(3), [`error: ${command}`]],
  ['a series where one has it', cover + part(1) + part(2, fixed) + part(3), 'kept'],
  ['a part of a series', part(2), 'not seen: all patches of the series'],
  ['a part of a series that has it', part(2, fixed), 'kept'],
  ['a cover letter alone', cover, 'not seen: all patches of the series'],
];

const missingOne: [string, string, string | string[]][] = [
  ['two of three lack it', cover + part(1) + part(2, fixed) + part(3), [`warning: ${command}`]],
  ['only tests and documents lack it', cover + part(1, {diff: docs}) + part(2, fixed) + part(3, {diff: tests}), 'kept'],
  ['all lack it, which is another rule', cover + part(1) + part(2) + part(3), 'kept'],
  ['a part of a series lacks it', part(2), [`warning: ${command}`]],
  ['a single patch lacks it, which is another rule', bpf(), 'kept'],
  ['a series for bpf-next', exampleCover() + exampleMail({subject: '[PATCH bpf-next 1/2] bpf: Count'}), 'kept'],
  ['a cover letter alone', cover, 'not seen: the patches'],
];

const missingNext: [string, string, string | string[]][] = [
  ['Fix', '[PATCH bpf-next] bpf: Fix the count', [`warning: ${command}`]],
  ['fixes, for networking', '[PATCH bpf-next/net] bpf: sockmap fixes', [`warning: ${command}`]],
  ['a prefix', '[PATCH bpf-next] bpf: Prefix the count', 'kept'],
  ['a typo', '[PATCH bpf-next] bpf: Fix a typo in a comment', 'kept'],
  ['a revert of a fix', '[PATCH bpf-next] Revert "bpf: Fix the count"', 'kept'],
  ['another tree', '[PATCH net-next] bpf: Fix the count', 'kept'],
  ['for comments', '[RFC PATCH bpf-next] bpf: Fix the count', 'kept'],
];

const oops = (trace: string) => ({description: ['It was met:', '', `  ${trace}`, '', 'Count later.']});
const crashes: [string, string, string | string[]][] = [
  ['UBSAN', exampleMail(oops('UBSAN: shift-out-of-bounds')), [`warning on "  UBSAN: shift-out-of-bounds": ${command}`]],
  ['a call trace', exampleMail(oops('Call Trace:')), [`warning on "  Call Trace:": ${command}`]],
  [
    'syzbot',
    exampleMail({trailers: ['Reported-by: syzbot+0123456789abcdef@syzkaller.appspotmail.com', exampleSignOff]}),
    [`warning on "Reported-by: syzbot+0123456789abcdef@syzkaller.appspotmail.com": ${command}`],
  ],
  ['with the tag', exampleMail({...oops('Call Trace:'), ...fixed}), 'kept'],
  [
    'a revert',
    exampleMail({description: ['This reverts commit 0123456789abcdef0123456789abcdef01234567.', '', 'Call Trace:']}),
    'kept',
  ],
  ['for bpf, where the tag is asked for anyway', bpf(oops('Call Trace:')), 'kept'],
  ['a title that speaks of KASAN', exampleMail({description: ['Let KASAN see what is dropped.']}), 'kept'],
];

const hash = '0123456789ab';
const good = `Fixes: ${hash} ("bpf: Drop it")`;
const look = (of: string) => `git log -1 --abbrev=12 --format='Fixes: %h ("%s")' ${of}`;
/** Lines of the tag, the severity, and the repair. */
const forms: [string, string[], string, string][] = [
  ['too short', ['Fixes: 0123456 ("bpf: Drop it")'], 'error', look('0123456')],
  ['too long', [`Fixes: ${'0123456789'.repeat(4)}0 ("bpf: Drop it")`], 'error', look(`${'0123456789'.repeat(4)}0`)],
  ['capitals', ['Fixes: 0123456789AB ("bpf: Drop it")'], 'error', good],
  ['commit in front', [`Fixes: commit ${hash} ("bpf: Drop it")`], 'error', good],
  ['no parentheses', [`Fixes: ${hash} "bpf: Drop it"`], 'error', good],
  ['no quotes', [`Fixes: ${hash} (bpf: Drop it)`], 'error', good],
  ['single quotes', [`Fixes: ${hash} ('bpf: Drop it')`], 'error', good],
  ['one quote missing', [`Fixes: ${hash} ("bpf: Drop it)`], 'error', good],
  ['quotes of a word processor', [`Fixes: ${hash} (“bpf: Drop it”)`], 'error', good],
  ['no title', [`Fixes: ${hash}`], 'error', look(hash)],
  ['words behind it', [`Fixes: ${hash} ("bpf: Drop it"), since 6.1`], 'error', good],
  ['two lines', [`Fixes: ${hash} ("bpf: Drop`, 'it")'], 'error', good],
  ['two lines, indented', [`Fixes: ${hash}`, ' ("bpf: Drop it")'], 'error', good],
  ['three lines', [`Fixes: ${hash} ("bpf:`, 'Drop', 'it")'], 'error', good],
  ['a link', ['Fixes: https://example.org/1'], 'error', 'Closes: https://example.org/1'],
  ['a number of a bug', ['Fixes: #12'], 'error', command],
  ['no colon', [`Fixes ${hash} ("bpf: Drop it")`], 'warning', good],
  ['small letters', [`fixes: ${hash} ("bpf: Drop it")`], 'warning', good],
  ['no blank', [`Fixes:${hash} ("bpf: Drop it")`], 'warning', good],
  ['two faults', [`Fixes: commit ${hash}: (bpf: Drop it)`], 'error', good],
];
const goodForms: [string, string[]][] = [
  ['12 digits', [good]],
  ['13 digits', ['Fixes: 0123456789abc ("bpf: Drop it")']],
  ['40 digits', [`Fixes: ${'0123456789'.repeat(4)} ("bpf: Drop it")`]],
  ['quotes and parentheses in the title', [`Fixes: ${hash} ("Revert "bpf: drop() it"")`]],
  ['a note on the next line', [good, '  [1] https://example.org/1']],
  ['two tags', [good, good]],
];

describe('fixes-missing', () => {
  it.each(missing)('%s', async (_, text, answers) => expect(await answersOf(text, fixesMissing)).toEqual(answers));
});

describe('fixes-missing-one', () => {
  it.each(missingOne)('%s', async (_, text, answers) =>
    expect(await answersOf(text, fixesMissingOne)).toEqual(answers),
  );
});

describe('fixes-missing-next', () => {
  it.each(missingNext)('%s', async (_, subject, answers) =>
    expect(await answersOf(exampleMail({subject}), fixesMissingNext)).toEqual(answers),
  );

  it('leaves tests, and crashes, which are another rule', async () => {
    const subject = '[PATCH bpf-next] bpf: Fix the count';
    for (const parts of [{diff: tests}, oops('Call Trace:'), fixed]) {
      expect(await answersOf(exampleMail({subject, ...parts}), fixesMissingNext)).toBe('kept');
    }
  });
});

describe('fixes-no-tag-oops', () => {
  it.each(crashes)('%s', async (_, text, answers) => expect(await answersOf(text, fixesNoTagOops)).toEqual(answers));
});

describe('fixes-form', () => {
  it.each(forms)('%s', async (_, lines, severity, repair) =>
    expect(await answersOf(exampleMail({trailers: [...lines, exampleSignOff]}), fixesForm)).toEqual([
      `${severity} on "${lines[0] ?? ''}": ${repair}`,
    ]),
  );

  it.each(goodForms)('takes %s', async (_, lines) =>
    expect(await answersOf(exampleMail({trailers: [...lines, exampleSignOff]}), fixesForm)).toBe('kept'),
  );

  it('speaks on a blank line among the trailers', async () =>
    expect(await answersOf(exampleMail({trailers: [good, '', exampleSignOff]}), fixesForm)).toEqual([
      `warning on "${good}": Take the blank line out.`,
    ]));

  it.each(['Fixes a leak in the count.', 'Fixes 0123456 leaks.', '    Fixes: nothing'])(
    'leaves words: %s',
    async (line) => expect(await answersOf(exampleMail({description: [line]}), fixesForm)).toBe('kept'),
  );
});
