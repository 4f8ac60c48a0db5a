/**
 * mdast → entries, by the habit of questions and answers; sections that ask nothing become entries by their headings.
 */
import type {Nodes, Paragraph, Root, RootContent} from 'mdast';
import type {Entry, EntryId} from '../entry.js';
import {IdRegistry, makeId} from '../parse/rst/ids.js';
import type {Parsed, Problem} from '../parse/tree.js';
import type {Draft} from './drafts.js';
import {gather} from './gather.js';
import {absolute, definitionsOf, linked, linksOf, type Definitions} from './links.js';
import {visibleBlocks, withoutClosing} from './visible.js';

export interface DocumentName {
  readonly name: string;
  /** The page where it is published. */
  readonly url?: string;
}

export interface Extracted {
  /** The document's title, or its name where it has none. */
  readonly title: string;
  readonly entries: readonly Entry[];
  /** Those of the parse, and questions without an answer. */
  readonly problems: readonly Problem[];
}

/** How an upstream anchor begins that an author pinned to a heading of other words. */
const pinnedPrefix = 'q-';

export function entriesOf(parsed: Parsed, document: DocumentName): Extracted {
  const {drafts, title} = gather(withoutClosing(parsed.tree));
  const problems = [...parsed.problems];
  const ids = new IdRegistry();
  const definitions = definitionsOf(parsed.tree);
  const entries: Entry[] = [];
  const topics = new Set(drafts.flatMap(({section}) => section));
  for (const draft of drafts) {
    const answer = visibleBlocks(draft.answer);
    if (answer.length > 0) entries.push(entryOf(draft, answer, document, definitions, ids));
    else if (!topics.has(draft.question)) {
      const column = draft.own?.position?.start.column ?? 1;
      problems.push({line: draft.line, column, met: `the question "${draft.question}"`, hoped: 'an answer below it'});
    }
  }
  return {title: title ?? document.name, entries, problems};
}

function entryOf(
  draft: Draft,
  blocks: readonly RootContent[],
  document: DocumentName,
  definitions: Definitions,
  ids: IdRegistry,
): Entry {
  const {url} = document;
  const id = ids.take(anchorOf(draft)) as EntryId;
  const answer = linked<Root>({type: 'root', children: [...blocks], ...positionOf(blocks)}, definitions);
  const asked = linked<Paragraph>({type: 'paragraph', children: [...draft.asked]}, definitions);
  // A question without a heading has no place of its own on the page; its section has.
  const anchor = draft.own === undefined ? draft.near?.data?.anchors?.[0] : id;
  const page = url === undefined ? {} : {url: anchor === undefined ? url : `${url}#${anchor}`};
  return {
    id,
    section: draft.section,
    heading: draft.heading,
    question: draft.question,
    answer: absolute(answer, url),
    links: linksOf([asked, answer], url),
    code: codeOf(answer),
    origin: {document: document.name, line: draft.line, ...page},
  };
}

/**
 * The pinned anchor where there is one, then docutils' own, then one as docutils would make it of the question. An own
 * anchor that only counts (`id1`) changes with the document, so an explicit one is better.
 */
function anchorOf({own, heading, question}: Draft): string {
  const [first, ...explicit] = own?.data?.anchors ?? [];
  const pinned = explicit.find((anchor) => anchor.startsWith(pinnedPrefix));
  const stable = first !== undefined && /^id\d+$/.test(first) ? (explicit[0] ?? first) : first;
  return pinned ?? stable ?? makeId(own === undefined ? `Q: ${question}` : heading);
}

function codeOf(node: Nodes): string[] {
  if (node.type === 'code') return [node.value];
  return 'children' in node ? node.children.flatMap((child: Nodes) => codeOf(child)) : [];
}

function positionOf(nodes: readonly RootContent[]): Pick<Root, 'position'> {
  const start = nodes[0]?.position?.start;
  const end = nodes.at(-1)?.position?.end;
  return start && end ? {position: {start, end}} : {};
}
