/**
 * What only adds something is not for bpf.
 *
 * A fix for bpf-next is allowed, with Fixes where the broken commit is released too; only the other way is asked about.
 * Source: BPF HOWTO, "How do the changes posted to bpf@vger.kernel.org make their way into Linux?" and "What is the minimum
 * requirement before I submit my BPF patches?".
 */
import {answerOnWhole, commitsOf} from './commits.js';
import {exampleFixes, exampleMail, exampleSignOff} from './example.js';
import {fixesTagsOf} from './fixes-tag.js';
import {isForBpfFixes} from './project.js';
import {kept, type Rule} from './rule.js';
import {howto} from './source.js';
import {isSpared} from './target.js';
import {writeSubject} from '../right-subject.js';

const subject = '[PATCH bpf] bpf: Add a count of what is dropped';
/** The verb behind the area. */
const feature = /^(?:[^:]{1,60}: ?){1,2}(?:add|introduce|support|implement|extend|allow|enable)\b/iu;

export const treeFit: Rule = {
  id: 'tree-fit',
  severity: 'warning',
  asks: 'What only adds something goes to bpf-next.',
  sources: [howto('pull'), howto('minimum')],
  needs: ['description'],
  example: {
    broken: exampleMail({subject}),
    kept: exampleMail({subject, trailers: [exampleFixes, exampleSignOff]}),
    unseen: exampleMail({subject: '[PATCH bpf 2/3] bpf: Add a count of what is dropped'}),
  },
  check(series) {
    if (!isForBpfFixes(series)) return kept;
    const adding = commitsOf(series).filter((mail) => !isSpared(mail) && feature.test(mail.subject?.title ?? ''));
    if (adding.length === 0) return kept;
    return answerOnWhole(
      series,
      (mail) => fixesTagsOf(mail).length > 0,
      () => {
        const [mail] = adding;
        if (!mail?.subject) return [];
        const message =
          'The title reads like something new, there is no Fixes tag, and the tree is bpf, which takes fixes. ' +
          'If it is new, send it for bpf-next; if it is a fix, name what it fixes.';
        return [
          {
            message,
            mail,
            ...(mail.subjectLine ? {line: mail.subjectLine} : {}),
            fix: {type: 'subject', text: writeSubject(mail.subject, 'bpf-next')},
          },
        ];
      },
    );
  },
};
