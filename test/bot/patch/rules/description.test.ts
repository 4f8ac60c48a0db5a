import {describe, expect, it} from 'vitest';
import {commitRef} from '../../../../bot/patch/rules/commit-ref.js';
import {diffInLog} from '../../../../bot/patch/rules/diff-in-log.js';
import {exampleFixes, exampleMail, exampleSignOff} from '../../../../bot/patch/rules/example.js';
import {gerrit} from '../../../../bot/patch/rules/gerrit.js';
import {hashLines} from '../../../../bot/patch/rules/hash-lines.js';
import {lineLength} from '../../../../bot/patch/rules/line-length.js';
import {reportedCloses} from '../../../../bot/patch/rules/reported-closes.js';
import {answersOf} from '../../../helpers/rule-answers.js';

const bo = 'Reported-by: Bo Example <bo@example.org>';
const link = 'https://lore.kernel.org/r/1@example.org';
const reports: [string, string[], string | string[]][] = [
  ['no link', [bo, exampleSignOff], [`remark on "${bo}": Closes: https://lore.kernel.org/r/MESSAGE-ID`]],
  ['Closes right behind', [bo, `Closes: ${link}`, exampleSignOff], 'kept'],
  ['Closes further down', [bo, exampleFixes, exampleSignOff, `Closes: ${link}`], 'kept'],
  ['a Link, as it was written before', [bo, `Link: ${link}`, exampleSignOff], 'kept'],
  ['two who share one', [bo, 'Reported-by: Cy <cy@example.org>', `Closes: ${link}`, exampleSignOff], 'kept'],
  ['in front of it', [`Closes: ${link}`, bo], [`remark on "${bo}": Closes: https://lore.kernel.org/r/MESSAGE-ID`]],
  [
    'who tested it too',
    ['Reported-and-tested-by: Bo <bo@example.org>'],
    ['remark on "Reported-and-tested-by: Bo <bo@example.org>": Closes: https://lore.kernel.org/r/MESSAGE-ID'],
  ],
  [
    'syzbot, whose page can be told',
    ['Reported-by: syzbot+c4c7bf27f6b0c4bd97fe@syzkaller.appspotmail.com'],
    [
      'remark on "Reported-by: syzbot+c4c7bf27f6b0c4bd97fe@syzkaller.appspotmail.com": Closes: https://syzkaller.appspot.com/bug?extid=c4c7bf27f6b0c4bd97fe',
    ],
  ],
];

const title = '("bpf: Drop it")';
const look = (hash: string) => `git log -1 --abbrev=12 --format='commit %h ("%s")' ${hash}`;
const references: [string, string[], string | string[]][] = [
  ['short', [`Since commit 0123456 ${title}.`], [`remark on "Since commit 0123456 ${title}.": ${look('0123456')}`]],
  ['no title', ['Since commit 0123456789ab.'], [`remark on "Since commit 0123456789ab.": ${look('0123456789ab')}`]],
  ['broken over lines', ['Since commit', '0123456789ab', title], 'kept'],
  ['broken within the title', ['Since commit 0123456789ab ("bpf:', 'Drop it").'], 'kept'],
  ['short, broken over lines', ['Since commit', '0123456 this'], [`remark on "Since commit": ${look('0123456')}`]],
  ['again, named above', [`Commit 0123456789ab ${title}. Since commit 0123456 so.`], 'kept'],
  ['again, named by Fixes', ['Since commit 0123456789ab, so.', '', exampleFixes], 'kept'],
  ['a revert', ['This reverts commit 0123456789abcdef0123456789abcdef01234567.'], 'kept'],
  ['a revert of a merge', ['Revert a merge, reversing changes made to commit 0123456.'], 'kept'],
  ['a merge', ['Merge commit 0123456 for the count.'], 'kept'],
  ['a link', ['See https://example.org/commit 0123456.'], 'kept'],
  ['a log', ['  # commit 0123456', '[    1.000000] commit 0123456'], 'kept'],
  ['a commit of stable', ['commit 0123456789abcdef0123456789abcdef01234567 upstream.'], 'kept'],
  ['words of letters a to f', ['They commit facade and commit added.'], 'kept'],
  ['a file name', ['A commit 0123456_a is none.'], 'kept'],
  [
    'two',
    ['Since commit 0123456 and commit 1234567.'],
    [`remark on "Since commit 0123456 and commit 1234567.": ${look('0123456')}`],
  ],
];

