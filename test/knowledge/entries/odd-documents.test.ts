/**
 * Documents that ask in other ways than the HOWTO: one fixture an oddity, named for it.
 */
import {readFileSync} from 'node:fs';
import type {Nodes} from 'mdast';
import {describe, expect, it} from 'vitest';
import {entriesOf} from '../../../knowledge/entries/index.js';
import {parseDocument} from '../../../knowledge/parse/index.js';

/** Blocks as one line each, a bar between; enough to see what belongs to an answer. */
function words(node: Nodes): string {
  if ('value' in node) return node.value;
  if (!('children' in node)) return '';
  const isInline = ['paragraph', 'link', 'strong', 'emphasis', 'heading'].includes(node.type);
  return node.children.map(words).join(isInline ? '' : ' | ');
}

async function read(name: string): Promise<unknown[]> {
  const text = readFileSync(new URL(`../../fixtures/entries/${name}`, import.meta.url), 'utf8');
  const {entries} = entriesOf(await parseDocument(name, text), {name, url: 'https://docs.kernel.org/hints/hints.html'});
  return entries.map(({id, section, question, answer, origin}) => [
    origin.line,
    id,
    section.join(' > '),
    question,
    words(answer),
  ]);
}

const blank = ['q-why-is-the-page-blank', '', 'Why is the page blank?'];
const blinks = ['q-why-does-the-tray-blink', '', 'Why does the tray blink?'];
const where = ['q-where-is-paper', '', 'Where is paper?'];
const empty = 'The cartridge is empty.';

describe('documents that ask in other ways', () => {
  it.each([
    [
      'answers-parted-by-or.rst',
      [
        [4, ...blank, `${empty} | OR | The page is too thin.`],
        [14, ...blinks, 'It wants paper.'],
      ],
    ],
    [
      'bold-marks.md',
      [
        [3, ...blank, empty],
        [7, ...blinks, 'It wants paper.'],
        [13, ...where, 'In the Q: cellar.'],
      ],
    ],
    [
      'marks-without-blank-lines.rst',
      [
        [4, ...blank, empty],
        [6, 'q-why-does-the-tray-blink', '', 'Why does the tray blink', 'It wants paper.'],
        [6, ...where, 'In the cellar.'],
      ],
    ],
    ['remark-below-an-indented-answer.txt', [[1, ...where, 'In the cellar.']]],
    ['remark-after-targets.rst', [[4, ...blank, 'See the page.']]],
    [
      'dialogue-in-a-quote.rst',
      [
        [7, 'q-why-is-the-page-blank', 'Problems', 'Why is the page blank?', empty],
        [13, 'sizes', '', 'Sizes', 'A4 only.'],
      ],
    ],
    [
      'field-list.rst',
      [
        [4, ...blank, empty],
        [6, ...where, 'In the cellar.'],
      ],
    ],
    [
      'links-and-anchors.rst',
      [
        [
          12,
          'trays',
          'Paper',
          'Trays',
          'A: is a size of paper, and so is A4. See Documentation/paper.rst and /ink/black, white, Documentation/old.txt, Ink.',
        ],
        [17, 'ink', '', 'Ink', 'Ink is black.'],
        [21, 'id2', '', 'Ink', 'And blue.'],
      ],
    ],
    ['lettered-list.rst', [[5, ...blank, empty]]],
    [
      'marks-in-inline-code.rst',
      [
        [
          4,
          'q-how-does-a-page-of-questions-look',
          '',
          'How does a page of questions look?',
          'Like this: | Q: why?\nA: because. | The line A: because. ends it.',
        ],
      ],
    ],
    [
      'numbered-questions.rst',
      [
        [4, ...blank, empty],
        [8, 'q-the-tray-blinks', '', 'The tray blinks.', 'It wants paper.'],
        [12, ...where, 'In the cellar.'],
      ],
    ],
    [
      'numbered-steps.rst',
      [[1, 'hints', '', 'Hints', 'Printing runs in steps. | Q1. | The page is taken. | Q2. | The page is printed.']],
    ],
    [
      'questions-as-terms.rst',
      [
        [4, ...blank, `${empty} | Fill it.`],
        [
          13,
          'q-where-do-i-find-paper',
          '',
          'Where do I find paper?',
          'In the cellar: | second door | Take the stairs. | This line stands at the margin and still belongs to the answer, because it says more than a closing word would.',
        ],
      ],
    ],
    [
      'runs-on-without-a-mark.rst',
      [
        [4, 'q-the-page-is-blank-and-i-am-late', '', 'The page is blank and I am late. What do I do?', 'Take a pen.'],
        [10, 'q-the-tray-blinks', '', 'The tray blinks. Is that bad?', 'No.'],
      ],
    ],
    [
      'questions-without-headings.txt',
      [
        [3, ...blank, empty],
        [7, ...blinks, 'Give it paper: | A4 only | It stops then.'],
      ],
    ],
    [
      'questions-without-blank-lines.rst',
      [
        [
          4,
          'q-why-is-the-page-blank-why-does-the-tray-blink',
          '',
          'Why is the page blank? Why does the tray blink?',
          `${empty} Fill it.`,
        ],
      ],
    ],
    [
      'deeper-questions-under-a-topic.rst',
      [
        [5, ...blank, empty],
        [12, 'q-where-is-paper', 'Paper is a topic', 'Where is paper?', 'In the cellar. | Steps | Take the stairs.'],
        [20, 'q-which-size', '', 'Which size?', 'A4.'],
      ],
    ],
  ])('%s', async (name, wanted) => expect(await read(name)).toEqual(wanted));
});

