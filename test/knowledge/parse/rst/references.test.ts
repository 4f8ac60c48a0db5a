/** Targets of every form, the references that lead to them, footnotes and substitutions. */
import {describe, expect, test} from 'vitest';
import {parseRst} from '../../../../knowledge/parse/index.js';
import {testRows} from '../../../helpers/rst.js';

const a = 'https://a.example/';

describe('targets', () => {
  testRows([
    ['a name', ['See name_.', '', `.. _name: ${a}`], [`p See [name](${a} named-target).`, `target name -> ${a}`]],
    [
      'any case of letters',
      ['See NAME_.', '', `.. _Name: ${a}`],
      [`p See [NAME](${a} named-target).`, `target name -> ${a}`],
    ],
    [
      'a phrase',
      ['`Two  words`_', '', `.. _two words: ${a}`],
      [`p [Two  words](${a} named-target)`, `target two words -> ${a}`],
    ],
    [
      'a phrase with a slash and a colon',
      ['`samples/bpf/: what`_', '', `.. _\`samples/bpf/: what\`: ${a}`],
      [`p [samples/bpf/: what](${a} named-target)`, `target samples/bpf/: what -> ${a}`],
    ],
    [
      'a slash without back-quotes',
      ['`samples/bpf/`_', '', `.. _samples/bpf/: ${a}`],
      [`p [samples/bpf/](${a} named-target)`, `target samples/bpf/ -> ${a}`],
    ],
    [
      'an escaped colon in the name',
      ['`a: b`_', '', `.. _a\\: b: ${a}`],
      [`p [a: b](${a} named-target)`, `target a: b -> ${a}`],
    ],
    [
      'an address on the next line',
      ['name_', '', '.. _name:', `   ${a}`],
      [`p [name](${a} named-target)`, `target name -> ${a}`],
    ],
    [
      'an address on two lines',
      ['name_', '', `.. _name: ${a}`, '   b/c'],
      [`p [name](${a}b/c named-target)`, `target name -> ${a}b/c`],
    ],
    [
      'a mail address',
      ['bpf_', '', '.. _bpf: bpf@vger.kernel.org'],
      ['p [bpf](mailto:bpf@vger.kernel.org named-target)', 'target bpf -> mailto:bpf@vger.kernel.org'],
    ],
    [
      'by way of another name',
      ['one_', '', '.. _one: two_', `.. _two: ${a}`],
      [`p [one](${a} named-target)`, `target one -> ${a}`, `target two -> ${a}`],
    ],
    [
      'by way of a phrase',
      ['one_', '', '.. _one: `two words`_', `.. _two words: ${a}`],
      [`p [one](${a} named-target)`, `target one -> ${a}`, `target two words -> ${a}`],
    ],
    [
      'in a circle',
      ['one_', '', '.. _one: two_', '.. _two: one_'],
      ['p one', 'target one -> ', 'target two -> '],
      ['1:1 the reference `one`'],
    ],
    [
      'one after the other to one address',
      ['one_ two_', '', '.. _one:', `.. _two: ${a}`],
      [`p [one](${a} named-target) [two](${a} named-target)`, `target one -> ${a}`, `target two -> ${a}`],
    ],
    [
      'a place in the document',
      ['place_', '', '.. _place:', '', 'here'],
      ['p [place](#place internal-section)', 'label place -> #place', 'p here'],
    ],
    [
      'inside a line',
      ['An _`inline target` here, see `inline target`_.'],
      ['p An inline target here, see [inline target](#inline-target internal-section).'],
    ],
    [
      'nameless',
      ['See `this`__ and that__.', '', `.. __: ${a}1`, `__ ${a}2`],
      [`p See [this](${a}1 named-target) and [that](${a}2 named-target).`, `target __ -> ${a}1`, `target __ -> ${a}2`],
    ],
    ['a nameless reference too many', ['that__'], ['p that'], ['1:1 an anonymous reference']],
    [
      'a title',
      ['Some Title', '==========', '', '`some title`_'],
      ['h1 Some Title #some-title', 'p [some title](#some-title internal-section)'],
    ],
    [
      'an explicit target before a title of the same name',
      ['Name', '====', '', 'name_', '', `.. _name: ${a}`],
      ['h1 Name #name', `p [name](${a} named-target)`, `target name -> ${a}`],
    ],
    [
      'the same name twice',
      ['.. _name: https://a.example/', '.. _name: https://b.example/'],
      ['target name -> https://a.example/', 'target name -> https://b.example/'],
      ['2:1 a second target named name'],
    ],
    [
      'no target',
      ['nowhere_ and `no where`_'],
      ['p nowhere and no where'],
      ['1:1 the reference `nowhere`', '1:14 the reference `no where`'],
    ],
  ]);
});

