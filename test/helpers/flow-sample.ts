/**
 * One of everything that running text can hold, to look at on every platform.
 */
import type {RootContent} from 'mdast';
import {parseRst} from '../../knowledge/parse/index.js';

const source = `
Send *one* patch, **two** patches or \`\`git send-email\`\` them to \`the list <https://lore.kernel.org/bpf/>\`_ or
bpf@vger.kernel.org; see \`\`linux-*.y\`\`, \`\`arch/*/net/\`\`, \`\`bpf-next_base\`\` and <ast@kernel.org>, below the \`\`---\`\`.

* a bullet whose text is long enough that it has to be broken, so that one can see where its second line begins

  a second paragraph of it

  * deeper

    1. one
    2. two

       a. letters

  * deeper again

* a bullet with code::

    git am --abort
      indented

* the last

1. a step
2. a step with code::

     make -C tools/testing/selftests/bpf

   and words after it
3. the last step

4. a step of its own

   - with bullets

A. letters
B. more letters

term
  What it means.

other term
  What that means::

    code

:Author: Ada
:Date: today

| a line
| another line

.. note::

   Mind this.

   - and that

.. warning:: Not this.

..

    A quote,
    on two lines.

    -- Somebody

===== ===========
tree  for
===== ===========
bpf   fixes
x     everything
===== ===========

Words with a footnote [1]_.

.. [1] The footnote.

----

The end.
`;

export const flowSample: readonly RootContent[] = parseRst(source).tree.children;
