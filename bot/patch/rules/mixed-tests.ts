/**
 * A change of the kernel and its selftests are patches of their own.
 *
 * Copies under tools/include go with what they copy.
 * Source: netdev's maintainer handbook of 7.2.
 */
import {selftests, touches} from './changed.js';
import {exampleDiff, exampleMail} from './example.js';
import {isBpfWork} from './project.js';
import {answerOf, kept, type Rule} from './rule.js';
import {netdev} from './source.js';

const kernelPart = exampleDiff('kernel/bpf/drop.c');

export const mixedTests: Rule = {
  id: 'mixed-tests',
  severity: 'remark',
  asks: 'Changes of the kernel and of selftests are patches of their own.',
  sources: [netdev('7.2')],
  needs: ['diff'],
  example: {
    broken: exampleMail({diff: `${kernelPart}\n${exampleDiff(`${selftests}progs/drop.c`)}`}),
    kept: exampleMail({diff: `${kernelPart}\n${exampleDiff('tools/include/linux/drop.h')}`}),
  },
  check(series) {
    if (!isBpfWork(series)) return kept;
    const [mail] = series.patches.filter((each) => touches(each, 'kernel/') && touches(each, selftests));
    if (!mail) return kept;
    const message =
      "One patch changes the kernel and its selftests. Networking's handbook discourages it, unless the tests would fail in between.";
    return answerOf([{message, mail, fix: {type: 'advice', text: 'Put the tests into a patch behind it.'}}]);
  },
};
