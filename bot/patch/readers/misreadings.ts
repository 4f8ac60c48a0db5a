/**
 * Who would misread a subject: each tool's reading beside ours, and what follows for the sender.
 */
import {readSubject, type Subject} from '../subject.js';
import {readAsB4} from './b4.js';
import {readAsKpd} from './kpd.js';
import {readAsNipa} from './nipa.js';
import {readAsPatchwork} from './patchwork.js';

export const readers = ['patchwork', 'b4', 'NIPA', 'kernel-patches-daemon'] as const;
export type Reader = (typeof readers)[number];

/** For those who have not met it yet. */
export const readerRoles: Readonly<Record<Reader, string>> = {
  patchwork: 'index of the list on the web',
  b4: 'maintainers fetch series with it',
  NIPA: "netdev's test bot",
  'kernel-patches-daemon': "feeds BPF's CI",
};

export interface Misreading {
  readonly reader: Reader;
  /** What it takes the subject for: `version 1`, `tree net`. */
  readonly reads: string;
  /** A sentence each. */
  readonly consequence: string;
  readonly advice: string;
}

/** Trees that NIPA knows; what is for another is not its to test. */
const tested = ['bpf', 'bpf-next', 'net', 'net-next'];

/**
 * @param line The subject of a patch or a cover letter, on one line, decoded.
 * @returns In the order of `readers`; nothing for a mail of another kind.
 */
export function misreadings(line: string): Misreading[] {
  const subject = readSubject(line);
  if (subject.kind !== 'patch' && subject.kind !== 'cover') return [];
  return [...inPatchwork(line, subject), ...inB4(line, subject), ...inNipa(line, subject), ...inKpd(line, subject)];
}

function inPatchwork(line: string, {version, index, total}: Subject): Misreading[] {
  const read = readAsPatchwork(line);
  const reader = 'patchwork';
  const found: Misreading[] = [];
  if (read.version !== version) {
    found.push({
      reader,
      reads: `version ${read.version}`,
      consequence: `It files version ${version} as version ${read.version}, so the series does not follow the one before it.`,
      advice: `Write v${version} in the brackets as a word of its own: [PATCH v${version}].`,
    });
  }
  if (read.index !== index || read.total !== total) {
    found.push({
      reader,
      reads: numberRead(read),
      consequence: 'It files the patch alone, outside its series.',
      advice: 'Write the number in the brackets, as git does.',
    });
  }
  return found;
}

function inB4(line: string, {version, index, total, rfc, patchWord, forms}: Subject): Misreading[] {
  const read = readAsB4(line);
  const reader = 'b4';
  const found: Misreading[] = [];
  if (read.version !== version) {
    found.push({
      reader,
      reads: `version ${read.version}`,
      consequence: `It fetches version ${version} as version ${read.version}, perhaps mixed with the one before it.`,
      advice: `Part the words in the brackets by blanks, and write v${version} as one of them.`,
    });
  }
  if (read.index !== index || read.total !== total) {
    found.push({
      reader,
      reads: numberRead(read),
      consequence: 'It does not find the place of the patch in its series.',
      advice: 'Write the number as git does: 1/3 in the brackets, between blanks, four digits at most.',
    });
  }
  const unseen = [...(patchWord && !read.patch ? ['PATCH'] : []), ...(rfc && !read.rfc ? ['RFC'] : [])];
  if (unseen.length > 0) {
    const isBare = forms.some(({form}) => form === 'no-brackets');
    found.push({
      reader,
      reads: `no ${unseen.join(', no ')}`,
      consequence: `It does not see ${unseen.join(' and ')}.`,
      advice: isBare ? 'Write the words in brackets, as git does.' : 'Part the words in the brackets by blanks.',
    });
  }
  return found;
}

function inNipa(line: string, {tree, branch}: Subject): Misreading[] {
  const read = readAsNipa(line);
  const own = tree !== null && tested.includes(tree) ? tree : undefined;
  if (read === undefined || (read === own && branch === null)) return [];
  return [
    {
      reader: 'NIPA',
      reads: `tree ${read}`,
      consequence: `It finds ${read} inside the brackets and tries the patches on that tree (nipa#44).`,
      advice:
        tree === null
          ? 'Name the tree in the brackets.'
          : `Leave the prefix as it is. If a test fails for that reason, answer that the patches are for ${fullName(tree, branch)}.`,
    },
  ];
}

function inKpd(line: string, {tree, branch}: Subject): Misreading[] {
  const read = readAsKpd(line);
  const [first = ''] = read;
  if (read.length === 1 && first === tree && branch === null) return [];
  const isBpf = (tree === 'bpf' || tree === 'bpf-next') && branch === null;
  return [
    {
      reader: 'kernel-patches-daemon',
      reads: read.length > 1 ? 'neither bpf nor bpf-next' : `tree ${first}`,
      consequence:
        read.length > 1
          ? `It finds neither bpf nor bpf-next as a word, and tries what it is given on ${read.join(', then on ')}.`
          : `It tries the patches on ${first}.`,
      advice:
        tree === null || isBpf
          ? 'Write bpf or bpf-next as a word of its own.'
          : `A failure to apply there says nothing about patches for ${fullName(tree, branch)}.`,
    },
  ];
}

function numberRead({index, total}: {readonly index: number | null; readonly total: number | null}): string {
  return index === null ? 'no number' : `number ${index}/${total ?? ''}`;
}

function fullName(tree: string, branch: string | null): string {
  return branch === null ? tree : `${tree}/${branch}`;
}
