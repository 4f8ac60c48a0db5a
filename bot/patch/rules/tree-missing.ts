/**
 * The subject names the tree that the patch is for.
 *
 * Source: BPF HOWTO, "How do I indicate which tree (bpf vs. bpf-next) …?", which also takes net and net-next from who is
 * unsure.
 */
import {isBpfPath, isForBpf, pathsOf} from './areas.js';
import {exampleMail} from './example.js';
import {fixesTagsOf} from './fixes-tag.js';
import {isOfLinux} from './project.js';
import {kept, type Rule} from './rule.js';
import {howto} from './source.js';
import {answerOnPrefix, type Headed} from './subjects.js';
import {writeSubject} from '../right-subject.js';
import type {Series} from '../series.js';
import {treeOfTag} from '../tree-tags.js';
import {meantTree, type Tree} from '../tree.js';

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
    if (!isOfLinux(series) || !isForBpf(series)) return kept;
    const {tree} = series;
    if (tree === 'net' || tree === 'net-next') return ofNetworking(series, tree);
    return tree === null ? answerOnPrefix(series, (headed) => withoutTree(headed, series)) : kept;
  },
};

function withoutTree({subject}: Headed, series: Series) {
  // A word that was meant for a tree is another rule's; one of another subsystem is nobody's.
  const isOther = (tag: string) =>
    meantTree(tag) !== undefined || treeOfTag(tag) !== undefined || /[-/]next$/iu.test(tag);
  if (subject.tags.some(isOther)) return undefined;
  const isFix = series.patches.some((mail) => fixesTagsOf(mail).length > 0);
  const tree: Tree = isFix ? 'bpf' : 'bpf-next';
  const hint = isFix ? 'With its Fixes tag it is rather for bpf.' : 'Without a Fixes tag it is rather for bpf-next.';
  const isSeen = series.patches.some(({description}) => description.lines.length > 0);
  return {
    message: `The subject names no tree. The HOWTO sends a fix to bpf and everything else to bpf-next.${isSeen ? ` ${hint}` : ''}`,
    fix: {type: 'subject', text: writeSubject(subject, tree)} as const,
  };
}

/** Nothing but BPF, sent to networking. */
function ofNetworking(series: Series, tree: 'net' | 'net-next') {
  const paths = pathsOf(series);
  if (paths.length === 0 || !paths.every(isBpfPath)) return kept;
  const usual = tree === 'net' ? 'bpf' : 'bpf-next';
  return answerOnPrefix(series, ({subject}) => ({
    severity: 'remark',
    message: `All files are BPF's, and the tree is ${tree}. The HOWTO accepts that where you are not sure; ${usual} is usual.`,
    fix: {type: 'subject', text: writeSubject(subject, usual)},
  }));
}
