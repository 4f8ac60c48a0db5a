/**
 * Holds the bundled HOWTO to Linux 7.2: the same entries, the same facts, none of its sentences.
 */
import {existsSync, readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {z} from 'zod';
import {factsLost, sharedRuns, splitEntries} from './facts.js';

const root = new URL('../../../', import.meta.url);
const shared = new URL(`${process.env.BPF_HOWTO_SHARED ?? '../shared'}/`, root);
const upstreamFile = new URL('howto/bpf_devel_QA.v7.2.rst', shared);

/** `ours`: stands in our text alone. `upstream`: stands in the kernel's text alone. */
const differencesSchema = z.array(
  z.strictObject({
    entry: z.string(),
    fact: z.string(),
    side: z.enum(['ours', 'upstream']),
    reason: z.string().min(20),
  }),
);

const differences = differencesSchema.parse(
  JSON.parse(readFileSync(new URL('test/fixtures/howto/fact-differences.json', root), 'utf8')),
);
const ours = readFileSync(new URL('knowledge/howto/bpf.rst', root), 'utf8');
const entries = splitEntries(ours);

describe('the bundled HOWTO', () => {
  it('answers 29 questions, each under a target of its own', () =>
    expect([entries.length, new Set(entries.map((entry) => entry.anchor)).size]).toEqual([29, 29]));

  it.each(entries)('opens the answer of $anchor with A:', ({text}) => {
    const [heading, underline, blank, answer] = text.split('\n');
    expect({question: heading?.slice(0, 3), underline, blank, answer: answer?.slice(0, 3)}).toEqual({
      question: 'Q: ',
      underline: '-'.repeat(heading?.length ?? 0),
      blank: '',
      answer: 'A: ',
    });
  });

  it('has headings that fit into a choice of 100 characters', () =>
    expect(entries.map(({text}) => text.split('\n')[0] ?? '').filter((heading) => heading.length > 100)).toEqual([]));
});

const absent = !existsSync(upstreamFile);

describe.skipIf(absent)(`the bundled HOWTO beside Linux 7.2${absent ? ' (skipped: its text is absent)' : ''}`, () => {
  const theirs = absent ? '' : readFileSync(upstreamFile, 'utf8');
  const upstream = new Map(splitEntries(theirs).map((entry) => [entry.anchor, entry.text]));
  const reviewed = (anchor: string, side: 'ours' | 'upstream') =>
    differences.filter((row) => row.entry === anchor && row.side === side).map((row) => row.fact);

  it('has the anchors of upstream in its order', () =>
    expect(entries.map((entry) => entry.anchor)).toEqual([...upstream.keys()]));

  it.each(entries)('keeps every fact of $anchor', ({anchor, text}) =>
    expect(factsLost(upstream.get(anchor) ?? '', text).map((fact) => fact.value)).toEqual(reviewed(anchor, 'upstream')),
  );

  it.each(entries)('adds no fact to $anchor', ({anchor, text}) =>
    expect(factsLost(text, upstream.get(anchor) ?? '').map((fact) => fact.value)).toEqual(reviewed(anchor, 'ours')),
  );

  it('shares no run of 8 words with it', () => expect(sharedRuns(ours, theirs, 8)).toEqual([]));
});
