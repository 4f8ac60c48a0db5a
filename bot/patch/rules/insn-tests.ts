/**
 * A new instruction comes with tests, and is a matter for all JITs and for LLVM.
 *
 * Source: BPF HOWTO, "Features changing BPF JIT and/or LLVM" and "New BPF instruction for kernel and LLVM".
 */
import {addedLines, selftests, touches, uapi} from './changed.js';
import {answerOnWhole} from './commits.js';
import {exampleCover, exampleDiff, exampleMail} from './example.js';
import {isBpfWork} from './project.js';
import {kept, type Rule} from './rule.js';
import {howto} from './source.js';
import type {PatchMail} from '../mail/message.js';

const diff = exampleDiff(uapi, [' #define BPF_MOV\t\t0xb0', '+#define BPF_COUNT\t0xe0', ' ']);
const change = exampleMail({subject: '[PATCH bpf-next 1/2] bpf: Add an instruction that counts', diff});

export const insnTests: Rule = {
  id: 'insn-tests',
  severity: 'warning',
  asks: 'A new instruction comes with tests.',
  sources: [howto('jit'), howto('instruction')],
  needs: ['diff'],
  example: {
    broken: exampleMail({diff}),
    kept:
      exampleCover() +
      change +
      exampleMail({
        subject: '[PATCH bpf-next 2/2] bpf: Test the instruction that counts',
        diff: exampleDiff('lib/test_bpf.c'),
      }),
    unseen: change,
  },
  check(series) {
    if (!isBpfWork(series)) return kept;
    const uapiChange = series.patches.find((mail) => addsOpcode(mail, uapi, opcode));
    const mail = uapiChange ?? series.patches.find((each) => addsOpcode(each, jit, jitCase));
    if (!mail) return kept;
    const tests = (each: PatchMail) => touches(each, 'lib/test_bpf.c') || touches(each, selftests);
    const what = uapiChange
      ? 'There seems to be a new instruction in include/uapi/linux/bpf.h'
      : 'A JIT seems to gain an instruction; if it is a new one, tests are asked for';
    const message = `${what}, and there is no test in lib/test_bpf.c or tools/testing/selftests/bpf. The HOWTO asks for tests, for all JITs to follow, and for LLVM once it is in the kernel.`;
    const fix = {type: 'advice', text: 'Add a patch with tests, and tell what the other JITs and LLVM need.'} as const;
    const severity = uapiChange ? {} : {severity: 'remark' as const};
    return answerOnWhole(series, tests, () => [{...severity, message, mail, fix}]);
  },
};

/** Codes are written in hex; flags and limits are not, or are named for what they are. */
const opcode =
  /^#define\s{1,8}BPF_(?!F_|MAX_|TAG_|OBJ_|BUILD_|RB_|RINGBUF_|LINE_|FLOW_|SK_|SOCK_|NOEXIST|EXIST|ANY)[A-Z0-9_]{2,24}\s{1,8}0x[0-9a-f]{2,3}\b/u;
const jit = /^arch\/[\w-]{1,20}\/net\/[\w/]{1,60}\.c$/u;
const jitCase = /^\s{1,12}case BPF_(?:ALU|ALU64|JMP|JMP32|LD|LDX|ST|STX)\b/u;

function addsOpcode({diff: {files}}: PatchMail, path: string | RegExp, pattern: RegExp): boolean {
  return files.some((file) => {
    if (typeof path === 'string' ? file.path !== path : !path.test(file.path)) return false;
    // What is only moved was there before.
    const removed = new Set(
      file.hunks.flatMap(({lines}) => lines.filter((text) => text.startsWith('-')).map((text) => text.slice(1).trim())),
    );
    return addedLines(file).some((text) => pattern.test(text) && !removed.has(text.trim()));
  });
}
