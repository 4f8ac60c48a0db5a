import {describe, expect, it} from 'vitest';
import {ccStable} from '../../../../bot/patch/rules/cc-stable.js';
import {exampleCover, exampleDiff, exampleMail, exampleSignOff} from '../../../../bot/patch/rules/example.js';
import {stableAddr} from '../../../../bot/patch/rules/stable-addr.js';
import {answersOf} from '../../../helpers/rule-answers.js';

const cc = 'Cc: stable@vger.kernel.org';
const ask = 'Please queue it up for stable.';
const trailers = [cc, exampleSignOff];

const ccs: [string, string, string | string[]][] = [
  ['for bpf-next', exampleMail({trailers}), [`warning on "${cc}": ${ask}`]],
  ['for bpf', exampleMail({trailers, subject: '[PATCH bpf] bpf: Count'}), [`warning on "${cc}": ${ask}`]],
  ['without a tree', exampleMail({trailers, subject: '[PATCH] bpf: Count'}), [`warning on "${cc}": ${ask}`]],
  ['asked below the line', exampleMail({notes: [ask]}), 'kept'],
  ['a backport', exampleMail({trailers, subject: '[PATCH 6.6.y] bpf: Count'}), 'kept'],
  [
    'no BPF',
    exampleMail({trailers, subject: '[PATCH] x86: Count', diff: exampleDiff('arch/x86/kernel/drop.c')}),
    'kept',
  ],
  [
    'only the other way round',
    exampleMail({trailers: ['Cc: stable+noautosel@kernel.org # no', exampleSignOff]}),
    'kept',
  ],
  [
    'once for a series',
    exampleCover() +
      exampleMail({subject: '[PATCH bpf-next 1/2] bpf: One', trailers}) +
      exampleMail({subject: '[PATCH bpf-next 2/2] bpf: Two', trailers}),
    [`warning on "${cc}": ${ask}`],
  ],
  ['a cover letter alone', exampleCover(), 'not seen: the patches'],
];

const addresses: [string, string, string | undefined][] = [
  ['as it should be', cc, undefined],
  ['in brackets', 'Cc: <stable@vger.kernel.org>', undefined],
  ['with a comment', 'cc: stable@vger.kernel.org # 6.1+', undefined],
  ['among others', 'Cc: Ada <ada@example.org>, stable@vger.kernel.org', undefined],
  ['the address of secrets', 'Cc: stable@kernel.org', cc],
  ['an address of no list', 'Cc: stable@vger.org', cc],
  ['a name', 'Cc: Stable <stable@vger.kernel.org>', cc],
  ['a loose comment', 'Cc: stable@vger.kernel.org v6.1+', `${cc} # v6.1+`],
  ['a comment in brackets', 'Cc: <stable@vger.kernel.org> [6.1+]', `${cc} # 6.1+`],
  ['a name and a comment', 'Cc: linux-stable <stable@vger.kernel.org> # 6.1', `${cc} # 6.1`],
];

describe('cc-stable', () => {
  it.each(ccs)('%s', async (_, text, answers) => expect(await answersOf(text, ccStable)).toEqual(answers));
});

describe('stable-addr', () => {
  it.each(addresses)('%s', async (_, line, repair) =>
    expect(await answersOf(exampleMail({trailers: [line, exampleSignOff]}), stableAddr)).toEqual(
      repair === undefined ? 'kept' : [`warning on "${line}": ${repair}`],
    ),
  );
});
