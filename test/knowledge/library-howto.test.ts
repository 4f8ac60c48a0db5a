/**
 * The HOWTO as a library gives it: upstream's anchors, phrases and notes at their entries, and plain questions that
 * find them, or are not covered.
 */
import {beforeAll, describe, expect, it} from 'vitest';
import {curate} from '../../knowledge/curation.js';
import type {Knowledge} from '../../knowledge/knowledge.js';
import {loadKnowledge} from '../../knowledge/load.js';
import {readCuration} from '../../knowledge/source/bundled.js';
import {hasShared, shared, sharedNote} from '../helpers/shared.js';

const page = 'https://docs.kernel.org/bpf/bpf_devel_QA.html';

/** An anchor that older copies of upstream lack. */
const newest = 'q-what-bpf-internal-symbol-namespace-is-for';

/** The anchors of upstream in its order, each with questions that it must be the first answer to. */
const anchors: readonly (readonly [string, ...string[]])[] = [
  ['q-how-do-i-report-bugs-for-bpf-kernel-code', 'how do i report a bug', 'i found a kernel bug in bpf'],
  ['q-how-do-i-run-bpf-ci-on-my-changes-before-sending-them-out-for-review', 'can I run the CI before I send?'],
  ['q-to-which-mailing-list-do-i-need-to-submit-my-bpf-patches', 'where do I send my patches?', 'which mailing list'],
  ['q-where-can-i-find-patches-currently-under-discussion-for-bpf-subsystem', 'where is patchwork'],
  ['q-how-do-the-changes-make-their-way-into-linux', 'how do changes get into linus tree'],
  ['q-how-do-i-indicate-which-tree-bpf-vs-bpf-next-my-patch-should-be-applied-to', 'bpf or bpf-next in the subject'],
  ['q-what-does-it-mean-when-a-patch-gets-applied-to-bpf-or-bpf-next-tree', 'my patch was applied, what now'],
  ['q-how-long-do-i-need-to-wait-for-feedback-on-my-bpf-patches', 'how long until someone reviews my patch'],
  [
    'q-how-often-do-you-send-pull-requests-to-major-kernel-trees-like-net-or-net-next',
    'how often are pull requests sent',
  ],
  ['q-are-patches-applied-to-bpf-next-when-the-merge-window-is-open', 'can I send during the merge window'],
  ['q-verifier-changes-and-test-cases', 'do verifier changes need tests'],
  ['q-samples-bpf-preference-vs-selftests', 'samples/bpf or selftests'],
  ['q-when-should-i-add-code-to-the-bpftool', 'when should I change bpftool'],
  ['q-when-should-i-add-code-to-iproute2-s-bpf-loader', 'when should I add code to the iproute2 loader'],
  ['q-do-you-accept-patches-as-well-for-iproute2-s-bpf-loader', 'do you accept iproute2 patches'],
  ['q-what-is-the-minimum-requirement-before-i-submit-my-bpf-patches', 'minimum requirements before submitting'],
  ['q-features-changing-bpf-jit-and-or-llvm', 'my feature changes the JIT'],
  ['q-what-bpf-internal-symbol-namespace-is-for', 'what is BPF_INTERNAL'],
  ['q-i-need-a-specific-bpf-commit-in-stable-kernels-what-should-i-do', 'how do i bckport a fix'],
  [
    'q-do-you-also-backport-to-kernels-not-currently-maintained-as-stable',
    'do you backport to old unmaintained kernels',
  ],
  ['q-the-bpf-patch-i-am-about-to-submit-needs-to-go-to-stable-as-well', 'my patch needs to go to stable as well'],
  ['q-queue-stable-patches', 'where is the stable queue'],
  ['q-how-to-run-bpf-selftests', 'how do i run selftests', 'how do I run the selftsets'],
  ['q-which-bpf-kernel-selftests-version-should-i-run-my-kernel-against', 'which selftests version for my kernel'],
  ['q-where-do-i-find-llvm-with-bpf-support', 'where do I get llvm with bpf'],
  ['q-got-it-so-how-do-i-build-llvm-manually-anyway', 'how do i build llvm'],
  ['q-reporting-llvm-bpf-issues', 'where to report llvm bugs'],
  ['q-new-bpf-instruction-for-kernel-and-llvm', 'how do I bring my new bpf instruction into llvm'],
  ['q-clang-flag-for-target-bpf', 'clang --target=bpf or default target'],
];

