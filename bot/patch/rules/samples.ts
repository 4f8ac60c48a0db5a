/**
 * New programs that show or test something belong to the selftests rather than to samples/bpf.
 *
 * Source: BPF HOWTO, "samples/bpf preference vs selftests?".
 */
import {exampleDiff, exampleMail} from './example.js';
import {isBpfWork} from './project.js';
import {answerOf, kept, type Rule} from './rule.js';
import {howto} from './source.js';

const changed = exampleDiff('samples/bpf/test_drop.c');
const added = changed
  .replace('index 1111111', 'new file mode 100644\nindex 0000000')
  .replace('--- a/samples/bpf/test_drop.c', '--- /dev/null');

export const samples: Rule = {
  id: 'samples',
  severity: 'remark',
  asks: 'Tests go to the selftests, not to samples/bpf.',
  sources: [howto('samples')],
  needs: ['diff'],
  example: {broken: exampleMail({diff: added}), kept: exampleMail({diff: changed})},
  check(series) {
    if (!isBpfWork(series)) return kept;
    const mail = series.patches.find(({diff}) =>
      diff.files.some(({path, change}) => change === 'added' && /^samples\/bpf\/.{0,200}\.[ch]$/u.test(path)),
    );
    if (!mail) return kept;
    const message =
      'There is a new program in samples/bpf. The HOWTO prefers selftests, which bots run; a simple demo can stay.';
    const fix = {type: 'advice', text: 'If it tests something, move it to tools/testing/selftests/bpf.'} as const;
    return answerOf([{message, mail, fix}]);
  },
};
