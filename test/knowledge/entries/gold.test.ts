/**
 * The entries of real HOWTOs against the gold structure that docutils and a reader gave.
 */
import {readFileSync} from 'node:fs';
import type {Nodes} from 'mdast';
import {describe, expect, it} from 'vitest';
import {entriesOf} from '../../../knowledge/entries/index.js';
import type {Entry} from '../../../knowledge/entry.js';
import {parseRst} from '../../../knowledge/parse/index.js';
import {plainText} from '../../../knowledge/parse/rst/text.js';
import {hasShared, shared, sharedNote} from '../../helpers/shared.js';

const page = 'https://docs.kernel.org/bpf/bpf_devel_QA.html';

/** A block of a gold answer, in docutils' names. `bullet` and `suffix`, the marks of a list, are left out here. */
interface GoldBlock {
  readonly type: string;
  readonly text?: string;
  readonly blocks?: readonly GoldBlock[];
  readonly enumtype?: string;
  readonly start?: number;
  readonly items?: readonly (readonly GoldBlock[])[];
}

interface GoldEntry {
  readonly anchor: string;
  readonly section: string;
  readonly heading: string;
  readonly question: string;
  readonly question_form: 'heading' | 'body' | 'heading+body';
  readonly line: number;
  readonly url: string | null;
  readonly links: readonly {readonly kind: string; readonly text: string; readonly target: string}[];
  readonly literal_blocks: readonly string[];
  readonly inline_literals: readonly string[];
  readonly strong: readonly string[];
  readonly emphasis: readonly string[];
  readonly lists: Readonly<Record<string, number>>;
  readonly answer_blocks: readonly GoldBlock[];
}

function read(version: string): readonly Entry[] {
  const text = readFileSync(shared(`howto/bpf_devel_QA.${version}`), 'utf8');
  return entriesOf(parseRst(text), {name: version, ...(version.startsWith('seed') ? {} : {url: page})}).entries;
}

/** All nodes of one type below a node, in order. */
function all<Type extends Nodes['type']>(node: Nodes, type: Type): Extract<Nodes, {type: Type}>[] {
  const own = node.type === type ? [node as Extract<Nodes, {type: Type}>] : [];
  return 'children' in node ? [...own, ...node.children.flatMap((child: Nodes) => all(child, type))] : own;
}

/** A gold block as far as our trees can say it. */
function comparable({type, text, blocks, enumtype, start, items}: GoldBlock): GoldBlock {
  return {
    type,
    // docutils alone keeps the target of `:doc:` in the text; Sphinx, and we, do not.
    ...(text === undefined ? {} : {text: type === 'literal' ? text : text.replace(/ <\/[^>]*>/g, '')}),
    ...(blocks === undefined ? {} : {blocks: blocks.map(comparable)}),
    ...(enumtype === undefined ? {} : {enumtype}),
    ...(start === undefined ? {} : {start}),
    ...(items === undefined ? {} : {items: items.map((item) => item.map(comparable))}),
  };
}

/** Blocks of an answer in docutils' names. */
function goldBlocks(nodes: readonly Nodes[]): GoldBlock[] {
  return nodes.map((node) => {
    switch (node.type) {
      case 'paragraph':
        return {type: 'paragraph', text: plainText(node.children)};
      case 'code':
        return {type: 'literal', text: node.value};
      case 'blockquote':
        return {type: 'block_quote', blocks: goldBlocks(node.children)};
      case 'list': {
        const items = node.children.map(({children}) => goldBlocks(children));
        if (node.ordered !== true) return {type: 'bullet_list', items};
        const enumtype = (node.data?.numbering ?? 'arabic').replace('-', '');
        return {type: 'enumerated_list', enumtype, start: node.start ?? 1, items};
      }
      default:
        return {type: node.type};
    }
  });
}

/** Where a question stands: in its heading, in the body below it, or running on from the one into the other. */
function formOf({heading, question}: Entry): GoldEntry['question_form'] {
  const topic = heading.replace(/^Q: /, '');
  if (question === topic) return 'heading';
  return question.startsWith(topic) ? 'heading+body' : 'body';
}

/** Lists and quotes of an answer, counted as the gold counts them. */
function countsOf(answer: Nodes): GoldEntry['lists'] {
  const lists = all(answer, 'list');
  const numbered = lists.filter(({ordered}) => ordered);
  const bullets = lists.filter(({ordered}) => !ordered);
  return {
    bullet_lists: bullets.length,
    bullet_items: bullets.flatMap(({children}) => children).length,
    enumerated_lists: numbered.length,
    enumerated_items: numbered.flatMap(({children}) => children).length,
    block_quotes: all(answer, 'blockquote').length,
  };
}

/** Inline literals of a gold entry without those of its question, which come first. */
function literalsOfAnswer({question, question_form, inline_literals}: GoldEntry): readonly string[] {
  let rest = question_form === 'body' ? question : '';
  let own = 0;
  for (const literal of inline_literals) {
    if (!rest.includes(literal)) break;
    rest = rest.slice(rest.indexOf(literal) + literal.length);
    own += 1;
  }
  return inline_literals.slice(own);
}

describe.skipIf(!hasShared)(`entries of real HOWTOs${sharedNote}`, () => {
  it.each([
    ['nearest.rst', 28],
    ['seed.rst', 28],
    ['v7.2.rst', 29],
    ['v6.1.rst', 27],
    ['v5.10.rst', 27],
    ['pre-rst.txt', 26],
  ])('%s has %i entries', (version, count) => expect(read(version).length).toBe(count));

  for (const version of ['nearest', 'seed']) {
    const gold = hasShared
      ? (JSON.parse(readFileSync(shared(`howto/bpf_devel_QA.${version}.gold.json`), 'utf8')) as {entries: GoldEntry[]})
          .entries
      : [];
    const entries = hasShared ? read(`${version}.rst`) : [];

    it.each(gold.map((wanted, at) => [wanted.anchor, wanted, entries[at]] as const))(
      `${version}: %s`,
      (_, wanted, entry) => {
        const answer = entry?.answer ?? {type: 'root', children: []};
        expect({
          anchor: entry?.id,
          section: entry?.section,
          heading: entry?.heading,
          question: entry?.question,
          line: entry?.origin.line,
          url: entry?.origin.url,
          links: entry?.links.map(({kind, text, target}) => ({kind, text, target})),
          code: entry?.code,
          strong: all(answer, 'strong').map(({children}) => plainText(children)),
          emphasis: all(answer, 'emphasis').map(({children}) => plainText(children)),
          literals: all(answer, 'inlineCode').map(({value}) => value),
          lists: countsOf(answer),
          form: entry && formOf(entry),
          blocks: goldBlocks(answer.children),
        }).toEqual({
          anchor: wanted.anchor,
          section: [wanted.section],
          heading: wanted.heading,
          question: wanted.question,
          line: wanted.line,
          // A damaged copy is published nowhere.
          url: wanted.url ?? undefined,
          links: wanted.links.map(({kind, text, target}) => ({kind, text, target})),
          code: wanted.literal_blocks,
          strong: wanted.strong,
          emphasis: wanted.emphasis,
          literals: literalsOfAnswer(wanted),
          lists: wanted.lists,
          form: wanted.question_form,
          blocks: wanted.answer_blocks.map(comparable),
        });
      },
    );
  }
});
