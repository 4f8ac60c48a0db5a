import {describe, expect, it} from 'vitest';
import {defineCommand, type Values} from '../../bot/command.js';
import {commands} from '../../bot/commands/index.js';
import type {Reply} from '../../bot/message.js';
import {UserError} from '../../bot/errors.js';
import {fillValues, parseCommand} from '../../bot/parse.js';

const nothing: Reply = {outcome: 'page', blocks: [], next: [], data: null};
const options = {
  kind: {type: 'choice', choices: ['fix', 'feature'], summary: 'What the patches do'},
  version: {type: 'integer', min: 1, max: 99, default: 1, summary: 'Which revision you send'},
  rfc: {type: 'flag', summary: 'Asks for comments'},
} as const;
const prefix = defineCommand({
  name: 'prefix',
  summary: 'Build a prefix',
  options,
  run({kind, version, rfc}: Values<typeof options>) {
    const typed: readonly ['fix' | 'feature', number, boolean] = [kind, version, rfc];
    return {...nothing, data: typed};
  },
});
const table = [...commands.filter(({name}) => name !== 'prefix'), prefix];

const read: readonly (readonly [string, string, object])[] = [
  ['prefix fix', 'prefix', {kind: 'fix', version: 1, rfc: false}],
  ['prefix fix v3', 'prefix', {kind: 'fix', version: 3, rfc: false}],
  ['  PREFIX   rfc 12 Feature ', 'prefix', {kind: 'feature', version: 12, rfc: true}],
  ['prefix version=7 fix', 'prefix', {kind: 'fix', version: 7, rfc: false}],
  ['/prefix fix', 'prefix', {kind: 'fix', version: 1, rfc: false}],
  ['browse', 'browse', {}],
  ['browse stable submission', 'browse', {section: 'stable submission'}],
  ['ask where do\nI send it', 'ask', {question: 'where do\nI send it'}],
  ['help browse', 'help', {command: 'browse'}],
  ['about', 'about', {}],
];

/** Words of the real command, which has more kinds of options. */
const prefixes: readonly (readonly [string, object])[] = [
  ['prefix', {}],
  ['prefix bpf-next v2 rfc 3', {for: 'bpf-next', version: 2, rfc: true, patches: 3}],
  ['prefix feature v2 3 patches', {for: 'feature', version: 2, patches: 3}],
  ['prefix 1 patch for a FIX, resend, version 4', {for: 'fix', version: 4, patches: 1, resend: true}],
  ['prefix patches=7 bpf-next/net version=2 with b4', {for: 'bpf-next/net', version: 2, patches: 7, with: 'b4'}],
  ['prefix net HEAD~3..HEAD git', {for: 'net', range: 'HEAD~3..HEAD', with: 'git'}],
  ['prefix iproute2 range=topic..', {for: 'iproute2', range: 'topic..'}],
  ['prefix iproute2 range HEAD~3', {for: 'iproute2', range: 'HEAD~3'}],
  ['prefix v2 for bpf', {for: 'bpf', version: 2}],
  ['Prefix For the "bpf-next" tree: RFC, V2?', {for: 'bpf-next', rfc: true, version: 2}],
  ['prefix a series of three patches to `bpf`, please.', {for: 'bpf', patches: 3}],
  ['prefix a single patch as rfc for bpf', {for: 'bpf', patches: 1, rfc: true}],
  ['prefix version 2 of my bpf-next series with 3 patches', {for: 'bpf-next', patches: 3, version: 2}],
  ['prefix --for bpf --version 2 --patches=3 --rfc', {for: 'bpf', patches: 3, version: 2, rfc: true}],
  ['prefix for=bpf version=2', {for: 'bpf', version: 2}],
  ['prefix for a fix?', {for: 'fix'}],
  ['prefix for my urgent bug fix', {for: 'fix'}],
  ['prefix bpf fix', {for: 'fix'}],
  ['prefix a feature of bpf', {for: 'feature'}],
  ['prefix fix net', {for: 'net'}],
  ['prefix feature net', {for: 'net-next'}],
  ['prefix bpf-next net', {for: 'bpf-next/net'}],
  ['prefix iproute2 master', {for: 'iproute2'}],
  ['prefix iproute2 net-next', {for: 'iproute2-next'}],
  ['prefix bpf v2 bpf version 2 3 patches 3', {for: 'bpf', version: 2, patches: 3}],
  ['prefix stable', {for: 'stable'}],
];

type Given = Readonly<Record<string, string | number>>;

