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

export interface Misreading {
  readonly reader: Reader;
  /** What it takes the subject for: `version 1`, `tree net`. */
  readonly reads: string;
  /** A sentence each. */
  readonly consequence: string;
  readonly advice: string;
}

/** Trees that the two test bots know; what is for another is not theirs to test. */
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
  return [
    ...(read.version === version
      ? []
      : [
          misreading(
            'patchwork',
            `version ${read.version}`,
            `It files version ${version} as version ${read.version}, so the series does not follow the one before it.`,
            `Write v${version} as a word of its own: [PATCH bpf-next v${version}].`,
          ),
        ]),
    ...(read.index === index && read.total === total
      ? []
      : [
          misreading(
            'patchwork',
            'no number',
            'It files the patch alone, outside its series.',
            'Write the number inside the brackets, as git does.',
          ),
        ]),
  ];
}

function inB4(line: string, {version, index, total, rfc, patchWord}: Subject): Misreading[] {
  const read = readAsB4(line);
  return [
    ...(read.version === version
      ? []
      : [
          misreading(
            'b4',
            `version ${read.version}`,
            `It fetches version ${version} as version ${read.version}, perhaps mixed with the one before it.`,
            `Part the words by blanks and write v${version} as one of them.`,
          ),
        ]),
    ...(read.index === index && read.total === total
      ? []
      : [
          misreading(
            'b4',
            'no number',
            'It does not find the place of the patch in its series.',
            'Write the number as git does: 1/3 between blanks, four digits at most.',
          ),
        ]),
    ...(read.rfc === rfc && (read.patch || !patchWord)
      ? []
      : [
          misreading(
            'b4',
            'another tag',
            'It does not see PATCH or RFC in what is glued.',
            'Part the words by blanks.',
          ),
        ]),
  ];
}

function inNipa(line: string, {tree, branch}: Subject): Misreading[] {
  const read = readAsNipa(line);
  const own = tree !== null && tested.includes(tree) ? tree : undefined;
  if (read === undefined || (read === own && branch === null)) return [];
  const written = tree === null ? 'no tree' : branch === null ? tree : `${tree}/${branch}`;
  return [
    misreading(
      'NIPA',
      `tree ${read}`,
      `It takes ${written} for ${read} and tries the patches there (nipa#44).`,
      tree === null
        ? 'Name the tree inside the brackets.'
        : `Leave the prefix as it is; if a test fails for that reason, answer that the patches are for ${written}.`,
    ),
  ];
}

function inKpd(line: string, {tree, branch}: Subject): Misreading[] {
  const read = readAsKpd(line);
  if (read.length === 1 && read[0] === tree && branch === null) return [];
  const isBpf = tree === 'bpf' || tree === 'bpf-next';
  return [
    misreading(
      'kernel-patches-daemon',
      read.length > 1 ? `no tag of its own` : `tree ${read[0] ?? ''}`,
      read.length > 1
        ? `It finds neither bpf nor bpf-next as a tag, and tries ${read.join(', then ')}.`
        : `It takes the patches for ${read[0] ?? ''}.`,
      tree === null || (isBpf && branch === null)
        ? 'Write bpf or bpf-next as a word of its own.'
        : 'Where the patches need that other tree, a failure of BPF CI to apply them says nothing about them.',
    ),
  ];
}

function misreading(reader: Reader, reads: string, consequence: string, advice: string): Misreading {
  return {reader, reads, consequence, advice};
}
