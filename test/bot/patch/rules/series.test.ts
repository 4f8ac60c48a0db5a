import {describe, expect, it} from 'vitest';
import {checkSubmission} from '../../../../bot/patch/check.js';
import {readSubmission} from '../../../../bot/patch/mail/read-mail.js';
import {coverMissing} from '../../../../bot/patch/rules/cover-missing.js';
import {coverPlaceholder} from '../../../../bot/patch/rules/cover-placeholder.js';
import {exampleCover, exampleDiff, exampleMail} from '../../../../bot/patch/rules/example.js';
import type {Rule} from '../../../../bot/patch/rules/rule.js';
import {seriesSize} from '../../../../bot/patch/rules/series-size.js';
import {titleTwice} from '../../../../bot/patch/rules/title-twice.js';
import {answersOf} from '../../../helpers/rule-answers.js';

const title = 'bpf: Count what is dropped';
const mail = (prefix: string, ...headers: string[]) => exampleMail({subject: `[${prefix}] ${title}`, headers});
const two = (prefix: string) => mail(`${prefix} 1/2`) + mail(`${prefix} 2/2`);
const mail0 = (prefix: string) => exampleCover({subject: `[${prefix}] ${title}`});
const cover = (...description: string[]) => exampleCover({description});
const named = (number: string, text: string) => exampleMail({subject: `[PATCH bpf-next ${number}] ${text}`});
const qemu = (subject: string) => exampleMail({subject: `[Qemu-devel] ${subject}`, diff: exampleDiff('hw/a.c')});
const noCover = 'not seen: the cover letter';

