/**
 * Our models of the tools, beside what the tools answer: `agrees_with` and `peer_differs` of the labelled subjects.
 */
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {readAsKpd} from '../../../bot/patch/readers/kpd.js';
import {misreadings} from '../../../bot/patch/readers/misreadings.js';
import {readAsNipa} from '../../../bot/patch/readers/nipa.js';
import {checkModels, readReaderRows, treesMisread} from '../../eval/readers.js';
import {growth, leastQuadratic} from '../../helpers/growth.js';
import {hasShared, shared, sharedNote} from '../../helpers/shared.js';

const rows = () => readReaderRows(shared('patches/subjects.jsonl'));

describe('the models of patchwork and b4', () => {
  it.skipIf(!hasShared)(`answer as the tools do on every labelled subject${sharedNote}`, () => {
    expect(rows().length).toBeGreaterThan(200);
    expect(rows().flatMap((row) => checkModels(row).off.map((off) => [row.raw, off]))).toEqual([]);
  });

  it.skipIf(!hasShared)(`agree with a person where the tools do${sharedNote}`, () => {
    expect(rows().map((row) => [row.id, ...checkModels(row).agreesWith])).toEqual(
      rows().map((row) => [row.id, ...row.agrees_with]),
    );
  });
});

describe('the models of NIPA and kernel-patches-daemon', () => {
  it.each([
    ['[PATCH bpf] x', 'bpf', 'bpf'],
    ['[PATCH bpf-next v2 1/3] x', 'bpf-next', 'bpf-next'],
    ['[PATCH bpf-next/net] x', 'net', 'bpf-next bpf'],
    ['[PATCH net-next] x', 'net-next', 'bpf-next bpf'],
    ['[PATCH iproute2 net-next] x', 'net-next', 'bpf-next bpf'],
    ['[PATCH iproute2-next] x', undefined, 'bpf-next bpf'],
    ['[syzbot] [net?] x', 'net', 'bpf-next bpf'],
    ['[PATCH bpf,v6 3/4] x', 'bpf', 'bpf'],
    ['x', undefined, 'bpf-next bpf'],
    ['[PATCH bpf] net: x', 'bpf', 'bpf'],
    ['[PATCH bpf] x: foo[net]', 'net', 'bpf'],
    ['[PATCH bpf-next,bpf] x', 'bpf-next', 'bpf-next'],
    ['[PATCH] x', undefined, 'bpf-next bpf'],
  ])('read %s', (line, nipa, kpd) => expect([readAsNipa(line), readAsKpd(line).join(' ')]).toEqual([nipa, kpd]));

  it.skipIf(!hasShared)(`read the tree of most labelled subjects${sharedNote}`, () => {
    const {patches, byReader} = treesMisread(rows());
    for (const reader of ['NIPA', 'kernel-patches-daemon'] as const) {
      const {length} = byReader.get(reader) ?? [];
      expect([reader, length > 0 && length / patches < 0.05]).toEqual([reader, true]);
    }
  });
});

describe('misreadings', () => {
  it.each([
    ['[PATCH bpf] x', []],
    ['[RFC PATCH RESEND bpf-next v2 001/105] x', []],
    ['[PATCHv2 bpf] x', ['patchwork: version 1']],
    ['[PATCH bpf,v6,3/4] x', ['b4: version 1', 'b4: no number']],
    ['[PATCH bpf RFC-V2 5/5] x', ['patchwork: version 1', 'b4: version 1']],
    ['[PATCH,RFC bpf] x', ['b4: no RFC']],
    ['[PATCH bpf-next 01 / 10] x', ['patchwork: no number', 'b4: no number']],
    ['[PATCH bpf] (1/2) x', ['patchwork: no number', 'b4: no number']],
    ['[RFC/PATCH bpf] x', ['b4: no PATCH']],
    ['[PATCH (bpf)] x', ['kernel-patches-daemon: neither bpf nor bpf-next']],
    ['[PATCH 1 of 2] x', ['b4: no number', 'kernel-patches-daemon: neither bpf nor bpf-next']],
    ['[PATCH bpf-next/net v2] x', ['NIPA: tree net', 'kernel-patches-daemon: neither bpf nor bpf-next']],
    ['[PATCH net] x', ['kernel-patches-daemon: neither bpf nor bpf-next']],
    ['[PATCH iproute2 net-next] x', ['NIPA: tree net-next', 'kernel-patches-daemon: neither bpf nor bpf-next']],
    [
      'PATCH 1/2: x',
      ['patchwork: no number', 'b4: no number', 'b4: no PATCH', 'kernel-patches-daemon: neither bpf nor bpf-next'],
    ],
    ['Re: [PATCHv2 bpf] x', []],
    ['bpf: x', []],
  ])('of %s', (line, told) => expect(misreadings(line).map(({reader, reads}) => `${reader}: ${reads}`)).toEqual(told));

  it('takes time with the length of a subject', () => {
    const word = fc.constantFrom(
      '[',
      ']',
      '[[]',
      'PATCH',
      'patchv',
      'v2',
      '1/3',
      '1',
      '1 of 2 ',
      ',',
      ' ',
      'Re: [',
      '(v2',
    );
    fc.assert(
      fc.property(fc.array(word, {minLength: 1, maxLength: 6}), (words) => {
        const part = words.join('');
        const ratio = growth((times) => misreadings(`[PATCH ${part.repeat(Math.ceil((times * 4000) / part.length))}`));
        expect(ratio).toBeLessThan(leastQuadratic);
      }),
      {numRuns: 30},
    );
  });
});
