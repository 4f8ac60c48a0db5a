/**
 * The subject names the tree that the patch is for.
 *
 * Source: BPF HOWTO, "How do I indicate which tree (bpf vs. bpf-next) …?".
 */
import {isForBpf} from './areas.js';
import {exampleMail} from './example.js';
import {kept, type Rule} from './rule.js';
import {howto} from './source.js';
import {mailsOf} from '../series.js';
import {meantTree} from '../tree.js';

export const treeMissing: Rule = {
  id: 'tree-missing',
  severity: 'error',
  asks: 'The subject names the tree.',
  sources: [howto('tree')],
  needs: ['subject'],
  example: {
    broken: exampleMail({subject: '[PATCH] bpf: Count what is dropped'}),
    kept: exampleMail({subject: '[PATCH bpf-next] bpf: Count what is dropped'}),
  },
  check(series) {
    const [first] = mailsOf(series);
    if (!first || series.tree !== null || !isForBpf(series)) return kept;
    // A word that was meant for a tree is another rule's.
    if (first.subject?.tags.some((tag) => meantTree(tag) !== undefined)) return kept;
    return {
      type: 'broken',
      findings: [
        {
          message: 'The subject names no tree. A fix is for bpf, everything else for bpf-next.',
          mail: first,
          ...(first.subjectLine ? {line: first.subjectLine} : {}),
        },
      ],
    };
  },
};