const long = 'Nobody sees how much is dropped by it, since it is not counted; so count it and show it';
const wrap = 'Wrap the description at 75 characters.';
const lengths: [string, string[], string | string[]][] = [
  ['a sentence', [long], [`remark on "${long}": ${wrap}`]],
  ['three sentences, said once', [long, long, long], [`remark on "${long}": ${wrap}`]],
  ['75 characters', [`${'ab cd '.repeat(12)}abc`], 'kept'],
  ['76 characters', [`${'ab cd '.repeat(12)}abcd`], [`remark on "${'ab cd '.repeat(12)}abcd": ${wrap}`]],
  ['75 characters of more bytes', [`${'äb cd '.repeat(12)}abc`], 'kept'],
  ['a trailer', [`Reviewed-by: ${long} <ada@example.org>`], 'kept'],
  ['Fixes', [`Fixes: 0123456789ab ("${long}")`], 'kept'],
  ['a commit with its title', [`Since commit 0123456789ab ("${long}")`], 'kept'],
  ['a link', [`${long} https://example.org/`], 'kept'],
  ['a quote', [`> ${long}`], 'kept'],
  ['an indented dump', [`  ${long}`, `\t${long}`], 'kept'],
  ['no blanks', ['a'.repeat(90)], 'kept'],
  ['a table', [`| ${long} | 1 |`, `${long}   1   2`], 'kept'],
  ['a log of the kernel', [`[    1.000000] ${long}`], 'kept'],
  ['a call trace', [`drop+0x1c/0x40 ${long}`], 'kept'],
  ['a compiler', [`<command line>:2:9: error: ${long}`], 'kept'],
  ['a disassembly', [`12: (85) ${long}`], 'kept'],
];

const hashes: [string, string[], string | string[]][] = [
  ['a prompt', ['# make'], ['warning on "# make":   # make']],
  ['two lines, said once', ['#1', '#2'], ['warning on "#1":   #1']],
  ['indented', [' # make'], 'kept'],
];

const gerrits: [string, string[], string | string[]][] = [
  [
    'of Gerrit',
    ['Change-Id: I0123456789abcdef'],
    ['warning on "Change-Id: I0123456789abcdef": git commit --amend opens the description.'],
  ],
  ['of b4', ['change-id: 20250101-drop-0123456789ab'], 'kept'],
];

const cut = (line: string) => [`error on "${line}":   ${line}`];
const separated = exampleMail({description: ['It says:', '', 'diff --git a/x b/x', 'Count.']});
const cuts: [string, string, string | string[]][] = [
  ['a heading of git', separated, cut('diff --git a/x b/x')],
  ['a heading of diff', exampleMail({description: ['It says:', '--- a/x', 'Count.']}), cut('--- a/x')],
  ['Index', exampleMail({description: ['It says:', 'Index: x', 'Count.']}), cut('Index: x')],
  [
    'a whole diff',
    exampleMail({description: ['It says:', 'diff --git a/x b/x', '--- a/x', '+++ b/x', '@@ -1 +1 @@', '-1', '+2', '']}),
    cut('diff --git a/x b/x'),
  ],
  ['indented', exampleMail({description: ['It says:', '', '  --- a/x', '  diff -u a b']}), 'kept'],
  ['no separator above the diff', exampleMail().replace('\n---\n', '\n'), 'kept'],
  ['a rule of dashes', exampleMail({description: ['Count', '-----', 'it.']}), 'kept'],
  [
    'a signature that quotes',
    exampleMail().replace('\n---\n', '\n').replace('-- \n', '-- \nSigned-off-by: Bo <bo@example.org>\n'),
    'kept',
  ],
];

const inDescription = (lines: readonly string[]) => exampleMail({description: lines});

describe('reported-closes', () => {
  it.each(reports)('%s', async (_, trailers, answers) =>
    expect(await answersOf(exampleMail({trailers}), reportedCloses)).toEqual(answers),
  );
});

describe('commit-ref', () => {
  it.each(references)('%s', async (_, lines, answers) =>
    expect(await answersOf(inDescription(lines), commitRef)).toEqual(answers),
  );
});

describe('line-length', () => {
  it.each(lengths)('%s', async (_, lines, answers) =>
    expect(await answersOf(inDescription(lines), lineLength)).toEqual(answers),
  );

  it('says nothing of lines that were joined', async () => {
    const text = exampleMail({headers: ['Content-Type: text/plain; format=flowed'], description: [`${long} `, 'too.']});
    expect(await answersOf(text, lineLength)).toBe('kept');
  });
});

describe('hash-lines', () => {
  it.each(hashes)('%s', async (_, lines, answers) =>
    expect(await answersOf(inDescription(lines), hashLines)).toEqual(answers),
  );
});

describe('gerrit', () => {
  it.each(gerrits)('%s', async (_, lines, answers) =>
    expect(await answersOf(inDescription(lines), gerrit)).toEqual(answers),
  );
});

describe('diff-in-log', () => {
  it.each(cuts)('%s', async (_, text, answers) => expect(await answersOf(text, diffInLog)).toEqual(answers));
});