const tables: [Rule, [string, string, string | string[]][]][] = [
  [
    coverMissing,
    [
      [
        'two patches',
        two('PATCH bpf'),
        [
          `error on "[PATCH bpf 1/2] ${title}": git format-patch --cover-letter --subject-prefix='PATCH bpf' start..finish`,
        ],
      ],
      [
        'two for comments, once more',
        two('RFC PATCH bpf-next v2'),
        [
          `error on "[RFC PATCH bpf-next v2 1/2] ${title}": git format-patch --cover-letter --subject-prefix='RFC PATCH bpf-next v2' -o v2 start..finish`,
        ],
      ],
      [
        'two on BPF for no tree',
        two('PATCH'),
        [`error on "[PATCH 1/2] ${title}": git format-patch --cover-letter start..finish`],
      ],
      [
        'two that answer one another',
        mail('PATCH bpf 1/2', 'Message-ID: <1@a>') + mail('PATCH bpf 2/2', 'Message-ID: <2@a>', 'In-Reply-To: <1@a>'),
        [
          `error on "[PATCH bpf 1/2] ${title}": git format-patch --cover-letter --subject-prefix='PATCH bpf' start..finish`,
        ],
      ],
      [
        'two that answer a patch of the version before',
        mail('PATCH bpf v2 1/2', 'Message-ID: <1@a>', 'In-Reply-To: <0@a>') +
          mail('PATCH bpf v2 2/2', 'Message-ID: <2@a>', 'In-Reply-To: <0@a>') +
          mail('PATCH bpf', 'Message-ID: <0@a>'),
        [
          `error on "[PATCH bpf v2 1/2] ${title}": git format-patch --cover-letter --subject-prefix='PATCH bpf v2' -o v2 start..finish`,
        ],
      ],
      [
        'two that answer a mail that is not here',
        mail('PATCH bpf 1/2', 'In-Reply-To: <0@a>') + mail('PATCH bpf 2/2', 'In-Reply-To: <0@a>'),
        noCover,
      ],
      [
        'two for networking',
        ['1/2', '2/2']
          .map((number) => exampleMail({subject: `[PATCH net ${number}] net: x`, diff: exampleDiff('net/core/dev.c')}))
          .join(''),
        'kept',
      ],
      [
        'two, and a cover letter of the version before',
        mail0('PATCH bpf 0/2') + two('PATCH bpf v2'),
        [
          `error on "[PATCH bpf v2 1/2] ${title}": git format-patch --cover-letter --subject-prefix='PATCH bpf v2' -o v2 start..finish`,
        ],
      ],
      ['a part', mail('PATCH bpf 1/2'), noCover],
      ['a part of a queue', mail('PATCH 4001/4002'), noCover],
      ['one patch', mail('PATCH bpf'), 'kept'],
      ['one patch of one', mail('PATCH bpf 1/1'), 'kept'],
      ['a day in place of a number', mail('PATCH 20251014/20251015'), 'kept'],
      ['a cover letter alone', exampleCover(), 'kept'],
      ['an answer with a diff', exampleMail({subject: `Re: [PATCH bpf 1/2] ${title}`}), 'kept'],
      ['another project', qemu('[PATCH 1/2] x') + qemu('[PATCH 2/2] y'), 'kept'],
    ],
  ],
  [
    coverPlaceholder,
    [
      [
        'as git leaves it',
        exampleCover({subject: '[PATCH bpf 0/2] *** SUBJECT HERE ***', description: ['*** BLURB HERE ***']}),
        ['error on "[PATCH bpf 0/2] *** SUBJECT HERE ***": ', 'error on "*** BLURB HERE ***": '],
      ],
      [
        'a title alone',
        cover('*** BLURB HERE ***', '', 'Ada Example (1):', '  x'),
        ['error on "*** BLURB HERE ***": '],
      ],
      [
        'as b4 leaves it',
        exampleCover({subject: '[PATCH bpf 0/2] EDITME: cover title for count', description: ['EDITME: describe it']}),
        ['error on "[PATCH bpf 0/2] EDITME: cover title for count": ', 'error on "EDITME: describe it": '],
      ],
      [
        'a shortlog and a diffstat',
        cover(
          ...['Ada Example (2):', `  ${title}`, '  bpf: Show it', '', 'Bob (1):', '  x', ''],
          ...[
            ' a/b.c   |  2 +-',
            ' .../d.bin | Bin 0 -> 3 bytes',
            ' 1 file changed, 1 insertion(+)',
            ' create mode 100644 a.c',
          ],
        ),
        ['error: Say above the list of patches what the series does, and why.'],
      ],
      ['nothing', cover(), ['error: Say above the list of patches what the series does, and why.']],
      ['one sentence', cover('Count it.', '', 'Ada Example (1):', `  ${title}`), 'kept'],
      ['words below a line', cover('---', 'Count it.'), 'kept'],
      ['a single patch', mail('PATCH bpf'), 'kept'],
      ['a part', mail('PATCH bpf 1/2'), noCover],
    ],
  ],
  [
    seriesSize,
    [
      [
        'one too many',
        mail('PATCH net 01/16'),
        [`warning on "[PATCH net 01/16] ${title}": Send the first part alone, and the rest when it is in.`],
      ],
      ['as many as may be', mail('PATCH bpf 01/15'), 'kept'],
      ['a part of a queue', mail('PATCH 4001/4002'), 'kept'],
      ['a day in place of a number', mail('PATCH 20251014/20251015'), 'kept'],
      ['for a stable kernel', mail('PATCH 6.6.y 001/105'), 'kept'],
      ['another project', qemu('[PATCH 01/16] x'), 'kept'],
    ],
  ],
  [
    titleTwice,
    [
      [
        'twice, in other cases',
        named('1/3', title) + named('2/3', 'bpf: Show it') + named('3/3', 'bpf: count what is dropped'),
        ['warning on "[PATCH bpf-next 3/3] bpf: count what is dropped": '],
      ],
      [
        'the title of the cover letter',
        exampleCover({subject: `[PATCH bpf-next 0/1] ${title}`}) + named('1/1', title),
        'kept',
      ],
      ['titles that differ', named('1/2', title) + named('2/2', `${title} again`), 'kept'],
      ['no titles', named('1/2', '') + named('2/2', ''), 'kept'],
    ],
  ],
];

it('cover-missing names a cover letter that counts otherwise', async () => {
  const text = exampleCover({subject: '[PATCH bpf 0/3] bpf: x'}) + two('PATCH bpf');
  const {judged} = checkSubmission(await readSubmission([{name: 'a.mbox', bytes: Buffer.from(text)}]));
  const messages = judged.flatMap(({findings}) => findings.filter(({rule}) => rule === coverMissing));
  expect(messages.map(({message}) => message)).toEqual([
    'The cover letter says 3 patches of version 1, but these are 2 of version 1. Tools take them for two series, and the HOWTO says that a series must have a cover letter.',
  ]);
});

describe.each(tables.map(([rule, rows]) => [rule.id, rule, rows] as const))('%s', (_id, rule, rows) => {
  it.each(rows)('on %s', async (_name, text, answer) => expect(await answersOf(text, rule)).toEqual(answer));
});