describe('links of an entry', () => {
  const text = readFileSync(new URL('../../fixtures/entries/links-and-anchors.rst', import.meta.url), 'utf8');

  it.each([
    [
      'https://docs.kernel.org/hints/hints.html',
      [
        ['doc-path', 'Documentation/paper.rst', 'https://docs.kernel.org/paper.html'],
        ['role-doc', '/ink/black', 'https://docs.kernel.org/ink/black.html'],
        ['role-doc', 'white', 'https://docs.kernel.org/hints/white.html'],
        [
          'doc-path',
          'Documentation/old.txt',
          'https://git.kernel.org/pub/scm/linux/kernel/git/torvalds/linux.git/tree/Documentation/old.txt',
        ],
      ],
    ],
    [
      'https://www.kernel.org/doc/html/v6.12/hints/hints.html',
      [
        ['doc-path', 'Documentation/paper.rst', 'https://www.kernel.org/doc/html/v6.12/paper.html'],
        ['role-doc', '/ink/black', 'https://www.kernel.org/doc/html/v6.12/ink/black.html'],
        ['role-doc', 'white', 'https://www.kernel.org/doc/html/v6.12/hints/white.html'],
        [
          'doc-path',
          'Documentation/old.txt',
          'https://git.kernel.org/pub/scm/linux/kernel/git/torvalds/linux.git/tree/Documentation/old.txt',
        ],
      ],
    ],
  ])('lead from %s', async (url, wanted) => {
    const {entries} = entriesOf(await parseDocument('hints.rst', text), {name: 'hints.rst', url});
    expect(entries[0]?.links.map((link) => [link.kind, link.target, link.url])).toEqual(wanted);
    expect(entries[0]?.origin.url).toBe(`${url}#trays`);
  });

  it.each([
    ['../../MAINTAINERS', 'https://git.kernel.org/pub/scm/linux/kernel/git/torvalds/linux.git/tree/MAINTAINERS'],
    ['../net/other.rst', 'https://docs.kernel.org/net/other.html'],
    ['other.rst', 'https://docs.kernel.org/hints/other.html'],
    ['Documentation/net/other.rst', 'https://docs.kernel.org/net/other.html'],
    ['https://example.org/', 'https://example.org/'],
  ])('read the target %s as a file of the kernel', async (target, wanted) => {
    const text = `Hints\n=====\n\nSee that_.\n\n.. _that: ${target}\n`;
    const url = 'https://docs.kernel.org/hints/hints.html';
    const {entries} = entriesOf(await parseDocument('hints.rst', text), {name: 'hints.rst', url});
    expect(entries[0]?.links).toEqual([{kind: 'named-target', text: 'that', target, url: wanted}]);
  });

  it('resolve the references of Markdown', async () => {
    const markdown = readFileSync(new URL('../../fixtures/entries/bold-marks.md', import.meta.url), 'utf8');
    const {entries} = entriesOf(await parseDocument('hints.md', markdown), {name: 'hints.md'});
    expect(entries[0]?.links).toEqual([
      {kind: 'named-target', text: 'page', target: 'https://example.org/page', url: 'https://example.org/page'},
    ]);
  });
});
