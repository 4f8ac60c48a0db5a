/**
 * A fix for bpf-next names the commit that it fixes.
 *
 * Source: BPF HOWTO, "What is the minimum requirement …?": must, where the broken commit is in net-next or bpf-next. Which it
 * is cannot be known without a clone. netdev's handbook asks for the tag whatever the tree.
 */
import {answerOnCommits} from './commits.js';
import {exampleFixes, exampleMail, exampleSignOff} from './example.js';
import {showsCrash} from './fixes-no-tag-oops.js';
import {fixesCommand, fixesTagsOf} from './fixes-tag.js';
import {kept, type Finding, type Rule} from './rule.js';
import {howto, netdev} from './source.js';
import {isRevert, isSpared} from './target.js';
import type {PatchMail} from '../mail/message.js';

const subject = '[PATCH bpf-next] bpf: Fix the count of what is dropped';

export const fixesMissingNext: Rule = {
  id: 'fixes-missing-next',
  severity: 'warning',
  asks: 'A fix for bpf-next has a Fixes tag.',
  sources: [howto('minimum'), netdev()],
  needs: ['description'],
  example: {
    broken: exampleMail({subject}),
    kept: exampleMail({subject, trailers: [exampleFixes, exampleSignOff]}),
  },
  check: (series) => (series.tree === 'bpf-next' && !series.rfc ? answerOnCommits(series, findingsOn) : kept),
};

const fix = /\bfix(?:es|ed|ing|up)?\b/iu;
/** Nothing is broken by these, so there is nothing to name. */
const trifle =
  /\b(?:typos?|spelling|misspell\w{0,6}|comments?|grammar|whitespace|indent\w{0,8}|coding style|kernel-?doc|docs?|documentation)\b/iu;

function findingsOn(mail: PatchMail): Finding[] {
  const title = mail.subject?.title ?? '';
  if (!fix.test(title) || trifle.test(title) || isRevert(mail) || isSpared(mail) || showsCrash(mail)) return [];
  if (fixesTagsOf(mail).length > 0) return [];
  const message =
    'The title says that it fixes something, but there is no Fixes tag. The HOWTO says must where the broken commit is in bpf-next or net-next.';
  return [{message, mail, fix: {type: 'command', text: fixesCommand()}}];
}
