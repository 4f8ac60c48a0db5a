/**
 * What a series is about, by the files that it changes and the words before the colon of its titles.
 *
 * Source: MAINTAINERS of Linux, the sections "BPF"; netdev's maintainer handbook.
 */
import {mailsOf, type Series} from '../series.js';

const bpfFolders = [
  'kernel/bpf/',
  'tools/lib/bpf/',
  'tools/bpf/',
  'tools/testing/selftests/bpf/',
  'samples/bpf/',
  'Documentation/bpf/',
];
const bpfFile = /^(?:tools\/)?include\/(?:uapi\/)?linux\/(?:bpf|btf|filter)[\w.-]{0,60}\.h$/u;
const jitFile = /^arch\/[\w-]{1,20}\/net\//u;
/** The first word of a title that belongs to BPF. */
const bpfTitle = /^(?:bpf|libbpf|bpftool|btf|resolve_btfids|selftests\/bpf|samples\/bpf)(?![\w-])/iu;

export function isBpfPath(path: string): boolean {
  return bpfFolders.some((folder) => path.startsWith(folder)) || bpfFile.test(path) || jitFile.test(path);
}

export function pathsOf({patches}: Series): readonly string[] {
  return patches.flatMap(({diff}) => diff.files.map(({path}) => path));
}

/** Whether BPF's lists want to hear of it. */
export function touchesBpf(series: Series): boolean {
  return isForBpf(series) || pathsOf(series).some(isBpfPath);
}

/**
 * Whether it is for BPF's trees: by half of its files or more, or by a title. A file of BPF among many others, as in a change
 * through the whole kernel, makes no patch of BPF.
 */
export function isForBpf(series: Series): boolean {
  const paths = pathsOf(series);
  const isMostly = paths.length > 0 && paths.filter(isBpfPath).length * 2 >= paths.length;
  return isMostly || mailsOf(series).some(({subject}) => bpfTitle.test(subject?.title ?? ''));
}

/** Whether it is for iproute2, which has the same folders as no part of the kernel. */
export function isForIproute2(series: Series): boolean {
  return series.tree?.startsWith('iproute2') ?? false;
}
