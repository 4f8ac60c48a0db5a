import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {subjectToData} from '../../../adapters/terminal/subject-lines.js';
import {readSubmission} from '../../../bot/patch/mail/read-mail.js';
import {decodeSubject, readRawSubject, readSubject, type Subject} from '../../../bot/patch/subject.js';
import {missesIn, readRows, reviewedMisses} from '../../eval/subjects.js';
import {growth, leastQuadratic} from '../../helpers/growth.js';
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

/** What a row of our own table says where it says nothing. */
const plainPatch = {
  ...{kind: 'patch', tree: null, branch: null, version: 1, index: null, total: null},
  ...{rfc: false, resend: false, list_tags: []},
};
/** Subjects in all odd forms that we know from the lists, written by hand, with the reading of a person. */
const own = readRows(new URL('../../fixtures/patch/subject-forms-own.jsonl', import.meta.url).pathname);

/** A subject, and its odd forms: name, as written, offset. */
const odd: readonly (readonly [string, readonly (readonly [string, string, number])[]])[] = [
  ['[RFC PATCH RESEND bpf-next v2 01/10] x', []],
  ['[PATCHv2 bpf] x', [['version-glued', 'PATCHv2', 1]]],
  ['Re: [PATCH bpf RFC-V2 5/5] x', [['version-glued', 'RFC-V2', 15]]],
  ['[PATCH -v2] x', [['version-glued', '-v2', 7]]],
  ['[PATCH bpf v2 v2] x', [['version-twice', 'v2', 14]]],
  ['[PATCH bpf] x (v2) y', [['version-in-title', '(v2)', 14]]],
  ['[PATCH]  v3: x', [['version-before-title', 'v3:', 8]]],
  ['x (v2)', []],
  ['[PATCH bpf,v6 3/4] x', [['commas', ',', 10]]],
  ['[PATCH1/8] x', [['number-glued', 'PATCH1/8', 1]]],
  ['[PATCH 0 of 2] x', [['number-of', '0 of 2', 7]]],
  ['[PATCH 1of2] x', [['number-of', '1of2', 7]]],
  ['[PATCH bpf 01 / 10] x', [['number-spaced', '01 / 10', 11]]],
  ['[PATCH bpf (1/2)] x', [['number-glued', '(1/2)', 11]]],
  ['[PATCH bpf] (1/2): x', [['number-behind', '(1/2):', 12]]],
  ['[PATCH bpf v 2] x', [['version-glued', 'v 2', 11]]],
  ['[PATCH bpf v2.1] x', [['version-glued', 'v2.1', 11]]],
  ['[PATCH bpf; v2] x', [['commas', ';', 10]]],
  ['RESEND: [PATCH bpf] x', [['no-brackets', 'RESEND:', 0]]],
  ['PATCH bpf v2 1/2: x', [['no-brackets', '1/2', 13]]],
  ['[EXT] Re: [PATCHv2 bpf] x', [['version-glued', 'PATCHv2', 11]]],
  ['[PATCH 20251014/20251015] x', [['number-large', '20251014/20251015', 7]]],
  ['[PATCH [bpf] 1/2] x', [['nested-bracket', '[', 7]]],
  ['[PATCH bpf]] x', [['stray-bracket', ']', 11]]],
  ['PATCH 1/2: x', [['no-brackets', '1/2', 6]]],
  ['[syzbot] [net?] x', []],
];

const encoded: readonly (readonly [string, string])[] = [
  ['[PATCH bpf]\n x', '[PATCH bpf] x'],
  ['=?UTF-8?q?[PATCH=20bpf]_Bj=C3=B6?=\r\n =?UTF-8?B?cm4=?=', '[PATCH bpf] Björn'],
  ['=?iso-8859-1?Q?=E9t=E9?=', 'été'],
  ['=?nobody-knows?Q?=C3=A9?= =?nobody-knows?Q?=E9?=', 'Ã©é'],
  ['=?utf-8?q?=3D=3Futf-8=3Fq=3Fx=3F=3D?=', '=?utf-8?q?x?='],
  ['Björn', 'Björn'],
];

const word = fc.constantFrom(
  ...['[', ']', '[[]', 'PATCH', 'v2', '1/3', 'bpf-next', ',', ' ', '\n ', 'Re:', 'x', '(v2)', '(v', '9 of 9', '1 of '],
  ...['=?utf-8?q?', '=?', '?=', '_', 'pull-request: ', '9', '/'],
);
const chance = fc.array(word, {maxLength: 60}).map((words) => words.join(''));

describe('a subject', () => {
  it.each(subjects)('%j', (text, says) => expect(readRawSubject(text)).toMatchObject({...nothing, ...says}));

  it.each(odd)('%j has %j', (text, forms) =>
    expect(readRawSubject(text).forms.map(({form, text: written, at}) => [form, written, at])).toEqual(forms),
  );

  it('stands in our own table as a person reads it', () => {
    expect(own.length).toBeGreaterThan(300);
    const off = own.flatMap(({raw, expect: says}) => {
      const wanted: Readonly<Record<string, unknown>> = {...plainPatch, ...says};
      const read = subjectToData(raw);
      const known = Object.fromEntries(Object.keys(wanted).map((name) => [name, read[name]]));
      return JSON.stringify(known) === JSON.stringify(wanted) ? [] : [{raw, wanted, known}];
    });
    expect(off).toEqual([]);
  });

  it.each(encoded)('is decoded once: %j', (raw, decoded) => expect(decodeSubject(raw)).toBe(decoded));

  it('is decoded once in a mail too', async () => {
    const twice =
      'Subject: =?utf-8?q?=5BPATCH_bpf=5D_=3D=3Futf-8=3Fq=3Fx=3F=3D?=\nFrom: Ada <ada@example.org>\n\nWhy.\n';
    const {mails} = await readSubmission([{name: 'a.eml', bytes: Buffer.from(twice)}]);
    expect(mails.map(({subject}) => subject?.title)).toEqual(['=?utf-8?q?x?=']);
    expect(readSubject('[PATCH bpf] =?utf-8?q?x?=').title).toBe('=?utf-8?q?x?=');
  });

  it('names each odd form where it stands', () =>
    fc.assert(
      fc.property(chance, (line) => {
        const text = line.replace(/\s+/gu, ' ').trim();
        for (const {text: written, at} of readSubject(text).forms) expect(text.slice(at)).toContain(written);
      }),
    ));

  it('is read in time with its length, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.array(word, {minLength: 1, maxLength: 6}), (words) => {
        const part = words.join('');
        const ratio = growth((times) => readRawSubject(part.repeat(Math.ceil((times * 4000) / part.length))));
        expect(ratio).toBeLessThan(leastQuadratic);
      }),
      {numRuns: 30},
    );
  });

  it.skipIf(!hasShared)(`is read as a person reads it, on the lists${sharedNote}`, () => {
    const labelled = readRows(shared('patches/subjects.jsonl'));
    expect(labelled.length).toBeGreaterThan(200);
    expect(missesIn(labelled).map(({id}) => id)).toEqual(Object.keys(reviewedMisses()));
  });

  it.skipIf(!hasShared)(`is read to its end also where nobody labelled it${sharedNote}`, () => {
    const unlabelled = readRows(shared('patches/unlabelled/subjects.jsonl'));
    expect(unlabelled.map(({raw}) => typeof subjectToData(raw).kind).every((type) => type === 'string')).toBe(true);
  });
});
