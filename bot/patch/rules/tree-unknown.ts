/**
 * A tree is spelled as its readers know it: `bpf-next`, not `bpfnext`, `bpf_next`, `bpf/for-next` or `-next`.
 *
 * Source: BPF HOWTO, "How do I indicate which tree (bpf vs. bpf-next) …?".
 */
import {isForBpf} from './areas.js';
import {exampleMail} from './example.js';
import {isOfLinux} from './project.js';
import {kept, type Rule} from './rule.js';
import {howto} from './source.js';
import {answerOnPrefix} from './subjects.js';
import type {Subject} from '../subject.js';
import {treeOfTag} from '../tree-tags.js';
import {meantTree, type Tree} from '../tree.js';

export const treeUnknown: Rule = {
  id: 'tree-unknown',
  severity: 'warning',
  asks: 'The tree is spelled as its readers know it.',
  sources: [howto('tree')],
  needs: ['subject'],
  example: {
    broken: exampleMail({subject: '[PATCH bpfnext] bpf: Count what is dropped'}),
    kept: exampleMail({subject: '[PATCH bpf-next] bpf: Count what is dropped'}),
  },
  check(series) {
    if (!isOfLinux(series)) return kept;
    return answerOnPrefix(series, ({subject}) => {
      const found = misspelt(subject, isForBpf(series));
      if (!found) return undefined;
      const [word, meant] = found;
      const message = `No tool knows the tree ${shown(word)}; ${meant} was perhaps meant. Its readers go by the exact word.`;
      return {message, fix: {type: 'advice', text: `Write ${meant}.`}};
    });
  },
};

/** The word, and the tree that it was meant for. */
function misspelt({tags, tree, treeCandidates}: Subject, isBpf: boolean): readonly [string, Tree] | undefined {
  if (treeCandidates.length > 1) return undefined;
  for (const tag of tags) {
    const meant = meantTree(tag);
    const named = treeOfTag(tag);
    if (meant === undefined) continue;
    // Other trees have names too; a word that is one of them is no slip, nor is -next outside of BPF.
    if (named?.branch == null && named !== undefined && named.tree !== 'linux-next') continue;
    // `next` alone and `bpf next` are read as meant by us, and not by the tools.
    const isNext = /^next$/iu.test(tag) && (tree === 'linux-next' || tree === 'bpf-next');
    if (tree !== null && named === undefined && !isNext) continue;
    if (isBpf || meant.startsWith('iproute2')) return [tag, meant];
  }
  return undefined;
}

function shown(word: string): string {
  return `"${word.slice(0, 32).replace(/[^\w./-]/gu, '?')}"`;
}
