/** The measure itself: a lost fact and a copied sentence must be seen. */
import {describe, expect, it} from 'vitest';
import {commandLines, docutilsId, factsLost, factsOf, sharedRuns, splitEntries} from './facts.js';

const document = `
Part
====

.. _q-old-name:

Q: New name?
------------

A: Yes.

Q: What's "B_C" for?
--------------------
A: No.

.. _selftests:
   https://example.org/
`;

const facts: [string, string[]][] = [
  ['Write to bpf@vger.kernel.org.', ['mail bpf@vger.kernel.org']],
  ['See http://example.org/?state=* now', ['url http://example.org/?state=*']],
  ['Read Documentation/bpf/btf.rst.', ['document Documentation/bpf/btf.rst']],
  ['Add ``Cc:\n  stable@vger.kernel.org`` never', ['literal Cc: stable@vger.kernel.org']],
  ['1. version 1.16.\n2. since v1.13', ['number 1.16', 'number v1.13']],
  ['test_verifier.c', ['identifier test_verifier.c']],
  ['David S.\nMiller runs netdev', ['name David S. Miller', 'name netdev']],
  ['commit 21507cd3e97b ("add it")', ['commit 21507cd3e97b ("add it")', 'number 21507cd3e97b']],
];

const losses: [string, string, string[]][] = [
  ['Write to netdev@vger.kernel.org', 'Write to bpf@vger.kernel.org', ['netdev@vger.kernel.org']],
  ['Use ``make``', 'Use make', []],
  ['Run::\n\n  $ make -j4\n\nDone', 'Run::\n\n  $ make -j8\n\nDone', ['$ make -j4', 'j4']],
  ['v2 or v3', 'v2', ['v3']],
];

describe('facts', () => {
  it('splits a document at its questions', () =>
    expect(splitEntries(document).map(({anchor}) => anchor)).toEqual(['q-old-name', 'q-what-s-b-c-for']));
  it('makes ids like docutils', () =>
    expect(docutilsId("Q: When should I add code to iproute2's BPF loader?")).toBe(
      'q-when-should-i-add-code-to-iproute2-s-bpf-loader',
    ));
  it('reads the lines of a literal block', () =>
    expect(commandLines('- Run::\n\n    $ a  b\n\n    $ c\n\n  Then d.\n')).toEqual(['$ a b', '$ c']));
  it.each(facts)('reads %j', (text, found) =>
    expect(factsOf(text).map(({kind, value}) => `${kind} ${value}`)).toEqual(found),
  );
  it.each(losses)('misses what %j has and %j has not', (from, to, lost) =>
    expect(factsLost(from, to).map((fact) => fact.value)).toEqual(lost),
  );
  it('sees a copied sentence across line breaks and case', () =>
    expect(sharedRuns('We hold that\nthis is so.', 'and we hold THAT this is', 5)).toEqual(['we hold that this is']));
  it('takes a shared command for no copy', () =>
    expect(sharedRuns('Run ``make one two three`` now', 'Run ``make one two three`` now', 3)).toEqual([]));
});
