/**
 * Whose patch it is: Linux and the projects that follow its documents, or another one, to which most rules say nothing.
 *
 * Other projects use git, lists and `[PATCH]` as Linux does. They show by a list's tag before the brackets, by who gets the
 * mail, and by folders that Linux does not have.
 */
import {isForBpf, pathsOf, touchesBpf} from './areas.js';
import {mailsOf, type Series} from '../series.js';

/** Tags that list software or people of Linux put before the brackets. */
const linuxTag = /^(?:bpf|netdev|lkml|linux|kernel|stable|intel-wired-lan|syzbot|ext|external)\b/iu;
const linuxHost = /(?:^|\.)(?:kernel\.org|linux\.dev|infradead\.org|linux-foundation\.org|linuxfoundation\.org)$/iu;
const linuxFolders = new Set([
  'arch', 'block', 'certs', 'crypto', 'Documentation', 'drivers', 'fs', 'include', 'init', 'io_uring', 'ipc', 'kernel', 'lib', 'LICENSES', 'mm', 'net', 'rust', 'samples', 'scripts', 'security', 'sound', 'tools', 'usr', 'virt', 'MAINTAINERS', 'Makefile', 'Kconfig', 'Kbuild', 'CREDITS', 'COPYING', 'README', '.mailmap', '.gitignore', '.clang-format',
]); // prettier-ignore
/** Trees in which patches on BPF are read by its maintainers. */
const bpfTrees = ['bpf', 'bpf-next', 'net', 'net-next'];

/** Whether the documents of Linux speak of it; iproute2 and pahole follow them. */
export function isOfLinux(series: Series): boolean {
  if (series.tree !== null || touchesBpf(series)) return true;
  const mails = mailsOf(series);
  if (mails.some(({subject}) => subject?.listTags.some((tag) => !linuxTag.test(tag)))) return false;
  const paths = pathsOf(series);
  if (paths.length > 0 && !paths.some((path) => linuxFolders.has(path.split('/', 1)[0] ?? ''))) return false;
  const receivers = mails.flatMap(({to, cc}) => [...to, ...cc]);
  return receivers.length === 0 || receivers.some(({email}) => linuxHost.test(email.slice(email.lastIndexOf('@') + 1)));
}

/** Whether BPF's own rules hold: its files or titles, and no tree of others. */
export function isBpfWork(series: Series): boolean {
  return (series.tree === null || bpfTrees.includes(series.tree)) && isForBpf(series);
}

/** Whether the HOWTO speaks of it: for a tree of BPF, or BPF's work for networking or for no tree. */
export function followsHowto(series: Series): boolean {
  return series.tree === 'bpf' || series.tree === 'bpf-next' || isBpfWork(series);
}

/** Whether networking's handbook speaks of it: for a tree of networking or BPF, or on BPF and for none of others. */
export function followsNetdev(series: Series): boolean {
  return series.tree === null ? isForBpf(series) : bpfTrees.includes(series.tree);
}

/** Whether it goes to bpf, where only fixes go; `bpf/for-next` was meant for bpf-next. */
export function isForBpfFixes(series: Series): boolean {
  const first = mailsOf(series).find(({subject}) => subject?.tree === 'bpf');
  return series.tree === 'bpf' && first?.subject?.branch == null;
}
