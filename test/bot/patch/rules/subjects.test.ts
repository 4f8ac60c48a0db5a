import {describe, expect, it} from 'vitest';
import {botWords} from '../../../../bot/patch/rules/bot-words.js';
import {
  exampleCover,
  exampleDiff,
  exampleFixes,
  exampleMail,
  exampleSignOff,
} from '../../../../bot/patch/rules/example.js';
import {numberOf} from '../../../../bot/patch/rules/number-of.js';
import {patchWord} from '../../../../bot/patch/rules/patch-word.js';
import type {Rule} from '../../../../bot/patch/rules/rule.js';
import {subjectBrackets} from '../../../../bot/patch/rules/subject-brackets.js';
import {titleForm} from '../../../../bot/patch/rules/title-form.js';
import {treeFit} from '../../../../bot/patch/rules/tree-fit.js';
import {treeMissing} from '../../../../bot/patch/rules/tree-missing.js';
import {treeTwo} from '../../../../bot/patch/rules/tree-two.js';
import {treeUnknown} from '../../../../bot/patch/rules/tree-unknown.js';
import {versionForm} from '../../../../bot/patch/rules/version-form.js';
import {versionTwice} from '../../../../bot/patch/rules/version-twice.js';
import {versionV1} from '../../../../bot/patch/rules/version-v1.js';
import {answersOf} from '../../../helpers/rule-answers.js';

const title = 'bpf: Count what is dropped';
const mail = (subject: string) => exampleMail({subject});
const fixed = (subject: string) => exampleMail({subject, trailers: [exampleFixes, exampleSignOff]});
const qemu = exampleMail({subject: '[Qemu-devel] [PATCH] bpf-helper: x', diff: exampleDiff('hw/a.c')});
const in2 = (one: string, two: string) =>
  exampleCover({subject: `[${one} 0/2] ${title}`}) +
  mail(`[${one} 1/2] ${title} once`) +
  mail(`[${two} 2/2] ${title} twice`);

