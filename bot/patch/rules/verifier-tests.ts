/**
 * A change of what the verifier takes comes with tests.
 *
 * Source: BPF HOWTO, "Verifier changes and test cases". Whether its behaviour changes cannot be read off a diff.
 */
import {selftests, touches} from './changed.js';
import {answerOnWhole} from './commits.js';
import {exampleCover, exampleDiff, exampleMail} from './example.js';
import {isBpfWork} from './project.js';
import {kept, type Rule} from './rule.js';
import {howto} from './source.js';

const verifier = 'kernel/bpf/verifier.c';
const change = exampleMail({subject: '[PATCH bpf-next 1/2] bpf: Refuse what is dropped', diff: exampleDiff(verifier)});

export const verifierTests: Rule = {
  id: 'verifier-tests',
  severity: 'warning',
  asks: 'A change of the behaviour of the verifier comes with selftests.',
  sources: [howto('verifier')],
  needs: ['diff'],
  example: {
    broken: exampleMail({diff: exampleDiff(verifier)}),
    kept:
      exampleCover() +
      change +
      exampleMail({
        subject: '[PATCH bpf-next 2/2] selftests/bpf: Test what is refused',
        diff: exampleDiff(`${selftests}progs/verifier_drop.c`),
      }),
    unseen: change,
  },
  check(series) {
    const mail = series.patches.find((each) => touches(each, verifier));
    if (!mail || !isBpfWork(series)) return kept;
    const message =
      'The series changes kernel/bpf/verifier.c, but no test under tools/testing/selftests/bpf. If the behaviour of the verifier changes, the HOWTO says that tests are absolutely necessary.';
    const fix = {type: 'advice', text: 'Add a patch with a test under tools/testing/selftests/bpf.'} as const;
    return answerOnWhole(
      series,
      (each) => touches(each, selftests),
      () => [{message, mail, fix}],
    );
  },
};
