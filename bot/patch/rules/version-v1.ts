/**
 * The first posting writes no version. One that does harms nobody.
 *
 * Source: BPF HOWTO, "How do I indicate which tree (bpf vs. bpf-next) …?"; b4 never writes it.
 */
import {exampleMail} from './example.js';
import {isOfLinux} from './project.js';
import {kept, type Rule} from './rule.js';
import {howto} from './source.js';
import {answerOnPrefix} from './subjects.js';

export const versionV1: Rule = {
  id: 'version-v1',
  severity: 'remark',
  asks: 'The first posting writes no version.',
  sources: [howto('tree')],
  needs: ['subject'],
  example: {
    broken: exampleMail({subject: '[PATCH bpf-next v1] bpf: Count what is dropped'}),
    kept: exampleMail(),
  },
  check: (series) =>
    isOfLinux(series)
      ? answerOnPrefix(series, ({subject: {version, versionGiven}}) =>
          versionGiven && version === 1
            ? {message: 'The first posting usually writes no version; v1 does no harm.'}
            : undefined,
        )
      : kept,
};
