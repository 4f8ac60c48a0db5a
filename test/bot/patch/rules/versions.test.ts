/**
 * Rules on what was sent before and what is sent together: numbers, versions, threads, changelogs, pull requests.
 */
import {describe, expect, it} from 'vitest';
import {checkSubmission} from '../../../../bot/patch/check.js';
import {readSubmission} from '../../../../bot/patch/mail/read-mail.js';
import {base} from '../../../../bot/patch/rules/base.js';
import {changelogMissing} from '../../../../bot/patch/rules/changelog-missing.js';
import {changelogPlace} from '../../../../bot/patch/rules/changelog-place.js';
import {exampleCover, exampleDiff, exampleMail, type ExampleParts} from '../../../../bot/patch/rules/example.js';
import {resendChanged} from '../../../../bot/patch/rules/resend-changed.js';
import type {Rule} from '../../../../bot/patch/rules/rule.js';
import {rush} from '../../../../bot/patch/rules/rush.js';
import {seriesDiffOnTop} from '../../../../bot/patch/rules/series-diff-on-top.js';
import {seriesNumber} from '../../../../bot/patch/rules/series-number.js';
import {seriesReply} from '../../../../bot/patch/rules/series-reply.js';
import {answersOf} from '../../../helpers/rule-answers.js';

const title = 'bpf: Count what is dropped';
const mail = (words: string, parts: ExampleParts = {}) => exampleMail({subject: `[${words}] ${title}`, ...parts});
const part = (words: string, number: string, parts: ExampleParts = {}) =>
  exampleMail({subject: `[${words} ${number}] bpf: Part ${number}`, ...parts});
const id = (name: string) => `Message-ID: <${name}@example.org>`;
const to = (name: string) => `In-Reply-To: <${name}@example.org>`;
const cover = (words: string, headers: string[] = [], description?: string[]) =>
  exampleCover({subject: `[${words}] ${title}`, headers, ...(description ? {description} : {})});
const answer = exampleMail({subject: `Re: [PATCH bpf] ${title}`, headers: [id('2'), to('1')]}).replace(
  '10:00:00',
  '11:00:00',
);
const link = 'v1: https://lore.kernel.org/bpf/20251101@example.org/';

