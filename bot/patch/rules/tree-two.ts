/**
 * A series is for one tree, and its patches agree on which.
 *
 * Source: BPF HOWTO, "How do I indicate which tree (bpf vs. bpf-next) …?".
 */
import {exampleMail} from './example.js';
import {isOfLinux} from './project.js';
import {kept, type Rule} from './rule.js';
import {howto} from './source.js';
import {answerOnPrefix, headedOf} from './subjects.js';

export const treeTwo: Rule = {
  id: 'tree-two',
  severity: 'warning',
  asks: 'The subject names one tree, the same in all mails of a series.',
  sources: [howto('tree')],
  needs: ['subject'],
  example: {
    broken: exampleMail({subject: '[PATCH bpf bpf-next] bpf: Count what is dropped'}),
    kept: exampleMail({subject: '[PATCH bpf-next] bpf: Count what is dropped'}),
  },
  check(series) {
    if (!isOfLinux(series)) return kept;
    const inOne = answerOnPrefix(series, ({subject: {treeCandidates}}) =>
      treeCandidates.length > 1
        ? {
            message: `The subject names ${treeCandidates.slice(0, 3).join(' and ')}. Name the one tree that is to take the patches.`,
          }
        : undefined,
    );
    if (inOne.type === 'broken') return inOne;
    const headed = headedOf(series);
    const names = [
      ...new Set(headed.map(({subject: {tree, branch}}) => (branch === null ? tree : `${tree ?? ''}/${branch}`))),
    ];
    const [first, other] = names;
    const odd = headed.find(
      ({subject}) => subject.tree !== headed[0]?.subject.tree || subject.branch !== headed[0].subject.branch,
    );
    if (names.length < 2 || !odd) return kept;
    const message =
      `The mails of the series name different trees: ${first ?? 'none'} and ${other ?? 'none'}. ` +
      'Give all of them the same prefix: git format-patch writes all at once.';
    return {type: 'broken', findings: [{message, mail: odd.mail, line: odd.line}]};
  },
};
