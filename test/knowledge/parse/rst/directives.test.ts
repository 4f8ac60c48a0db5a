/** Directives and what is left of them for a reader. */
import {describe} from 'vitest';
import {testRows} from '../../../helpers/rst.js';

describe('admonitions', () => {
  testRows([
    [
      'text behind the name',
      ['.. note:: text', '   goes on'],
      ['quote admonition note', '  p **Note**', '  p text goes on'],
    ],
    [
      'text below',
      ['.. warning::', '', '   one', '', '   two'],
      ['quote admonition warning', '  p **Warning**', '  p one', '  p two'],
    ],
    ['text below without a blank line', ['.. tip::', '   one'], ['quote admonition tip', '  p **Tip**', '  p one']],
    [
      'a list below',
      ['.. note::', '', '   - one', '   - two'],
      ['quote admonition note', '  p **Note**', '  bullets', '    item', '      p one', '    item', '      p two'],
    ],
    ['any case of letters', ['.. NOTE:: text'], ['quote admonition note', '  p **Note**', '  p text']],
    [
      'a title of its own',
      ['.. admonition:: My *title*', '', '   text'],
      ['quote admonition admonition', '  p **My *title***', '  p text'],
    ],
    ['a topic', ['.. topic:: T', '', '   text'], ['quote admonition topic', '  p **T**', '  p text']],
    [
      'see also',
      ['.. seealso:: name_', '', '.. _name: https://a.example/'],
      [
        'quote admonition seealso',
        '  p **See also**',
        '  p [name](https://a.example/ named-target)',
        'target name -> https://a.example/',
      ],
    ],
    [
      'in a list',
      ['- .. note:: text', '- two'],
      ['bullets', '  item', '    quote admonition note', '      p **Note**', '      p text', '  item', '    p two'],
    ],
  ]);
});

describe('code', () => {
  testRows([
    [
      'a language',
      ['.. code-block:: c', '', '   int x;', '', '     int y;'],
      ['code c directive "int x;\\n\\n  int y;"'],
    ],
    ['no language', ['.. code-block::', '', '   x'], ['code directive "x"']],
    ['an older name', ['.. code:: sh', '', '   x'], ['code sh directive "x"']],
    ['options', ['.. code-block:: c', '   :linenos:', '   :caption: x.c', '', '   x'], ['code c directive "x"']],
    ['no markup in it', ['.. code-block:: none', '', '   *a* .. b::'], ['code none directive "*a* .. b::"']],
    ['mathematics', ['.. math::', '', '   x^2'], ['code directive "x^2"']],
    ['raw text', ['.. raw:: html', '', '   <b>x</b>'], ['code raw "<b>x</b>"']],
  ]);
});

describe('images', () => {
  testRows([
    ['an image', ['.. image:: a.png', '   :alt: a bee'], ['p ![a bee](a.png)']],
    [
      'a figure',
      ['.. figure:: a.svg', '', '   The caption', '', '   A legend'],
      ['p ![](a.svg)', 'caption The caption', 'p A legend'],
    ],
    [
      'of the kernel',
      ['.. kernel-figure:: a.dot', '   :alt: x', '', '   The caption'],
      ['p ![x](a.dot)', 'caption The caption'],
    ],
  ]);
});

describe('what readers do not see', () => {
  testRows([
    ['a table of contents', ['.. contents::', '   :local:', '   :depth: 2', '', 'text'], ['p text']],
    ['a tree of documents', ['.. toctree::', '   :maxdepth: 1', '', '   a', '   b'], []],
    ['an index', ['.. index:: a, b', '', 'text'], ['p text']],
    [
      'a comment',
      ['.. a comment', '   goes on', '', '   and on', 'text'],
      ['comment a comment\ngoes on\n\nand on', 'p text'],
    ],
    ['a comment that only looks like a directive', ['.. note: text'], ['comment note: text']],
    [
      'a licence',
      ['.. SPDX-License-Identifier: GPL-2.0', '', 'text'],
      ['comment SPDX-License-Identifier: GPL-2.0', 'p text'],
    ],
    ['an end of a comment inside it', ['.. a --> b'], ['comment a -- > b']],
    ['two dots in text', ['..text'], ['p ..text']],
  ]);
});

describe('others', () => {
  testRows([
    ['a rubric', ['.. rubric:: *Words*'], ['rubric *Words*']],
    ['only for some readers', ['.. only:: html', '', '   text'], ['p text']],
    ['a version', ['.. versionadded:: 6.1'], ['p New in version 6.1']],
    [
      'a function',
      ['.. c:function:: int f(int x)', '', '   What it does.'],
      ['term `int f(int x)`', 'p What it does.'],
    ],
    ['a quote', ['.. epigraph::', '', '   text'], ['p text']],
    [
      'not known',
      ['.. strange:: words', '', '   - text'],
      ['p words', 'bullets', '  item', '    p text'],
      ['1:1 the directive `strange`'],
    ],
    ['not known and empty', ['.. strange::', '', 'text'], ['p text'], ['1:1 the directive `strange`']],
    ['text of another file', ['.. include:: a.rst'], [], ['1:1 the directive `include`']],
    [
      'an option that it has not',
      ['.. image:: a.png', '   :strange: x'],
      ['p ![](a.png)'],
      ['2:4 the option `strange` of `image`'],
    ],
    [
      'directives one after the other',
      ['.. note:: a', '.. tip:: b'],
      ['quote admonition note', '  p **Note**', '  p a', 'quote admonition tip', '  p **Tip**', '  p b'],
    ],
  ]);
});