const tables: [Rule, [string, string, RegExp | string][]][] = [
  [
    seriesNumber,
    [
      ['more than there are', part('PATCH bpf', '3/2'), /^error on "\[PATCH bpf 3\/2\]/u],
      ['none at all', part('PATCH bpf', '1/0'), /^error/u],
      ['one that is not here', part('PATCH bpf', '1/3') + part('PATCH bpf', '3/3'), /^error: Add number 2/u],
      ['few of many', part('PATCH bpf', '1/20') + part('PATCH bpf', '2/20'), /^not seen: patches 3, 4/u],
      ['a number of CI', part('PATCH bpf', '4001/4002'), 'not seen: patches 1, 2, 3, 4, 5 and 3996 more of 4002'],
      ['a lone one', part('PATCH bpf', '2/3'), 'not seen: patches 1 and 3 of 3'],
      ['a single one', part('PATCH bpf', '1/1'), 'kept'],
      ['one of many', part('PATCH bpf', '7/100'), 'not seen: patches 1, 2, 3, 4, 5 and 94 more of 100'],
      ['a day', part('PATCH bpf', '20251014/20251015'), 'kept'],
      ['a whole series', cover('PATCH bpf 0/2') + part('PATCH bpf', '1/2') + part('PATCH bpf', '2/2'), 'kept'],
      ['one number twice', part('PATCH bpf', '1/2') + part('PATCH bpf', '1/2'), /^error on "\[PATCH bpf 1\/2\]/u],
      ['two totals', part('PATCH bpf', '1/2') + part('PATCH bpf', '2/3'), /^error on "\[PATCH bpf [12]\/[23]\]/u],
      ['two versions', part('PATCH bpf', '1/2') + part('PATCH bpf v2', '2/2'), /^error on "\[PATCH bpf/u],
      [
        'a part of a new version in the old thread',
        part('PATCH bpf', '1/2', {headers: [id('1')]}) +
          part('PATCH bpf', '2/2', {headers: [id('2'), to('1')]}) +
          part('PATCH bpf v2', '2/2', {headers: [id('3'), to('2')]}),
        /^warning on "\[PATCH bpf v2 2\/2\]/u,
      ],
    ],
  ],
  [
    seriesReply,
    [
      ['a new version below the old one', mail('PATCH bpf v2', {headers: [id('2'), to('1')]}), /^warning/u],
      ['its cover letter below it', cover('PATCH bpf v2 0/2', [id('2'), to('1')]), /^warning/u],
      ['one that asks for comments', mail('RFC PATCH bpf v2', {headers: [id('2'), to('1')]}), 'kept'],
      ['the first version', mail('PATCH bpf', {headers: [id('2'), to('1')]}), 'kept'],
      [
        'a patch below its cover letter',
        part('PATCH bpf v2', '1/2', {headers: [id('2'), to('1')]}),
        'not seen: the first mail of the series',
      ],
      ['a thread of its own', mail('PATCH bpf v2', {headers: [id('2')]}), 'kept'],
      ['a file', mail('PATCH bpf v2'), 'not seen: the headers of the mail as it is sent'],
      [
        'another tree',
        mail('PATCH perf/core v2', {headers: [id('2'), to('1')], diff: exampleDiff('tools/perf/a.c')}),
        'kept',
      ],
    ],
  ],
  [
    seriesDiffOnTop,
    [
      ['a reply with a diff', exampleMail({subject: `Re: [PATCH bpf] ${title}`}), /^warning on "Re: /u],
      [
        'a patch on an own patch',
        mail('PATCH bpf', {headers: [id('1')]}) +
          exampleMail({subject: '[PATCH bpf] bpf: On top', headers: [id('2'), to('1')]}).replace(
            '10:00:00',
            '11:00:00',
          ),
        /^warning on "\[PATCH bpf\] bpf: On top"/u,
      ],
      [
        'a new version',
        mail('PATCH bpf', {headers: [id('1')]}) +
          mail('PATCH bpf v2', {headers: [id('2'), to('1')]}).replace('10:00:00', '11:00:00'),
        'kept',
      ],
      [
        'a diff that a reviewer suggests',
        mail('PATCH bpf', {headers: [id('1')]}) + answer.replaceAll('ada@example.org', 'bob@example.org'),
        'kept',
      ],
      ['a diff in answer to an own patch', mail('PATCH bpf', {headers: [id('1')]}) + answer, /^warning on "Re: /u],
      ['a patch alone', mail('PATCH bpf'), 'kept'],
    ],
  ],
  [
    resendChanged,
    [
      ['the same', mail('PATCH RESEND bpf') + mail('PATCH bpf'), 'kept'],
      [
        'something else',
        mail('PATCH RESEND bpf', {diff: exampleDiff('kernel/bpf/drop.c', ['-1', '+2'])}) + mail('PATCH bpf'),
        /^warning/u,
      ],
      ['alone', mail('PATCH RESEND bpf'), /^not seen/u],
      ['no RESEND', mail('PATCH bpf'), 'kept'],
    ],
  ],
  [
    changelogMissing,
    [
      ['none', mail('PATCH bpf v2'), /^warning/u],
      ['the same again', mail('PATCH RESEND bpf v2'), 'kept'],
      ['one without a link', mail('PATCH bpf v2', {notes: ['Changes in v2:', '- more']}), /^remark/u],
      ['one with a link', mail('PATCH bpf v2', {notes: ['Changes in v2:', '- more', link]}), 'kept'],
      [
        'one in the cover letter',
        cover('PATCH bpf v2 0/2', [], ['Why.', '', 'v1 -> v2:', '- more', link]) +
          part('PATCH bpf v2', '1/2') +
          part('PATCH bpf v2', '2/2'),
        'kept',
      ],
      [
        'a series without its cover letter',
        part('PATCH bpf v2', '1/2') + part('PATCH bpf v2', '2/2'),
        'not seen: the cover letter',
      ],
      ['the first version', mail('PATCH bpf'), 'kept'],
    ],
  ],
  [
    changelogPlace,
    [
      ...['v2:', 'Changes in v2:', 'Changes since v1:', 'v1 -> v2:', 'Changelog:'].map(
        (head): [string, string, RegExp] => [
          head,
          mail('PATCH bpf v2', {description: ['Why.', '', head, '- more']}),
          /^warning on /u,
        ],
      ),
      ['below the line', mail('PATCH bpf v2', {notes: ['Changes in v2:', '- more']}), 'kept'],
      [
        'a sentence with a version',
        mail('PATCH bpf v2', {description: ['As in v1: it was there.', 'Since v6.1 it is not.']}),
        'kept',
      ],
      [
        'a version of cgroups',
        mail('PATCH bpf v2', {description: ['Why.', '', 'In v2 of cgroups this counts.']}),
        'kept',
      ],
      ['another protocol', mail('PATCH bpf', {description: ['Why.', '', 'v6: the same.']}), 'kept'],
      ['a cover letter', cover('PATCH bpf v2 0/2', [], ['Why.', '', 'Changes in v2:', '- more']), 'kept'],
    ],
  ],
  [
    rush,
    [
      [
        'two in an hour',
        mail('PATCH bpf v2', {headers: [id('2')]}).replace('10:00:00', '10:30:00') +
          mail('PATCH bpf', {headers: [id('1')]}),
        /^remark/u,
      ],
      [
        'a day later',
        mail('PATCH bpf v2', {headers: [id('2')]}).replace('3 Nov', '5 Nov') + mail('PATCH bpf', {headers: [id('1')]}),
        'kept',
      ],
      ['alone', mail('PATCH bpf v2', {headers: [id('2')]}), /^not seen/u],
    ],
  ],
  [
    base,
    [
      ['none', mail('PATCH bpf').replace(/^base-commit.*\n/mu, ''), /^remark/u],
      ['one', mail('PATCH bpf'), 'kept'],
      ['a mail that was sent', mail('PATCH bpf', {headers: [id('1')]}).replace(/^base-commit.*\n/mu, ''), 'kept'],
      ['a part', part('PATCH bpf', '2/2').replace(/^base-commit.*\n/mu, ''), /^not seen/u],
    ],
  ],
];

describe.each(tables.map(([rule, rows]) => [rule.id, rule, rows] as const))('%s', (_id, rule, rows) => {
  it.each(rows)('on %s', async (_name, text, answer) => {
    const met = await answersOf(text, rule);
    const line = Array.isArray(met) ? met.join('\n') : met;
    if (typeof answer === 'string') expect(line).toBe(answer);
    else expect(line).toMatch(answer);
  });
});

describe('a pull request', () => {
  it.each([
    ['pull-request: bpf 2025-11-03', ['remark']],
    ['pull-request: bpf-next 2025-11-03', ['remark']],
    ['pull-request: bpf 2025-02-30', ['warning', 'remark']],
    ['pull-request: bpf-next', ['warning', 'remark']],
    ['pull-request: bpf-foo 2025-11-03', ['warning', 'remark']],
    ['[GIT PULL] BPF fixes for v6.18-rc5', ['remark']],
    ['[GIT PULL] Networking for v6.18-rc5', undefined],
    ['pull-request: wireless-2025-11-03', undefined],
  ])('is judged by its form: %s', async (subject, severities) => {
    const bytes = Buffer.from(exampleMail({subject, diff: '', trailers: []}));
    const {judged, pulls} = checkSubmission(await readSubmission([{name: 'a.mbox', bytes}]));
    expect(pulls.length).toBe(1);
    expect(judged[0]?.findings.map(({severity}) => severity)).toEqual(severities);
  });
});
