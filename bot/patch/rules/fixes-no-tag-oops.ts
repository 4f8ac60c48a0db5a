/**
 * A patch whose description shows a crash names the commit that brought it.
 *
 * Source: checkpatch.pl, MISSING_FIXES_TAG.
 */
import {answerOnCommits} from './commits.js';
import {exampleFixes, exampleMail, exampleSignOff} from './example.js';
import {fixesCommand, fixesTagsOf} from './fixes-tag.js';
import {isForBpfFixes, isOfLinux} from './project.js';
import {kept, type Finding, type Rule} from './rule.js';
import {tool} from './source.js';
import {isRevert} from './target.js';
import type {Line} from '../mail/line.js';
import type {PatchMail} from '../mail/message.js';

const description = ['It was met by a test:', '', '  BUG: KASAN: use-after-free in drop+0x1c/0x40', '', 'Count later.'];

export const fixesNoTagOops: Rule = {
  id: 'fixes-no-tag-oops',
  severity: 'warning',
  asks: 'A patch against a crash has a Fixes tag.',
  sources: [tool('checkpatch.pl')],
  needs: ['description'],
  example: {
    broken: exampleMail({description}),
    kept: exampleMail({description, trailers: [exampleFixes, exampleSignOff]}),
  },
  // For bpf, the tag is asked for anyway.
  check: (series) => (isOfLinux(series) && !isForBpfFixes(series) ? answerOnCommits(series, findingsOn) : kept),
};

const crash =
  /(?:\b(?:KASAN|UBSAN|KMSAN|KCSAN|KFENCE): |\bCall Trace:|\bkernel BUG at |\bBUG: unable to handle|\bgeneral protection fault\b|@syzkaller\.appspotmail\.com)/u;

/** The line that shows it. */
function crashOf({description: {lines}}: PatchMail): Line | undefined {
  return lines.find(({text}) => crash.test(text));
}

export function showsCrash(mail: PatchMail): boolean {
  return crashOf(mail) !== undefined;
}

function findingsOn(mail: PatchMail): Finding[] {
  const line = crashOf(mail);
  if (!line || isRevert(mail) || fixesTagsOf(mail).length > 0) return [];
  const message = 'The description shows a crash, but there is no Fixes tag for the commit that brought it.';
  return [{message, mail, line, fix: {type: 'command', text: fixesCommand()}}];
}
