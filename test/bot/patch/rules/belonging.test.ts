import {describe, expect, it} from 'vitest';
import {exampleCover, exampleDiff, exampleMail} from '../../../../bot/patch/rules/example.js';
import {insnTests} from '../../../../bot/patch/rules/insn-tests.js';
import {mixedTests} from '../../../../bot/patch/rules/mixed-tests.js';
import {samples} from '../../../../bot/patch/rules/samples.js';
import {uapiTools} from '../../../../bot/patch/rules/uapi-tools.js';
import {verifierTests} from '../../../../bot/patch/rules/verifier-tests.js';
import {answersOf} from '../../../helpers/rule-answers.js';

const verifier = 'kernel/bpf/verifier.c';
const selftest = 'tools/testing/selftests/bpf/progs/verifier_drop.c';
const uapi = 'include/uapi/linux/bpf.h';
const whole = 'not seen: all patches of the series';

const changing = (...paths: string[]) => exampleMail({diff: paths.map((path) => exampleDiff(path)).join('\n')});
const part = (index: number, path: string, lines?: readonly string[]) =>
  exampleMail({subject: `[PATCH bpf-next ${index}/2] bpf: Part ${index}`, diff: exampleDiff(path, lines)});

const addTest = 'Add a patch with a test under tools/testing/selftests/bpf.';
const verifiers: [string, string, string | string[]][] = [
  ['without a test', changing(verifier), [`warning: ${addTest}`]],
  ['with a test in the patch', changing(verifier, selftest), 'kept'],
  ['a series with a test', exampleCover() + part(1, verifier) + part(2, selftest), 'kept'],
  ['a series without', exampleCover() + part(1, verifier) + part(2, 'kernel/bpf/drop.c'), [`warning: ${addTest}`]],
  ['a part of a series', part(1, verifier), whole],
  [
    'a part of a series that has the test',
    exampleMail({subject: '[PATCH bpf-next 1/2] bpf: x', diff: `${exampleDiff(verifier)}\n${exampleDiff(selftest)}`}),
    'kept',
  ],
  ['another file', changing('kernel/bpf/log.c'), 'kept'],
  ['a backport', exampleMail({subject: '[PATCH 6.6.y] bpf: x', diff: exampleDiff(verifier)}), 'kept'],
];

const adds = (line: string, path = uapi) => exampleMail({diff: exampleDiff(path, [' x', `+${line}`])});
const addTests = 'Add a patch with tests, and tell what the other JITs and LLVM need.';
const jit = 'arch/x86/net/bpf_jit_comp.c';
const instructions: [string, string, string | string[]][] = [
  ['an opcode', adds('#define BPF_LOAD_ACQ\t0x100'), [`warning: ${addTests}`]],
  ['a flag', adds('#define BPF_F_COUNT\t0x10'), 'kept'],
  ['a limit', adds('#define BPF_OBJ_NAME_LEN 16U'), 'kept'],
  ['a type', adds('\tBPF_MAP_TYPE_DROP,'), 'kept'],
  ['a case of a JIT', adds('\t\tcase BPF_ALU | BPF_MOV | BPF_X:', jit), [`remark: ${addTests}`]],
  [
    'a case that is moved',
    exampleMail({diff: exampleDiff(jit, [' x', '-\tcase BPF_ALU | BPF_MOV:', '+\t\tcase BPF_ALU | BPF_MOV:'])}),
    'kept',
  ],
  ['other code of a JIT', adds('\tcount();', jit), 'kept'],
  [
    'with selftests',
    exampleCover() + part(1, uapi, [' x', '+#define BPF_LOAD_ACQ\t0x100']) + part(2, selftest),
    'kept',
  ],
  ['a part of a series', part(1, uapi, [' x', '+#define BPF_LOAD_ACQ\t0x100']), whole],
];

const added = (path: string) =>
  exampleMail({
    diff: `diff --git a/${path} b/${path}\nnew file mode 100644\n--- /dev/null\n+++ b/${path}\n@@ -0,0 +1 @@\n+int one;`,
  });
const move = 'If it tests something, move it to tools/testing/selftests/bpf.';
const programs: [string, string, string | string[]][] = [
  ['a new program', added('samples/bpf/test_drop.c'), [`remark: ${move}`]],
  ['a script', added('samples/bpf/drop.sh'), 'kept'],
  ['a change', changing('samples/bpf/drop.c'), 'kept'],
  ['a new selftest', added(selftest), 'kept'],
];

const copy = `cp ${uapi} tools/${uapi}`;
const teach = 'Teach bpftool the new type, if it lists such types.';
const both = (line: string, ...more: string[]) =>
  exampleMail({diff: [uapi, `tools/${uapi}`, ...more].map((path) => exampleDiff(path, [' x', `+${line}`])).join('\n')});
const uapis: [string, string, string | string[]][] = [
  ['without its copy', adds('\t__u32 count;'), [`remark: ${copy}`]],
  ['with its copy', both('\t__u32 count;'), 'kept'],
  ['a type, with its copy', both('\tBPF_MAP_TYPE_DROP,'), [`remark: ${teach}`]],
  ['a type, with bpftool', both('\tBPF_XDP_DROP,', 'tools/bpf/bpftool/link.c'), 'kept'],
  ['a type alone', adds('\tBPF_TCX_DROP,'), [`remark: ${copy}`, `remark: ${teach}`]],
  ['its copy in another patch', exampleCover() + part(1, uapi) + part(2, `tools/${uapi}`), 'kept'],
  ['a part of a series', part(1, uapi), whole],
  ['only the copy', changing(`tools/${uapi}`), 'kept'],
];

const split = 'Put the tests into a patch behind it.';
const mixes: [string, string, string | string[]][] = [
  ['kernel and selftests', changing('kernel/bpf/drop.c', selftest), [`remark: ${split}`]],
  ['headers, their copy, and selftests', changing(uapi, `tools/${uapi}`, selftest), 'kept'],
  ['libbpf and selftests', changing('tools/lib/bpf/libbpf.c', selftest), 'kept'],
  ['in two patches', exampleCover() + part(1, 'kernel/bpf/drop.c') + part(2, selftest), 'kept'],
];

describe('verifier-tests', () => {
  it.each(verifiers)('%s', async (_, text, answers) => expect(await answersOf(text, verifierTests)).toEqual(answers));
});

describe('insn-tests', () => {
  it.each(instructions)('%s', async (_, text, answers) => expect(await answersOf(text, insnTests)).toEqual(answers));
});

describe('samples', () => {
  it.each(programs)('%s', async (_, text, answers) => expect(await answersOf(text, samples)).toEqual(answers));
});

describe('uapi-tools', () => {
  it.each(uapis)('%s', async (_, text, answers) => expect(await answersOf(text, uapiTools)).toEqual(answers));
});

describe('mixed-tests', () => {
  it.each(mixes)('%s', async (_, text, answers) => expect(await answersOf(text, mixedTests)).toEqual(answers));
});
