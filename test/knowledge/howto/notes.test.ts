/**
 * The dated notes: each belongs to an entry that exists, says who and when, and can be looked up.
 */
import {readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {z} from 'zod';
import {splitEntries} from './facts.js';

const root = new URL('../../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const ids = splitEntries(read('knowledge/howto/bpf.rst')).map((entry) => entry.anchor);

/** The shape of `Note` in knowledge/entry.ts, with what its docstrings promise. */
const noteSchema = z.strictObject({
  entry: z.enum(ids),
  author: z.string().min(3),
  date: z.union([z.iso.date(), z.string().regex(/^Linux \d+\.\d+$/)]),
  url: z.url({protocol: /^https$/}),
  text: z.string().min(20).max(400).regex(/\.$/),
});

const notes = z.array(noteSchema).parse(JSON.parse(read('knowledge/howto/notes.json')));

/** What an entry says that a later statement differs from, and the name or address that its notes must bring. */
const differing: [string, RegExp, string][] = [
  ['q-are-patches-applied-to-bpf-next-when-the-merge-window-is-open', /not processed/, '"was never closed"'],
  ['q-are-patches-applied-to-bpf-next-when-the-merge-window-is-open', /~davem/, 'netdev.bots.linux.dev/net-next.html'],
  ['q-how-do-i-indicate-which-tree-bpf-vs-bpf-next-my-patch-should-be-applied-to', /PATCH bpf-next/, 'bpf-next/net'],
  ['q-how-do-the-changes-make-their-way-into-linux', /David S\. Miller/, 'Jakub Kicinski'],
  ['q-what-does-it-mean-when-a-patch-gets-applied-to-bpf-or-bpf-next-tree', /David S\. Miller/, 'Jakub Kicinski'],
  ['q-how-do-i-report-bugs-for-bpf-kernel-code', /Daniel Borkmann/, 'Andrii Nakryiko'],
  ['q-reporting-llvm-bpf-issues', /Daniel Borkmann/, 'Andrii Nakryiko'],
  ['q-reporting-llvm-bpf-issues', /yhs@fb\.com/, 'yonghong.song@linux.dev'],
  ['q-the-bpf-patch-i-am-about-to-submit-needs-to-go-to-stable-as-well', /Never add/, 'Cc: stable@vger.kernel.org'],
  ['q-do-you-accept-patches-as-well-for-iproute2-s-bpf-loader', /patchwork\.ozlabs\.org/, 'patchwork.kernel.org'],
  ['q-queue-stable-patches', /patchwork\.ozlabs\.org/, 'patchwork.kernel.org'],
  ['q-how-to-run-bpf-selftests', /1\.16/, 'pahole 1.26'],
  ['q-what-is-the-minimum-requirement-before-i-submit-my-bpf-patches', /cover letter/, 'only from 3 patches'],
];

describe('notes', () => {
  it('stand in the order of the entries', () => {
    const places = notes.map((note) => ids.indexOf(note.entry));
    expect(places).toEqual(places.toSorted((one, other) => one - other));
  });

  it.each(differing)('of %s answer %s with %s', (id, said, since) => {
    const entry = splitEntries(read('knowledge/howto/bpf.rst')).find(({anchor}) => anchor === id);
    const texts = notes.filter((note) => note.entry === id).map((note) => note.text);
    expect({said: entry?.text.match(said) !== null, since: texts.some((text) => text.includes(since))}).toEqual({
      said: true,
      since: true,
    });
  });

  it('link a dated mail to lore by its Message-ID', () =>
    expect(
      notes.filter(
        ({url}) => url.includes('lore.kernel.org') && !/^https:\/\/lore\.kernel\.org\/r\/\S+@\S+$/.test(url),
      ),
    ).toEqual([]));

  it('do not claim by themselves how bpf-next or net-next stands', () =>
    expect(notes.filter(({text}) => /\b(?:bpf|net)-next is (?:now |currently )?(?:closed|open)\b/i.test(text))).toEqual(
      [],
    ));
});
