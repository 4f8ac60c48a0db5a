/** Inline markup: what it becomes, and where it is only text. */
import {describe, expect, test} from 'vitest';
import {parseRst} from '../../../../knowledge/parse/index.js';
import {testInlines, testRows} from '../../../helpers/rst.js';

describe('emphasis', () => {
  testInlines([
    ['*one* and **two**', '*one* and **two**'],
    ['*two words*.', '*two words*.'],
    ['(*one*), "**two**"', '(*one*), "**two**"'],
    ['*across\nlines*', '*across lines*'],
    ['2 * x and y * z', '2 * x and y * z'],
    ['a*b*c', 'a*b*c'],
    ['"*" and (*) and \'**\'', '"*" and (*) and \'**\''],
    ['\\*one*', '*one*'],
    ['*one\\* two*', '*one* two*'],
    ['re\\ *mark*\\ able', 're*mark*able'],
    ['**bold*star**', '**bold*star**'],
    ['*a `b` c*', '*a `b` c*'],
    ['x86-*32*', 'x86-*32*'],
  ]);
});

describe('literals', () => {
  testInlines([
    ['``code``', '`code`'],
    ['``a `b` c``', '`a `b` c`'],
    ['``a\\nb``', '`a\\nb`'],
    ['``\\``', '`\\`'],
    ['``two\nlines``', '`two lines`'],
    ['``*not* |this|``', '`*not* |this|`'],
    ['(``code``)', '(`code`)'],
    ['``a``-b', '`a`-b'],
    ['"``"', '"``"'],
    ['``git diff --stat``, then', '`git diff --stat`, then'],
    ['``a``\\ s', '`a`s'],
  ]);
});

describe('roles', () => {
  testInlines([
    ['`a title`', '*a title*'],
    [':emphasis:`a` :strong:`b` :literal:`c`', '*a* **b** `c`'],
    ['`a`:strong:', '**a**'],
    [':c:func:`bpf_prog_load()` and :c:type:`x`', '`bpf_prog_load()` and `x`'],
    [':sup:`2` H\\ :sub:`2`\\ O', '2 H2O'],
    [':doc:`maintainer-netdev`', '[maintainer-netdev](maintainer-netdev role-doc)'],
    [':doc:`the FAQ </process/maintainer-netdev>`', '[the FAQ](/process/maintainer-netdev role-doc)'],
    [':ref:`words <elsewhere>`', 'words'],
    [':rfc:`9669`', '[RFC 9669](https://www.rfc-editor.org/rfc/rfc9669 url)'],
    [':file:`Makefile` :kbd:`Ctrl-C` :command:`make`', '`Makefile` `Ctrl-C` `make`'],
    ['a:b:`c`', 'a:b:*c*'],
    [':a b:`c`', ':a b:*c*'],
  ]);

  testRows([
    ['an unknown role keeps its words', [':new:`words`'], ['p words'], ['1:1 the role `new`']],
    [
      'a label shows its title',
      ['.. _there:', '', 'The Title', '=========', '', 'See :ref:`there`.'],
      ['label there -> #there', 'h1 The Title #the-title #there', 'p See [The Title](#there internal-section).'],
    ],
    [
      'a label with words',
      ['.. _there:', '', 'T', '=', '', ':ref:`words <there>`'],
      ['label there -> #there', 'h1 T #t #there', 'p [words](#there internal-section)'],
    ],
  ]);
});

describe('what never closes', () => {
  testRows([
    ['a star', ['an *open star'], ['p an *open star'], ['1:4 `*` that opens']],
    ['two stars', ['a **b'], ['p a **b'], ['1:3 `**` that opens']],
    ['a back-quote', ['a `b'], ['p a `b'], ['1:3 a back-quote that opens']],
    ['two back-quotes', ['a ``b'], ['p a ``b'], ['1:3 "``" that opens']],
    ['a bar', ['a |b'], ['p a |b'], ['1:3 `|` that opens']],
    ['a paragraph ends it', ['a ``b', '', 'c`` d'], ['p a ``b', 'p c`` d'], ['1:3 "``" that opens']],
  ]);
});

describe('escapes and words', () => {
  testInlines([
    ['\\\\', '\\'],
    ['a\\b', 'ab'],
    ['a\\ b', 'ab'],
    ['a_b __init__ _x', 'a_b __init__ _x'],
    ['snake_case_name', 'snake_case_name'],
    ['\\name_', 'name_'],
    ['name\\_', 'name_'],
    ['5|6 and a||b', '5|6 and a||b'],
    ['[PATCH bpf-next v2 0/3]', '[PATCH bpf-next v2 0/3]'],
    ['a [b] c', 'a [b] c'],
    ['x <y> z', 'x <y> z'],
    ['&amp; stays', '&amp; stays'],
  ]);
});

test('nodes of a line have their places, whatever was escaped before', () => {
  const [paragraph] = parseRst('\\*a\nb *c* ``d``').tree.children;
  const places =
    paragraph?.type === 'paragraph'
      ? paragraph.children.map(({position}) => [position?.start.offset, position?.end.offset])
      : [];
  expect(places).toEqual([
    [0, 6],
    [6, 9],
    [9, 10],
    [10, 15],
  ]);
});
