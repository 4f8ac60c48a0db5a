import {readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {readSubmission} from '../../../bot/patch/mail/read-mail.js';
import {gatherSeries, mailsOf} from '../../../bot/patch/series.js';
import {seriesToData} from '../../../bot/patch/series-data.js';
import {hasShared, shared, sharedNote} from '../../helpers/shared.js';

interface Sent {
  readonly subject: string;
  readonly id?: string;
  readonly to?: string;
  readonly from?: string;
  /** Minute of the hour at which it was sent. */
  readonly at?: number;
}

function mail({subject, id, to, from = 'ada@example.org', at = 0}: Sent): string {
  const diff = 'diff --git a/a.c b/a.c\n--- a/a.c\n+++ b/a.c\n@@ -1 +1 @@\n-1\n+2\n';
  const headers = [
    'From 0123456789012345678901234567890123456789 Mon Sep 17 00:00:00 2001',
    `From: ${from}`,
    `Date: Mon, 3 Nov 2025 10:${String(at).padStart(2, '0')}:00 +0000`,
    `Subject: ${subject}`,
    ...(id === undefined ? [] : [`Message-ID: <${id}@example.org>`]),
    ...(to === undefined ? [] : [`In-Reply-To: <${to}@example.org>`]),
  ];
  return `${headers.join('\n')}\n\nWhy.\n\n${/ 0+\//u.test(subject) || /^Re: .*why/u.test(subject) ? '' : diff}\n`;
}

/** Titles of each series, newest first, its cover letter ahead. */
async function gathered(sent: readonly Sent[]): Promise<string[][]> {
  const {mails} = await readSubmission([{name: 'a.mbox', bytes: Buffer.from(sent.map(mail).join(''))}]);
  return gatherSeries(mails).series.map((series) => mailsOf(series).map(({subject}) => subject?.title ?? ''));
}

const cases: [string, Sent[], string[][]][] = [
  [
    'files of format-patch, which have no ids',
    [{subject: '[PATCH bpf 0/2] c'}, {subject: '[PATCH bpf 1/2] a'}, {subject: '[PATCH bpf 2/2] b'}],
    [['c', 'a', 'b']],
  ],
  [
    'patches of several authors, sent by one person',
    [
      {subject: '[PATCH 0/2] c', id: '0'},
      {subject: '[PATCH 2/2] b', id: '2', to: '0', at: 2},
      {subject: '[PATCH 1/2] a', id: '1', to: '0', at: 1},
    ],
    [['c', 'a', 'b']],
  ],
  [
    'two versions in one thread, the newest first',
    [
      {subject: '[PATCH 1/2] a', id: '1'},
      {subject: '[PATCH 2/2] b', id: '2', to: '1', at: 1},
      {subject: '[PATCH v2 1/2] a', id: '3', to: '1', at: 5},
      {subject: '[PATCH v2 2/2] b', id: '4', to: '3', at: 6},
    ],
    [
      ['a', 'b'],
      ['a', 'b'],
    ],
  ],
  [
    'the same series again without a version, in the same thread',
    [
      {subject: '[PATCH 1/2] a', id: '1'},
      {subject: '[PATCH 2/2] b', id: '2', to: '1', at: 1},
      {subject: '[PATCH 1/2] a again', id: '3', to: '2', at: 5},
      {subject: '[PATCH 2/2] b again', id: '4', to: '3', at: 6},
    ],
    [
      ['a again', 'b again'],
      ['a', 'b'],
    ],
  ],
  [
    'the same number in three threads',
    [
      {subject: '[PATCH 1/4] a', id: '1'},
      {subject: '[PATCH 1/4] a', id: '2', at: 1},
      {subject: '[PATCH 1/4] a', id: '3', at: 2},
    ],
    [['a'], ['a'], ['a']],
  ],
  [
    'a series whose cover letter is not here',
    [
      {subject: '[PATCH 2/3] b', id: '2', to: 'cover', at: 2},
      {subject: '[PATCH 3/3] c', id: '3', to: 'cover', at: 3},
    ],
    [['b', 'c']],
  ],
  [
    'single patches, each for itself',
    [
      {subject: '[PATCH bpf] a', id: '1'},
      {subject: '[PATCH bpf] b', id: '2', at: 1},
    ],
    [['b'], ['a']],
  ],
  [
    'numbers of three digits, by their size',
    [{subject: '[PATCH 010/100] j'}, {subject: '[PATCH 9/100] i'}, {subject: '[PATCH 100/100] z'}],
    [['i', 'j', 'z']],
  ],
];

describe('series', () => {
  it.each(cases)('are gathered: %s', async (_name, sent, titles) => expect(await gathered(sent)).toEqual(titles));

  it('leave words on patches apart', async () => {
    const sent = [
      {subject: '[PATCH bpf] a', id: '1'},
      {subject: 'Re: [PATCH bpf] a, and why', id: '2', to: '1'},
      {subject: 'LSF/MM', id: '3'},
    ];
    const {mails} = await readSubmission([{name: 'a.mbox', bytes: Buffer.from(sent.map(mail).join(''))}]);
    expect(seriesToData(mails)).toMatchObject({messages: 3, patches: 2, comments: 1, patches_per_series: [1, 1]});
  });

  it('name what is missing', async () => {
    const {mails} = await readSubmission([
      {name: 'a.mbox', bytes: Buffer.from(mail({subject: '[PATCH v3 bpf 2/4] b'}))},
    ]);
    expect(gatherSeries(mails).series[0]).toMatchObject({version: 3, total: 4, tree: 'bpf', missing: [1, 3, 4]});
  });
});

interface Labelled {
  readonly file: string;
  readonly label: string;
  readonly [field: string]: unknown;
}

const fields = ['messages', 'covers', 'patches', 'comments', 'patches_per_series', 'covers_per_series'];
const labelled: readonly Labelled[] = hasShared
  ? readFileSync(shared('patches/series.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Labelled)
  : [];

describe.skipIf(!hasShared)(`real series${sharedNote}`, () => {
  it.each(labelled.map((row) => [row.file, row] as const))('fall as they were sent: %s', async (file, row) => {
    const {mails} = await readSubmission([{name: file, bytes: readFileSync(shared(`patches/${file}`))}]);
    const read = seriesToData(mails);
    // A field without a label says nothing.
    const named = fields.filter((field) => row[field] !== null);
    expect(named.map((field) => [field, read[field]])).toEqual(named.map((field) => [field, row[field]]));
  });
});