const tables: [Rule, [string, string, 'kept' | string[]][]][] = [
  [
    treeMissing,
    [
      ['a fix', fixed(`[PATCH 1/1] ${title}`), [`error on "[PATCH 1/1] ${title}": [PATCH bpf] ${title}`]],
      ['anything else', mail(`[PATCH v2] ${title}`), [`error on "[PATCH v2] ${title}": [PATCH bpf-next v2] ${title}`]],
      [
        'a series, said once',
        in2('PATCH', 'PATCH'),
        [`error on "[PATCH 0/2] ${title}": [PATCH bpf-next 0/2] ${title}`],
      ],
      [
        'networking, with nothing but BPF',
        mail(`[PATCH net] ${title}`),
        [`remark on "[PATCH net] ${title}": [PATCH bpf] ${title}`],
      ],
      [
        'networking, with its own files',
        exampleMail({subject: `[PATCH net] ${title}`, diff: exampleDiff('net/core/dev.c')}),
        'kept',
      ],
      [
        'a change through the kernel, with a file of BPF',
        exampleMail({
          subject: '[PATCH] mm: Rename',
          diff: ['mm/a.c', 'mm/b.c', 'kernel/bpf/c.c'].map((path) => exampleDiff(path)).join('\n'),
        }),
        'kept',
      ],
      ['a tree that is misspelt', mail(`[PATCH bpfnext] ${title}`), 'kept'],
      ['a tree of others', mail(`[PATCH perf/core] ${title}`), 'kept'],
      ['nothing of BPF', exampleMail({subject: '[PATCH] mm: Count', diff: exampleDiff('mm/slab.c')}), 'kept'],
      ['another project', qemu, 'kept'],
    ],
  ],
  [
    treeUnknown,
    [
      ...['bpfnext', 'bpf_next', 'bpf/for-next', '-next', 'next', 'bpf -next', 'bpf next', 'bpf-nxt'].map(
        (word): [string, string, string[]] => [
          word,
          mail(`[PATCH ${word} v2] ${title}`),
          [`warning on "[PATCH ${word} v2] ${title}": [PATCH bpf-next v2] ${title}`],
        ],
      ),
      ['bpf-next/net, which is one', mail(`[PATCH bpf-next/net] ${title}`), 'kept'],
      ['a tag that is no tree', mail(`[PATCH bpf-next selftests] ${title}`), 'kept'],
      ['-next of others', exampleMail({subject: '[PATCH -next] mm: Count', diff: exampleDiff('mm/slab.c')}), 'kept'],
      [
        'iproute2 in two words',
        exampleMail({subject: '[PATCH iproute2 net-next] ip: Count', diff: exampleDiff('ip/ip.c')}),
        'kept',
      ],
    ],
  ],
  [
    treeTwo,
    [
      ['two in one', mail(`[PATCH bpf bpf-next] ${title}`), [`warning on "[PATCH bpf bpf-next] ${title}": `]],
      ['two in a series', in2('PATCH bpf', 'PATCH bpf-next'), [`warning on "[PATCH bpf-next 2/2] ${title} twice": `]],
      ['one in a series', in2('PATCH bpf', 'PATCH bpf'), 'kept'],
      ['iproute2 net-next', mail(`[PATCH iproute2 net-next] ${title}`), 'kept'],
    ],
  ],
  [
    treeFit,
    [
      [
        'something new for bpf',
        mail('[PATCH bpf] bpf: Add a count'),
        ['warning on "[PATCH bpf] bpf: Add a count": [PATCH bpf-next] bpf: Add a count'],
      ],
      [
        'new in a part',
        mail('[PATCH bpf] selftests/bpf: test: introduce a count'),
        [
          'warning on "[PATCH bpf] selftests/bpf: test: introduce a count": [PATCH bpf-next] selftests/bpf: test: introduce a count',
        ],
      ],
      ['a fix that adds', fixed('[PATCH bpf] bpf: Add a missing check'), 'kept'],
      [
        'a test alone',
        exampleMail({
          subject: '[PATCH bpf] selftests/bpf: Add a test',
          diff: exampleDiff('tools/testing/selftests/bpf/a.c'),
        }),
        'kept',
      ],
      ['a fix for bpf-next', fixed('[PATCH bpf-next] bpf: Add a missing check'), 'kept'],
    ],
  ],
  [
    patchWord,
    [
      [
        'a bare tree',
        mail(`[bpf-next v2] ${title}`),
        [`warning on "[bpf-next v2] ${title}": [PATCH bpf-next v2] ${title}`],
      ],
      [
        'RFC alone',
        mail(`[RFC bpf-next] ${title}`),
        [`warning on "[RFC bpf-next] ${title}": [RFC PATCH bpf-next] ${title}`],
      ],
      ['glued to a version', mail(`[PATCHv2 bpf-next] ${title}`), 'kept'],
    ],
  ],
  [
    versionForm,
    [
      [
        'PATCHv2',
        mail(`[PATCHv2 bpf-next] ${title}`),
        [`warning on "[PATCHv2 bpf-next] ${title}": [PATCH bpf-next v2] ${title}`],
      ],
      ['commas', mail(`[PATCH bpf,v2] ${title}`), [`warning on "[PATCH bpf,v2] ${title}": [PATCH bpf v2] ${title}`]],
      [
        'in the title',
        mail(`[PATCH bpf] ${title} (v2)`),
        [`warning on "[PATCH bpf] ${title} (v2)": [PATCH bpf v2] ${title}`],
      ],
      [
        'before the title',
        mail(`[PATCH bpf] v3: ${title}`),
        [`warning on "[PATCH bpf] v3: ${title}": [PATCH bpf v3] ${title}`],
      ],
      ['commas that nobody trips over', mail(`[PATCH bpf, v2] ${title}`), 'kept'],
      ['as it should be', mail(`[PATCH bpf v2] ${title}`), 'kept'],
    ],
  ],
  [
    versionTwice,
    [
      [
        'the same',
        mail(`[PATCH bpf v2 v2] ${title}`),
        [`error on "[PATCH bpf v2 v2] ${title}": [PATCH bpf v2] ${title}`],
      ],
      ['two', mail(`[PATCHv2 bpf v3] ${title}`), [`error on "[PATCHv2 bpf v3] ${title}": [PATCH bpf v2] ${title}`]],
      ['once', mail(`[PATCH bpf v2] ${title}`), 'kept'],
    ],
  ],
  [
    versionV1,
    [
      ['written', mail(`[PATCH bpf v1] ${title}`), [`remark on "[PATCH bpf v1] ${title}": [PATCH bpf] ${title}`]],
      ['not written', mail(`[PATCH bpf] ${title}`), 'kept'],
    ],
  ],
  [
    numberOf,
    [
      [
        'as Mercurial writes it',
        mail(`[PATCH bpf 1 of 2] ${title}`),
        [`remark on "[PATCH bpf 1 of 2] ${title}": [PATCH bpf 1/2] ${title}`],
      ],
      ['as git writes it', mail(`[PATCH bpf 1/2] ${title}`), 'kept'],
    ],
  ],
  [
    subjectBrackets,
    [
      [
        'one inside',
        mail(`[PATCH [bpf] 1/2] ${title}`),
        [`warning on "[PATCH [bpf] 1/2] ${title}": [PATCH bpf 1/2] ${title}`],
      ],
      ['one too many', mail(`[PATCH bpf]] ${title}`), [`warning on "[PATCH bpf]] ${title}": [PATCH bpf] ${title}`]],
      [
        'one with a tag that is not known',
        mail(`[PATCH bpf,perf]] ${title}`),
        [`warning on "[PATCH bpf,perf]] ${title}": Write one pair of brackets.`],
      ],
      ['brackets in the title', mail('[PATCH bpf] bpf: Count foo[3]'), 'kept'],
    ],
  ],
  [
    titleForm,
    [
      ['a full stop', mail('[PATCH bpf] bpf: Count.'), ['warning on "[PATCH bpf] bpf: Count.": ']],
      ['dots that end it', mail('[PATCH bpf] bpf: Count...'), 'kept'],
      ['no area', mail('[PATCH bpf] Count'), ['warning on "[PATCH bpf] Count": ']],
      ['a long one', mail(`[PATCH bpf] bpf: ${'x'.repeat(71)}`), [`warning on "[PATCH bpf] bpf: ${'x'.repeat(71)}": `]],
      ['one as long as it may be', mail(`[PATCH bpf] bpf: ${'x'.repeat(70)}`), 'kept'],
      ['a revert', mail(`[PATCH bpf] Revert "bpf: ${'x'.repeat(80)}"`), 'kept'],
      ['a cover letter without an area', exampleCover({subject: '[PATCH bpf 0/2] Count and show'}), 'kept'],
      ['several areas', mail('[PATCH bpf] bpf, x86: selftests/bpf: Count'), 'kept'],
      ['another project', qemu, 'kept'],
    ],
  ],
  [
    botWords,
    [
      ['sparse', mail('[PATCH bpf] bpf: Fix sparse warnings'), ['remark on "[PATCH bpf] bpf: Fix sparse warnings": ']],
      ['an area of that name', mail('[PATCH bpf] mm/sparse: Count'), 'kept'],
      ['a longer word', mail('[PATCH bpf] bpf: Make it sparser'), 'kept'],
    ],
  ],
];

describe.each(tables.map(([rule, rows]) => [rule.id, rule, rows] as const))('%s', (_id, rule, rows) => {
  it.each(rows)('on %s', async (_name, text, answer) => expect(await answersOf(text, rule)).toEqual(answer));
});
