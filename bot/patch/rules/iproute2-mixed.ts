/**
 * Patches for the kernel and for iproute2 are series of their own.
 *
 * Source: netdev's maintainer handbook, "Co-posting changes to user space components".
 */
import {exampleCover, exampleDiff, exampleMail} from './example.js';
import {answerOf, type Rule} from './rule.js';
import {netdev} from './source.js';
import type {PatchMail} from '../mail/message.js';

const kernelPart = exampleMail({subject: '[PATCH bpf-next 1/2] bpf: Count what is dropped'});
const other = (path: string) =>
  exampleMail({subject: '[PATCH bpf-next 2/2] bpf: Show what is dropped', diff: exampleDiff(path)});

export const iproute2Mixed: Rule = {
  id: 'iproute2-mixed',
  severity: 'warning',
  asks: 'Patches for the kernel and for iproute2 are sent apart.',
  sources: [netdev()],
  needs: ['diff'],
  example: {
    broken: exampleCover() + kernelPart + other('ip/ipdrop.c'),
    kept: exampleCover() + kernelPart + other('net/core/filter.c'),
  },
  check({patches}) {
    const mail = patches.find((each) => hasPath(each, iproute2));
    if (!mail || !patches.some((each) => hasPath(each, kernel))) return answerOf([]);
    const message =
      'The series changes files of the kernel and of iproute2. Send the patches for iproute2 as a series of their own, and link the one from the other.';
    const fix = {type: 'advice', text: 'Send them as [PATCH iproute2-next] to netdev@vger.kernel.org.'} as const;
    return answerOf([{message, mail, fix}]);
  },
};

const iproute2 =
  /^(?:(?:ip|tc|bridge|devlink|rdma|tipc|dcb|vdpa|netem|misc|genl)\/|lib\/(?:bpf_(?:legacy|libbpf|glue)|libnetlink|utils)\.c$)/u;
const kernel = /^(?:kernel|net|drivers|arch|tools|mm|fs|security|Documentation|samples)\//u;

function hasPath({diff}: PatchMail, pattern: RegExp): boolean {
  return diff.files.some(({path}) => pattern.test(path));
}
