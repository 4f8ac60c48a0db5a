import {existsSync, readFileSync} from 'node:fs';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {subjectToData} from '../../../adapters/terminal/subject-lines.js';
import {readSubject, type Subject} from '../../../bot/patch/subject.js';
import {hasShared, shared, sharedNote} from '../../helpers/shared.js';

const nothing: Partial<Subject> = {
  kind: 'other',
  tree: null,
  version: 1,

  index: null,
  total: null,
};

/** A subject, and what it says beyond a title that heads no patch. */
const subjects: readonly (readonly [string, Partial<Subject>])[] = [
  ['bpf: fix it', {title: 'bpf: fix it'}],
  ['[PATCH bpf] bpf: fix it', {kind: 'patch', tree: 'bpf', patchWord: true, title: 'bpf: fix it'}],
  ['[RFC PATCH bpf-next v2 0/3] x', {kind: 'cover', tree: 'bpf-next', version: 2, index: 0, total: 3, rfc: true}],
  ['[bpf-next,v2,1/3] x', {kind: 'patch', tree: 'bpf-next', patchWord: false, version: 2, index: 1, total: 3}],
  ['[PATCHv3 bpf-next/net 01/10] x', {kind: 'patch', tree: 'bpf-next', branch: 'net', version: 3, index: 1, total: 10}],
  ['[PATCH RESEND net 1/1] x', {kind: 'patch', tree: 'net', resend: true, index: 1, total: 1}],
  ['[PATCH iproute2 net-next] x', {kind: 'patch', tree: 'iproute2-next', tags: ['iproute2', 'net-next']}],
  ['[PATCH bpf net] x', {kind: 'patch', tree: 'bpf', treeCandidates: ['bpf', 'net']}],
  ['[PATCH 6.6.y] x', {kind: 'patch', tree: 'stable'}],
  ['[PATCH] x (v4)', {kind: 'patch', version: 4, versionGiven: true, title: 'x (v4)'}],
  ['Re: Fwd: [PATCH bpf v1] x', {kind: 'reply', tree: 'bpf', version: 1, versionGiven: true}],
  [
    '[Bpf] [PATCH [bpf] 1/2] x',
    {kind: 'patch', listTags: ['Bpf'], tokens: ['PATCH', 'bpf', '1/2'], index: 1, total: 2, tree: 'bpf'},
  ],
  ['[syzbot] [bpf?] KASAN: x', {listTags: ['syzbot', 'bpf?'], title: 'KASAN: x'}],
  ['[PATCH 2 of 3] x', {kind: 'patch', index: 2, total: 3}],
  ['pull-request: bpf 2024-02-03', {kind: 'pull', tree: 'bpf', title: 'pull-request: bpf 2024-02-03'}],
  ['[never closed', {title: '[never closed'}],
  ['', {title: ''}],
];

interface Row {
  readonly id: string;
  readonly raw: string;
  readonly expect: Readonly<Record<string, unknown>>;
}

function rows(name: string): Row[] {
  const path = shared(name);
  if (!hasShared || !existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);
}

describe('a subject', () => {
  it.each(subjects)('%j', (text, says) => expect(readSubject(text)).toMatchObject({...nothing, ...says}));

  it('is read in time with its length, whatever stands in it', () => {
    const word = fc.constantFrom('[', ']', 'PATCH', 'v2', '1/3', 'bpf-next', ',', ' ', 'Re:', 'x', '(v2)', '9 of 9');
    fc.assert(
      fc.property(fc.array(word, {maxLength: 200}), (words) => {
        const {version, title} = readSubject(words.join(''));
        expect([version >= 0, words.join('').length >= title.length]).toEqual([true, true]);
      }),
    );
    for (const part of ['[', '[PATCH ', '1 of ', 'Re: ', '(v', '[[]', 'v2'])
      expect(readSubject(part.repeat(100_000)).kind).toBeTypeOf('string');
  });

  it.skipIf(!hasShared)(`is read as a person reads it, on the lists${sharedNote}`, () => {
    const labelled = rows('patches/subjects.jsonl');
    const wrong = labelled.filter(({raw, expect: wanted}) => {
      const read = subjectToData(raw);
      return Object.keys(read).some((key) => JSON.stringify(read[key]) !== JSON.stringify(wanted[key]));
    });
    expect(labelled.length).toBeGreaterThan(200);
    expect(wrong.map(({id}) => id)).toEqual([]);
  });

  it.skipIf(!hasShared)(`is read to its end also where nobody labelled it${sharedNote}`, () => {
    const unlabelled = rows('patches/unlabelled/subjects.jsonl');
    expect(unlabelled.map(({raw}) => typeof subjectToData(raw).kind).every((type) => type === 'string')).toBe(true);
  });
});