describe('references with an address of their own', () => {
  testRows([
    ['words and an address', [`\`words <${a}>\`_`], [`p [words](${a} embedded)`]],
    [
      'twice, without a name',
      [`\`words <${a}b>\`__ \`words <${a}c>\`__`],
      [`p [words](${a}b embedded) [words](${a}c embedded)`],
    ],
    [
      'used again by its words',
      [`\`words <${a}>\`_, words_`],
      [`p [words](${a} embedded), [words](${a} named-target)`],
    ],
    ['across a line', ['`some words', `<${a}>\`_`], [`p [some words](${a} embedded)`]],
    ['an address alone', [`\`<${a}>\`_`], [`p [${a}](${a} embedded)`]],
    ['a mail address', ['`mail <bpf@vger.kernel.org>`_'], ['p [mail](mailto:bpf@vger.kernel.org embedded)']],
    ['a name', [`\`words <name_>\`_`, '', `.. _name: ${a}`], [`p [words](${a} named-target)`, `target name -> ${a}`]],
    [
      'an underscore of the address',
      ['`words <https://a.example/b\\_>`_'],
      ['p [words](https://a.example/b_ embedded)'],
    ],
    ['no space before the bracket', ['`words<x>`_'], ['p words<x>'], ['1:1 the reference `words<x>`']],
  ]);
});

describe('footnotes', () => {
  testRows([
    [
      'a number',
      ['See [1]_.', '', '.. [1] The note', '   goes on.'],
      ['p See [^1].', 'footnote 1', '  p The note goes on.'],
    ],
    [
      'numbered by itself',
      ['A [#]_ b [#]_', '', '.. [#] one', '.. [#] two'],
      ['p A [^1] b [^2]', 'footnote 1', '  p one', 'footnote 2', '  p two'],
    ],
    ['by a name', ['A [#n]_ b [#n]_', '', '.. [#n] one'], ['p A [^1] b [^1]', 'footnote n shown 1', '  p one']],
    [
      'a number that is taken',
      ['[#]_ [1]_', '', '.. [1] one', '.. [#] two'],
      ['p [^2] [^1]', 'footnote 1', '  p one', 'footnote 2', '  p two'],
    ],
    ['a symbol', ['A [*]_', '', '.. [*] one'], ['p A [^*]', 'footnote *', '  p one']],
    [
      'a citation',
      ['See [KR88]_.', '', '.. [KR88] The book'],
      ['p See [^KR88].', 'footnote kr88 shown KR88', '  p The book'],
    ],
    [
      'several blocks',
      ['.. [1] one', '', '   two', '', '   - three'],
      ['footnote 1', '  p one', '  p two', '  bullets', '    item', '      p three'],
    ],
    ['no note', ['A [1]_'], ['p A [^1]'], ['1:3 the footnote reference `[1]_`']],
    ['no reference', ['a[1] and [bpf-next] and x[1]_y'], ['p a[1] and [bpf-next] and x[1]_y']],
  ]);
});

describe('substitutions', () => {
  testRows([
    [
      'text',
      ['.. |x| replace:: some *text*', '', 'A |x| b'],
      ['comment |x| replace:: some *text*', 'p A some *text* b'],
    ],
    ['defined later', ['A |x| b', '', '.. |x| replace:: y'], ['p A y b', 'comment |x| replace:: y']],
    ['signs', ['|copy|', '', '.. |copy| unicode:: U+00A9'], ['p ©', 'comment |copy| unicode:: U+00A9']],
    [
      'an image',
      ['|logo|', '', '.. |logo| image:: a.png', '   :alt: a bee'],
      ['p ![a bee](a.png)', 'comment |logo| image:: a.png'],
    ],
    ['not defined', ['A |x| b'], ['p A |x| b'], ['1:3 the substitution `|x|`']],
    [
      'in a circle',
      ['|x|', '', '.. |x| replace:: |x|'],
      ['p |x|', 'comment |x| replace:: |x|'],
      ['3:18 the substitution `|x|`'],
    ],
  ]);
});

test('sixty definitions that double each other stay small', () => {
  const lines = Array.from({length: 60}, (_, index) => `.. |x${index}| replace:: |x${index + 1}| |x${index + 1}|`);
  const {tree} = parseRst([...lines, '.. |x60| replace:: end', '', '|x0|'].join('\n'));
  expect(JSON.stringify(tree).length).toBeLessThan(2_000_000);
});