const version = 'A version is a whole number from 1; the first posting writes none.';
const range = 'That is not a revision range; use start..finish, for example bpf-next/master..HEAD.';
const treeOnly = 'Give the tree only; PATCH, vN and the numbers are added.';
const slips: readonly (readonly [string, string])[] = [
  ['prefix bpf v0', version],
  ['prefix bpf -1', version],
  ['prefix bpf v-1', version],
  ['prefix bpf 1.5', version],
  ['prefix bpf v1.5', version],
  ['prefix bpf version two', version],
  ['prefix bpf version=two', version],
  [
    'prefix bpf v100',
    '`v100` is out of range: version goes from 1 to 99. Usage: `prefix [tree] [vN] [rfc] [N patches]`.',
  ],
  [
    'prefix bpf 0 patches',
    '`patches=0` is out of range: patches goes from 1 to 999. Usage: `prefix [tree] [vN] [rfc] [N patches]`.',
  ],
  ['prefix bpf two', version],
  ['prefix bpf v2 v3', 'Give one of `2` and `3`, not both.'],
  ['prefix bpf 3 4', 'Give one of `3` and `4`, not both.'],
  ['prefix bpf net', 'Give one of `bpf` and `net`, not both.'],
  ['prefix bpf a..b c..d', 'Give one of `a..b` and `c..d`, not both.'],
  ['prefix bpf range=a..b;x', range],
  ["prefix bpf range='a b..c'", range],
  ['prefix bpf a..b;', range],
  ['prefix bpf range=-3', range],
  ['prefix bpf range=topic', range],
  ['prefix bpf HEAD', range],
  ['prefix 6.6.y', 'There is no prefix here for 6.6.y. `prefix stable` says what to do instead.'],
  [
    'prefix wireless-next',
    'Prefixes are written here for bpf, bpf-next, bpf-next/net, net, net-next, iproute2, iproute2-next; wireless-next is none of them.',
  ],
  ['prefix bpf-next/master', 'I don\'t know the tree "bpf-next/master". Did you mean bpf-next?'],
  ['prefix PATCH bpf', treeOnly],
  ['prefix [PATCH bpf v2]', treeOnly],
  ['prefix bpf-next,v2', treeOnly],
  ['prefix bpf 1/3', treeOnly],
  ['prefix bpfnext', 'I don\'t know the tree "bpfnext". Did you mean bpf-next?'],
  ['prefix v2 bpf_next', 'I don\'t know the tree "bpf_next". Did you mean bpf-next?'],
  ['prefix bpf/for-next', 'I don\'t know the tree "bpf/for-next". Did you mean bpf-next?'],
  [
    'prefix bpf resned',
    '`resned` is not known here. Did you mean `resend`? Usage: `prefix [tree] [vN] [rfc] [N patches]`.',
  ],
  ['/prefix bpf zebra', '`zebra` is not known here. Usage: `prefix [tree] [vN] [rfc] [N patches]`.'],
];
const prefixQuestions = [
  'prefix for a patch that is a fix',
  'prefix not working with v2',
  'prefix zebra',
  'prefix of a patch for bpf and bpf-next: which?',
];

const questions = [
  '',
  ' ',
  '?',
  '🐝',
  'where do I send my patches',
  'prefix for a patch that is a fix',
  'about bpf-next: who takes it?',
  'browse, or read?',
  'helpful people?',
  'ſ',
  'help me send a patch',
];

const refused: readonly (readonly [string, string])[] = [
  ['prefix', 'The kind is missing. It is fix or feature. Usage: `prefix fix|feature [version] [rfc]`.'],
  ['prefix fxi', '`fxi` is not known here. Did you mean `fix`? Usage: `prefix fix|feature [version] [rfc]`.'],
  ['prefix fix v0', '`v0` is out of range: version goes from 1 to 99. Usage: `prefix fix|feature [version] [rfc]`.'],
  ['/prefix fix please', '`please` is not known here. Usage: `prefix fix|feature [version] [rfc]`.'],
  ['/prefxi fix', 'There is no command `prefxi`. Did you mean `prefix`?'],
  ['/dance', 'There is no command `dance`. `help` lists the commands.'],
  ['ask', 'The question is missing. Usage: `ask <question>`.'],
];

describe('parseCommand', () => {
  it.each(read)('reads %j as %s', (text, name, values) => {
    const parsed = parseCommand(text, table);
    expect({name: parsed?.command.name, values: parsed?.values}).toEqual({name, values});
  });
  it.each(questions)('takes %j for a question', (text) => expect(parseCommand(text, table)).toBeUndefined());
  it.each(prefixes)('reads the words of %j', (text, values) => {
    const nothingSaid = {rfc: false, resend: false, with: 'both'};
    expect(parseCommand(text, commands)?.values).toEqual({...nothingSaid, ...values});
  });
  it.each(slips)('says what is wrong with %j', (text, message) =>
    expect(() => parseCommand(text, commands)).toThrow(new UserError(message)),
  );
  it.each(prefixQuestions)('takes %j for a question too', (text) =>
    expect(parseCommand(text, commands)).toBeUndefined(),
  );
  it.each<[Given, string]>([
    [{version: 'two'}, version],
    [{version: 0}, version],
    [
      {patches: 1000},
      '`1000` is out of range: patches goes from 1 to 999. Usage: `prefix [tree] [vN] [rfc] [N patches]`.',
    ],
    [{patches: 0}, '`0` is out of range: patches goes from 1 to 999. Usage: `prefix [tree] [vN] [rfc] [N patches]`.'],
    [{for: 'PATCH bpf'}, treeOnly],
    [{for: 'bpf v2'}, treeOnly],
    [{for: 'bpf 1/3'}, treeOnly],
    [{for: 'iproute2 net-next'}, 'I don\'t know the tree "iproute2 net-next". Did you mean iproute2-next?'],
    [
      {for: 'zebra'},
      '`zebra` is not known here. It is fix, feature, bpf, bpf-next, bpf-next/net, net, net-next, iproute2, iproute2-next or stable.',
    ],
    ...['a b..c', 'a..b;ls', "a..'b'", '-3', 'a\nb', 'x'.repeat(201)].map((word): [Given, string] => [
      {range: word},
      range,
    ]),
    [{for: 'bpfnext'}, 'I don\'t know the tree "bpfnext". Did you mean bpf-next?'],
  ])('says what is wrong with the values %j', (given, message) => {
    const command = commands.find(({name}) => name === 'prefix');
    expect(() => command && fillValues(given, command)).toThrow(new UserError(message));
  });
  it.each(refused)('refuses %j', (text, message) => expect(() => parseCommand(text, table)).toThrow(message));
  it('takes a megabyte for a question', () => expect(parseCommand('x'.repeat(2 ** 20), table)).toBeUndefined());
  it('hands typed values to the command', async () => {
    const parsed = parseCommand('prefix fix v3', [prefix]);
    expect((await parsed?.command.run(parsed.values, {} as never))?.data).toEqual(['fix', 3, false]);
  });
});
