/**
 * mdast → entries, by the habit of questions and answers; where a document has none, by its headings.
 */
import type {Paragraph, Root, RootContent} from 'mdast';
import type {Entry, EntryId} from '../entry.js';
import {IdRegistry, makeId} from '../parse/rst/ids.js';
import type {Parsed, Problem} from '../parse/tree.js';
import {draftsByHeadings, draftsByQuestions, type Draft} from './drafts.js';
import {flowOf} from './flow.js';
import {absolute, linksOf} from './links.js';
import {lineOf, markOf} from './marks.js';

export interface DocumentName {
  readonly name: string;
  /** The page where it is published. */
  readonly url?: string;
}

export interface Extracted {
  readonly title: string;
  readonly entries: readonly Entry[];
  readonly problems: readonly Problem[];
}

/** How an upstream anchor begins that an author pinned to a heading of other words. */
const pinnedPrefix = 'q-';

export function entriesOf(parsed: Parsed, document: DocumentName): Extracted {
  const {children} = parsed.tree;
  const flow = flowOf(children);
  const asks = flow.some(
    ({node}) => (node.type === 'heading' || node.type === 'paragraph') && markOf(lineOf(node.children)) === 'question',
  );
  const drafts = asks ? draftsByQuestions(flow) : draftsByHeadings(flow);
  const problems = [...parsed.problems];
  const ids = new IdRegistry();
  const entries: Entry[] = [];
  for (const draft of drafts) {
    const answer = withoutTrailer(draft.answer, children);
    if (answer.length === 0) {
      const {line, column} = draft.start;
      problems.push({line, column, met: `the question "${draft.question}"`, hoped: 'an answer below it'});
      continue;
    }
    entries.push(entryOf(draft, answer, document, ids));
  }
  return {title: titleOf(children) ?? document.name, entries, problems};
}

function entryOf(draft: Draft, blocks: readonly RootContent[], document: DocumentName, ids: IdRegistry): Entry {
  const id = ids.take(anchorOf(draft)) as EntryId;
  const url = document.url;
  const kept = blocks.filter(({type}) => type !== 'definition' && type !== 'html');
  const answer = absolute<Root>({type: 'root', children: kept, ...positionOf(kept)}, url);
  const asked = draft.asked.map((paragraph) => absolute<Paragraph>(paragraph, url));
  const code: string[] = [];
  collectCode(answer.children, code);
  return {
    id,
    section: draft.section,
    heading: draft.heading,
    question: draft.question,
    answer,
    links: [...linksOf(asked, url), ...linksOf([answer], url)],
    code,
    origin: {document: document.name, line: draft.start.line, ...(url === undefined ? {} : {url: `${url}#${id}`})},
  };
}

/** The pinned anchor where there is one, then docutils' own, then one made of the question. */
function anchorOf(draft: Draft): string {
  return (
    draft.anchors.slice(1).find((anchor) => anchor.startsWith(pinnedPrefix)) ??
    draft.anchors[0] ??
    makeId(`Q: ${draft.question}`)
  );
}

function collectCode(nodes: readonly RootContent[], code: string[]): void {
  for (const node of nodes) {
    if (node.type === 'code') code.push(node.value);
    else if ('children' in node) collectCode(node.children, code);
  }
}

function positionOf(nodes: readonly RootContent[]): Pick<Root, 'position'> {
  const start = nodes[0]?.position?.start;
  const end = nodes.at(-1)?.position?.end;
  return start && end ? {position: {start, end}} : {};
}

function titleOf(children: readonly RootContent[]): string | undefined {
  const first = children.find((node) => node.type === 'heading');
  return first && lineOf(first.children);
}

/** Words that close a document and are no part of its last answer. */
const closingChars = 60;

/**
 * The last answer without what closes the document: a short paragraph after the link targets at the end, or at the margin
 * below an indented answer.
 */
function withoutTrailer(blocks: readonly RootContent[], all: readonly RootContent[]): readonly RootContent[] {
  const last = blocks.at(-1);
  if (last?.type !== 'paragraph' || last !== all.at(-1) || lineOf(last.children).length > closingChars) return blocks;
  const before = blocks.at(-2);
  const follows = before?.type === 'definition' || before?.type === 'html';
  const isExclamation = blocks.length > 1 && lineOf(last.children).endsWith('!');
  return follows || isExclamation ? blocks.slice(0, -1) : blocks;
}
