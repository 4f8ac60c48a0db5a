import {execFileSync} from 'node:child_process';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {b4Lines, gitLine} from '../../../bot/patch/posting.js';
import {
  formatPrefix,
  mostPatches,
  mostVersions,
  parsePrefix,
  subjectsOf,
  type Prefix,
} from '../../../bot/patch/prefix.js';
import {misreadings} from '../../../bot/patch/readers/misreadings.js';
import {isRange, rangeWord} from '../../../bot/patch/range.js';
import {readRawSubject} from '../../../bot/patch/subject.js';
import {trees, type Tree} from '../../../bot/patch/tree.js';

function make(tree: Tree, changes: Partial<Prefix> = {}): Prefix {
  return {tree, version: 1, rfc: false, resend: false, ...changes};
}

const written: readonly (readonly [string, Prefix])[] = [
  ['PATCH bpf', make('bpf')],
  ['PATCH bpf-next v2', make('bpf-next', {version: 2})],
  ['RFC PATCH bpf-next v2', make('bpf-next', {version: 2, rfc: true})],
  ['PATCH RESEND bpf-next v2', make('bpf-next', {version: 2, resend: true})],
  ['RFC PATCH RESEND bpf-next', make('bpf-next', {rfc: true, resend: true})],
  ['PATCH bpf-next/net v99', make('bpf-next/net', {version: 99})],
  ['PATCH iproute2-next', make('iproute2-next')],
];

const alsoRead: readonly (readonly [string, Prefix])[] = [
  ['bpf PATCH', make('bpf')],
  ['patchV2 bpf-next', make('bpf-next', {version: 2})],
  ['PATCH,bpf,v1', make('bpf')],
  ['REPOST PATCH net RFC', make('net', {rfc: true, resend: true})],
  ['PATCH iproute2 master', make('iproute2')],
  ['PATCH iproute2 net-next', make('iproute2-next')],
];

const noPrefix = [
  ...[
    '',
    'PATCH',
    'bpf-next',
    'PATCH 1/2 bpf',
    'PATCH bpf v2 v2',
    'PATCH bpf net',
    'PATCH bpf zebra',
    'PATCH bpf v100',
  ],
  ...['PATCH bpf v0', 'PATCH bpf] [v2', 'PATCH bpf\nv2', 'PATCH bpf-next/zebra', 'PATCH 6.1.y', 'PATCH iproute2 bpf'],
];

const anyPrefix: fc.Arbitrary<Prefix> = fc.record({
  tree: fc.constantFrom(...trees),
  version: fc.integer({min: 1, max: mostVersions}),
  rfc: fc.boolean(),
  resend: fc.boolean(),
});

describe('a prefix', () => {
  it.each(written)('is written %s', (text, prefix) => expect(formatPrefix(prefix)).toBe(text));
  it.each([...written, ...alsoRead])('is read from %s', (text, prefix) => expect(parsePrefix(text)).toEqual(prefix));
  it.each(noPrefix)('is not found in %j', (text) => expect(parsePrefix(text)).toBeUndefined());

  it('is what was written', () =>
    fc.assert(
      fc.property(anyPrefix, (prefix) => {
        expect(parsePrefix(formatPrefix(prefix))).toEqual(prefix);
      }),
    ));

  it('is what was read, in one order', () => {
    const word = fc.constantFrom(
      'PATCH',
      'RFC',
      'RESEND',
      'bpf',
      'net-next',
      'v2',
      'v1',
      ',',
      '1/2',
      'iproute2',
      'next',
    );
    fc.assert(
      fc.property(fc.array(word, {maxLength: 6}), (words) => {
        const prefix = parsePrefix(words.join(' '));
        if (prefix) expect(parsePrefix(formatPrefix(prefix))).toEqual(prefix);
      }),
    );
  });

  it.each([
    [undefined, ['[PATCH bpf v2]']],
    [1, ['[PATCH bpf v2]']],
    [2, ['[PATCH bpf v2 0/2]', '[PATCH bpf v2 1/2]', '[PATCH bpf v2 2/2]']],
  ])('makes the subjects of %s patches', (patches, subjects) =>
    expect(subjectsOf(make('bpf', {version: 2}), patches)).toEqual(subjects),
  );

  it('numbers as wide as the last', () => {
    const subjects = subjectsOf(make('bpf'), 105);
    expect([subjects.length, subjects[0], subjects[1], subjects[105]]).toEqual([
      106,
      '[PATCH bpf 000/105]',
      '[PATCH bpf 001/105]',
      '[PATCH bpf 105/105]',
    ]);
  });

  it('is read back by every reader, but for trees that a bot does not know', () =>
    fc.assert(
      fc.property(anyPrefix, fc.integer({min: 1, max: mostPatches}), (prefix, patches) => {
        const [first = '', ...others] = subjectsOf(prefix, patches);
        for (const subject of [first, others.at(-1) ?? first]) {
          expect(readRawSubject(`${subject} bpf: x`)).toMatchObject({
            tree: prefix.tree.split('/')[0],
            version: prefix.version,
            rfc: prefix.rfc,
            resend: prefix.resend,
            total: patches === 1 ? null : patches,
            forms: [],
          });
          const misread = misreadings(`${subject} bpf: x`).map(({reader}) => reader);
          expect(misread.filter((reader) => reader === 'patchwork' || reader === 'b4')).toEqual([]);
          if (prefix.tree === 'bpf' || prefix.tree === 'bpf-next') expect(misread).toEqual([]);
        }
      }),
    ));
});

