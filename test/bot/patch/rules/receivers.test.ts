import {describe, expect, it} from 'vitest';
import {exampleCover, exampleDiff, exampleMail} from '../../../../bot/patch/rules/example.js';
import {iproute2Mixed} from '../../../../bot/patch/rules/iproute2-mixed.js';
import {toIproute2} from '../../../../bot/patch/rules/to-iproute2.js';
import {toList} from '../../../../bot/patch/rules/to-list.js';
import {answersOf} from '../../../helpers/rule-answers.js';

const noHeaders = 'not seen: To and Cc, which a file of format-patch does not have';
const sent = (path: string, subject: string, ...headers: string[]) =>
  exampleMail({subject, headers, diff: exampleDiff(path)});
const next = '[PATCH bpf-next] bpf: Count';
const [bpf, netdev] = ['To: bpf@vger.kernel.org', 'Cc: netdev@vger.kernel.org'];
const other = 'To: Bo <bo@example.org>';

const lists: [string, string, string | string[]][] = [
  [
    'neither list',
    sent('net/core/sock_map.c', next, other),
    ['warning: Cc: bpf@vger.kernel.org, netdev@vger.kernel.org'],
  ],
  ['bpf in To', sent('kernel/bpf/drop.c', next, bpf), 'kept'],
  ['bpf in Cc, in capitals', sent('kernel/bpf/drop.c', next, 'Cc: BPF <BPF@vger.kernel.org>'), 'kept'],
  ['sockmap to bpf alone', sent('net/core/skmsg.c', next, bpf), ['warning: Cc: netdev@vger.kernel.org']],
  ['netkit to both', sent('drivers/net/netkit.c', next, bpf, netdev), 'kept'],
  ['tcx', sent('kernel/bpf/tcx.c', next, bpf), ['warning: Cc: netdev@vger.kernel.org']],
  ['XDP to netdev alone', sent('net/core/xdp.c', next, netdev), ['warning: Cc: bpf@vger.kernel.org']],
  ['standards', sent('Documentation/bpf/standardization/abi.rst', next, bpf), ['warning: Cc: bpf@ietf.org']],
  ['pahole', sent('pahole.c', '[PATCH dwarves] pahole: Count', bpf), ['warning: Cc: dwarves@vger.kernel.org']],
  ['pahole to both', sent('pahole.c', '[PATCH dwarves] x: y', bpf, 'Cc: dwarves@vger.kernel.org'), 'kept'],
  ['networking', sent('net/ipv4/tcp.c', '[PATCH net-next] tcp: Count', other), 'kept'],
  [
    'BPF for net-next',
    sent('kernel/bpf/drop.c', '[PATCH net-next] bpf: Count', netdev),
    ['warning: Cc: bpf@vger.kernel.org'],
  ],
  ['a backport', sent('kernel/bpf/drop.c', '[PATCH 6.6.y] bpf: Count', 'To: stable@vger.kernel.org'), 'kept'],
  ['iproute2', sent('lib/bpf_legacy.c', '[PATCH iproute2] bpf: Count', other), 'kept'],
  ['another project', sent('hw/drop.c', '[Qemu-devel] [PATCH] x: y', other), 'kept'],
  ['a file', sent('kernel/bpf/drop.c', next), noHeaders],
  [
    'a part of a series that went elsewhere',
    exampleCover({headers: [bpf]}) +
      exampleMail({subject: '[PATCH bpf-next 1/2] bpf: One', headers: [bpf]}) +
      exampleMail({subject: '[PATCH bpf-next 2/2] bpf: Two', headers: [other]}),
    ['warning: Cc: bpf@vger.kernel.org'],
  ],
  [
    'To over the limit',
    sent('kernel/bpf/drop.c', next, `To: ${'ada@example.org, '.repeat(700)}x@example.org`, 'Cc: bo@example.org'),
    'not seen: all of To and Cc',
  ],
];

const tool = '[PATCH iproute2-next] tc: Count';
const loader = '[PATCH iproute2 master] bpf: Count';
const iproute2: [string, string, string | string[]][] = [
  ['not to netdev', sent('tc/tc.c', tool, other), ['warning: Cc: netdev@vger.kernel.org']],
  ['to netdev', sent('tc/tc.c', tool, netdev), 'kept'],
  [
    'the loader without people of BPF',
    sent('lib/bpf_legacy.c', loader, netdev),
    ['warning: Cc: ast@kernel.org, daniel@iogearbox.net'],
  ],
  ['the loader with one of them', sent('lib/bpf_legacy.c', loader, netdev, 'To: daniel@iogearbox.net'), 'kept'],
  ['the loader with their list', sent('lib/bpf_legacy.c', loader, netdev, bpf), 'kept'],
  [
    'the loader to nobody',
    sent('lib/bpf_legacy.c', loader, other),
    ['warning: Cc: netdev@vger.kernel.org, ast@kernel.org, daniel@iogearbox.net'],
  ],
  ['the kernel', sent('kernel/bpf/drop.c', next, other), 'kept'],
  ['a file', sent('tc/tc.c', tool), noHeaders],
];

const both = (path: string) => exampleMail({diff: `${exampleDiff('kernel/bpf/drop.c')}\n${exampleDiff(path)}`});
const apart = 'Send them as [PATCH iproute2-next] to netdev@vger.kernel.org.';
const mixes: [string, string, string | string[]][] = [
  ['tc', both('tc/f_bpf.c'), [`warning: ${apart}`]],
  ['its loader', both('lib/bpf_legacy.c'), [`warning: ${apart}`]],
  ['a file of the kernel', both('lib/test_bpf.c'), 'kept'],
  ['iproute2 alone', exampleMail({diff: exampleDiff('tc/f_bpf.c')}), 'kept'],
];

describe('to-list', () => {
  it.each(lists)('%s', async (_, text, answers) => expect(await answersOf(text, toList)).toEqual(answers));
});

describe('to-iproute2', () => {
  it.each(iproute2)('%s', async (_, text, answers) => expect(await answersOf(text, toIproute2)).toEqual(answers));
});

describe('iproute2-mixed', () => {
  it.each(mixes)('%s', async (_, text, answers) => expect(await answersOf(text, iproute2Mixed)).toEqual(answers));
});
