/**
 * Our models of the tools, beside what the tools answer: `agrees_with` and `peer_differs` of the labelled subjects.
 */
import {existsSync, readFileSync} from 'node:fs';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {readAsB4} from '../../../bot/patch/readers/b4.js';
import {readAsKpd} from '../../../bot/patch/readers/kpd.js';
import {misreadings} from '../../../bot/patch/readers/misreadings.js';
import {readAsNipa} from '../../../bot/patch/readers/nipa.js';
import {readAsPatchwork} from '../../../bot/patch/readers/patchwork.js';
import {decodeSubject} from '../../../bot/patch/subject.js';
import {growth, leastQuadratic} from '../../helpers/growth.js';
import {hasShared, shared, sharedNote} from '../../helpers/shared.js';

type Scalar = string | number | boolean | null;

interface Row {
  readonly id: string;
  readonly raw: string;
  readonly expect: Readonly<Record<string, Scalar>>;
  readonly agrees_with: readonly string[];
  readonly peer_differs?: readonly string[];
}

function rows(): Row[] {
  const path = shared('patches/subjects.jsonl');
  if (!hasShared || !existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);
}

const pair = (index: Scalar = null, total: Scalar = null): string =>
  `${String(index ?? 'None')}/${String(total ?? 'None')}`;
const python = (flag: boolean): string => (flag ? 'True' : 'False');

/** What a tool reads, in the words of `peer_differs`. */
function peerReading(line: string): Readonly<Record<string, string>> {
  const patchwork = readAsPatchwork(line);
  const b4 = readAsB4(line);
  return {
    'pw:version': String(patchwork.version),
    'pw:series': pair(patchwork.index, patchwork.total),
    'b4:version': String(b4.version),
    'b4:counter': pair(b4.index, b4.total),
    'b4:rfc': python(b4.rfc),
    'b4:patch': python(b4.patch),
    'b4:reply': python(b4.reply),
    'b4:title': `'${b4.title}'`,
  };
}

/** The label in the same words, but for what the tool answers otherwise. */
function toldReading({expect: label, peer_differs: differing = []}: Row): Readonly<Record<string, string>> {
  const said = {
    version: String(label.version),
    counter: pair(label.index, label.total),
    rfc: python(label.rfc === true),
    patch: python(label.patch_word === true),
    reply: python(label.kind === 'reply' || label.kind === 'forward'),
    title: `'${String(label.title)}'`,
  };
  return {
    'pw:version': said.version,
    'pw:series': said.counter,
    ...Object.fromEntries(Object.entries(said).map(([name, value]) => [`b4:${name}`, value])),
    ...Object.fromEntries(
      differing.map((told) => [told.slice(0, told.indexOf('=')), told.slice(told.indexOf('=') + 1)]),
    ),
  };
}

describe('the models of patchwork and b4', () => {
  it.skipIf(!hasShared)(`answer as the tools do on every labelled subject${sharedNote}`, () => {
    const all = rows();
    expect(all.length).toBeGreaterThan(200);
    const off = all.flatMap((row) => {
      const model = peerReading(decodeSubject(row.raw));
      return Object.entries(toldReading(row))
        .filter(([name, value]) => model[name] !== value)
        .map(([name, value]) => [row.raw, name, value, model[name]]);
    });
    expect(off).toEqual([]);
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
  ])('read %s', (line, nipa, kpd) => expect([readAsNipa(line), readAsKpd(line).join(' ')]).toEqual([nipa, kpd]));
});

describe('misreadings', () => {
  it.each([
    ['[PATCH bpf] x', []],
    ['[RFC PATCH RESEND bpf-next v2 001/105] x', []],
    ['[PATCHv2 bpf] x', ['patchwork: version 1']],
    ['[PATCH bpf,v6,3/4] x', ['b4: version 1', 'b4: no number']],
    ['[PATCH bpf RFC-V2 5/5] x', ['patchwork: version 1', 'b4: version 1']],
    ['[PATCH,RFC bpf] x', ['b4: no RFC']],
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