describe('the commands', () => {
  it.each([
    ["git format-patch --subject-prefix='PATCH bpf' start..finish", make('bpf'), undefined],
    ["git format-patch --subject-prefix='PATCH bpf-next' start..finish", make('bpf-next'), undefined],
    ["git format-patch --subject-prefix='PATCH bpf-next v2' start..finish", make('bpf-next', {version: 2}), undefined],
    ["git format-patch --subject-prefix='PATCH bpf-next v2' start..finish", make('bpf-next', {version: 2}), 1],
    ["git format-patch --cover-letter --subject-prefix='PATCH bpf' start..finish", make('bpf'), 2],
    [
      "git format-patch --cover-letter --subject-prefix='RFC PATCH bpf-next v2' -o v2 start..finish",
      make('bpf-next', {version: 2, rfc: true}),
      3,
    ],
  ])('%s', (line, prefix, patches) => expect(gitLine(prefix, patches)).toBe(line));

  it.each([
    [make('bpf'), ['b4 prep --set-prefixes bpf']],
    [make('bpf-next', {rfc: true, version: 2}), ['b4 prep --set-prefixes RFC bpf-next', 'b4 prep --force-revision 2']],
    [make('bpf', {resend: true, version: 3}), ['b4 prep --set-prefixes bpf', 'b4 send --resend v3']],
  ])('of b4 for %o', (prefix, lines) => expect(b4Lines(prefix)).toEqual(lines));
});

const ranges = [
  ...['start..finish', 'bpf-next/master..HEAD', 'HEAD~3..', '..topic', '@~2..@', 'v6.12^..HEAD', 'fix#3..b', 'a.b..c'],
  ...['HEAD~3', 'HEAD^^', 'topic~12', `a..${'x'.repeat(197)}`],
];
const noRanges = [
  ...['', ' ', '..', '...', 'a...b', 'a..b..c', 'topic', 'HEAD', '@', 'a b', 'a..b ', ' a..b', 'a..b c'],
  ...['-3', '--output=x', '-a..b', 'a..-b', 'a..--all', '--root..x', 'a~3 -x'],
  ...['a..b;ls', 'a..b;', 'a..b|c', 'a..b&', 'a..b>c', 'a..b<c', '$(ls)..b', 'a..`ls`', '(a)..b', 'a..$b', 'a..b#c d'],
  ...[
    "a'..b",
    'a"..b',
    'a..b\\',
    'a*..b',
    'a..b?',
    '!a..b',
    'a..b!',
    '~root..x',
    'a{1..3}',
    'HEAD@{1}..x',
    '#a..b',
    'a..%b',
  ],
  ...[
    'a..b\nc',
    'a..b\n',
    'a\rb..c',
    'a\tb..c',
    'a..\u0000',
    'a..\u001b[1m',
    'a..\u007f',
    'a..b\u202e',
    'a..\u00e9',
    'a..\u00a0b',
  ],
  ...['/etc/passwd', '../x', 'a//b..c', 'a/..b', 'a./..b', 'a/.b..c', `a..${'x'.repeat(198)}`],
];
/** Characters that a shell, git or a terminal may read more in, each anywhere in a range. */
const unsafe = [
  ...Array.from(' \t\n\r;\'"`$&|<>()\\*?!{}[]%:'),
  '\u0000',
  '\u001b',
  '\u007f',
  '\u0085',
  '\u2028',
  '\u202e',
  '\ufeff',
  '…',
];

const anyText = fc.oneof(
  fc.string({maxLength: 30}),
  fc.string({unit: fc.constantFrom(...Array.from("ab.~^#=,+/@-' ;")), maxLength: 12}),
  fc.string({unit: fc.constantFrom('a', 'b', '..', '~3', '^', '#', '=', ',', '+', '/', '@', '-'), maxLength: 8}),
);

describe('a range', () => {
  it.each(ranges)('is %s', (text) => expect(isRange(text)).toBe(true));
  it.each(noRanges)('is not %j', (text) => expect(isRange(text)).toBe(false));

  it('holds nothing that a shell, git or a terminal may read more in', () =>
    fc.assert(
      fc.property(fc.constantFrom(...ranges), fc.constantFrom(...unsafe), fc.nat(), (range, sign, place) => {
        const at = place % (range.length + 1);
        expect(isRange(range.slice(0, at) + sign + range.slice(at))).toBe(false);
        expect(isRange(`-${range}`)).toBe(false);
      }),
    ));

  it('is one word of a command line, whatever is typed', () =>
    fc.assert(
      fc.property(anyText, (text) => {
        if (!isRange(text)) return;
        expect(rangeWord(text)).toMatch(/^(?:[A-Za-z0-9_./@][A-Za-z0-9_./@-]*|'[^'\u0000- ]*')$/u);
        expect(text).not.toMatch(/^-|[\s;'"`$&|<>()\\*?!]/u);
      }),
    ));

  it('comes through a shell as it was typed', () => {
    const typed = [...ranges, ...fc.sample(anyText, {numRuns: 3000, seed: 1}).filter(isRange)];
    const words = typed.map(rangeWord).join(' ');
    const read = execFileSync('sh', ['-c', `printf '%s\\n' ${words}`], {cwd: '/', encoding: 'utf8'});
    expect(read.trimEnd().split('\n')).toEqual(typed);
  });
});