const foreign = [
  '',
  ' \n\t',
  '?',
  '...',
  '😀',
  'مرحبا',
  'asdfgh',
  'what is the capital of france',
  'tell me a joke',
  'weather tomorrow',
  'how do i install docker',
];

const ids = ({entries}: Knowledge): readonly string[] => entries.map(({id}) => id);

describe('the bundled HOWTO', () => {
  let knowledge: Knowledge;
  beforeAll(async () => {
    ({knowledge} = await loadKnowledge([{type: 'bundled'}]));
  });

  it('has the anchors of upstream in its order', () => expect(ids(knowledge)).toEqual(anchors.map(([id]) => id)));

  it('has no problems', () => {
    expect(knowledge.documents.map(({name, url, problems}) => ({name, url, problems}))).toEqual([
      {name: 'bpf.rst', url: page, problems: []},
    ]);
  });

  it.each(anchors)('leads from %s to its page, its phrases and its notes', async (id) => {
    const {phrases, notes} = await readCuration();
    const entry = knowledge.entry(id);
    if (!entry) throw new Error(`${id} is no entry`);
    expect(entry.origin.url).toBe(`${page}#${id}`);
    expect(curate(phrases, notes).phrasesOf(entry.id).length).toBeGreaterThanOrEqual(40);
    expect(knowledge.notes(entry.id)).toEqual(notes.filter((note) => note.entry === id));
  });

  it('shows each note once', async () => {
    const shown = knowledge.entries.flatMap(({id}) => knowledge.notes(id));
    expect(shown.length).toBe((await readCuration()).notes.length);
  });

  it.each(anchors.flatMap(([id, ...questions]) => questions.map((question) => [question, id] as const)))(
    'finds for "%s" %s',
    (question, id) => {
      const {outcome, matches} = knowledge.search(question);
      expect({id: matches[0]?.entry.id, isCovered: outcome !== 'none'}).toEqual({id, isCovered: true});
    },
  );

  it.each(foreign)('covers not "%s"', (question) => expect(knowledge.search(question).outcome).toBe('none'));

  it('has no entry and no relatives for an id that it does not know', () => {
    const [first] = knowledge.entries;
    if (!first) throw new Error('it has no entries');
    const unknown = 'constructor' as typeof first.id;
    expect([knowledge.entry(unknown), knowledge.notes(unknown), knowledge.related(unknown, 3)]).toEqual([
      undefined,
      [],
      [],
    ]);
    const related = knowledge.related(first.id, 3);
    expect(related.length).toBe(3);
    expect(related).not.toContain(first);
  });
});

describe.skipIf(!hasShared)(`copies of upstream${sharedNote}`, () => {
  it.each([
    ['sound', 'bpf_devel_QA.nearest.rst', false],
    ['damaged, so that no link of it is to be opened', 'bpf_devel_QA.seed.rst', true],
  ])('%s: every anchor but the newest, with its phrases and notes', async (_what, name, isDamaged) => {
    const {knowledge, failures} = await loadKnowledge([{type: 'path', path: shared(`howto/${name}`)}]);
    const {phrases, notes} = await readCuration();
    const curated = curate(phrases, notes);
    // The list of phrases that an entry reached tells its anchor, also where its own letters were swapped.
    const anchorByPhrases = new Map(Object.entries(phrases).map(([anchor, list]) => [list, anchor]));
    const found = knowledge.entries.map(({id}) => anchorByPhrases.get(curated.phrasesOf(id)));
    expect({found, failures}).toEqual({found: anchors.map(([id]) => id).filter((id) => id !== newest), failures: []});
    expect(knowledge.entries.flatMap(({id}) => knowledge.notes(id))).toEqual(notes);
    expect(knowledge.documents.map(({damage}) => damage !== undefined)).toEqual([isDamaged]);
    expect(knowledge.entries.map(({origin}) => origin.url)).toEqual(
      knowledge.entries.map(({id}) => (isDamaged ? undefined : `${page}#${id}`)),
    );
  });
});
