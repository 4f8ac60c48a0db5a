/**
 * What follows from a change of include/uapi/linux/bpf.h: its copy under tools/include, bpftool, and iproute2 for XDP and tc.
 *
 * Source: BPF HOWTO, "When should I add code to the bpftool?" and "When should I add code to iproute2's BPF loader?".
 */
import {addedLines, touches, uapi} from './changed.js';
import {answerOnWhole} from './commits.js';
import {exampleDiff, exampleMail} from './example.js';
import {isBpfWork} from './project.js';
import {kept, type Finding, type Rule} from './rule.js';
import {howto} from './source.js';
import type {PatchMail} from '../mail/message.js';

const lines = [' enum bpf_map_type {', '+\tBPF_MAP_TYPE_DROP,', ' };'];
const copy = `tools/${uapi}`;

export const uapiTools: Rule = {
  id: 'uapi-tools',
  severity: 'remark',
  asks: 'A change of include/uapi/linux/bpf.h is carried to its copy and to the tools.',
  sources: [howto('bpftool'), howto('loader')],
  needs: ['diff'],
  example: {
    broken: exampleMail({diff: exampleDiff(uapi, lines)}),
    kept: exampleMail({
      diff: [uapi, copy, 'tools/bpf/bpftool/map.c'].map((path) => exampleDiff(path, lines)).join('\n'),
    }),
    unseen: exampleMail({subject: '[PATCH bpf-next 1/2] bpf: Count what is dropped', diff: exampleDiff(uapi, lines)}),
  },
  check(series) {
    const mail = series.patches.find((each) => touches(each, uapi));
    if (!mail || !isBpfWork(series)) return kept;
    const has = (path: string) => series.patches.some((each) => touches(each, path));
    return answerOnWhole(
      series,
      () => has(copy) && (has('tools/bpf/bpftool/') || newNames(mail).length === 0),
      () => [...copyFindings(mail, has(copy)), ...toolFindings(mail, has('tools/bpf/bpftool/'))],
    );
  },
};

function copyFindings(mail: PatchMail, hasCopy: boolean): Finding[] {
  if (hasCopy) return [];
  const message = `The series changes ${uapi}, but not its copy ${copy}, with which the tools are built.`;
  return [{message, mail, fix: {type: 'command', text: `cp ${uapi} ${copy}`}}];
}

function toolFindings(mail: PatchMail, hasBpftool: boolean): Finding[] {
  const names = newNames(mail);
  if (hasBpftool || names.length === 0) return [];
  const forLoader = names.some((name) => /XDP|TCX|_TC_|SCHED/u.test(name));
  const also = forLoader ? " For XDP and tc, iproute2's BPF loader follows too, in a series of its own." : '';
  const message = `There is a new type in ${uapi}. Look whether bpftool has to show it.${also}`;
  return [{message, mail, fix: {type: 'advice', text: 'Teach bpftool the new type, if it lists such types.'}}];
}

/** Types that bpftool knows by name. */
function newNames({diff}: PatchMail): readonly string[] {
  return diff.files
    .filter(({path}) => path === uapi)
    .flatMap(addedLines)
    .flatMap(
      (text) =>
        /^\s{1,8}(BPF_(?:PROG|MAP|LINK)_TYPE_\w{1,40}|BPF_(?:XDP|TCX|TRACE|CGROUP|LSM|NETKIT|SK)_\w{1,40}),/u.exec(
          text,
        )?.[1] ?? [],
    );
}
