/**
 * Where each entry begins and ends: the walk over a document's blocks.
 */
import type {Heading, Paragraph, RootContent} from 'mdast';
import type {Point} from 'unist';
import type {Block} from './flow.js';
import {dropMark, dropMarkOf, lineOf, markOf} from './marks.js';

/** An entry before it has its final form. */
export interface Draft {
  readonly section: readonly string[];
  readonly heading: string;
  question: string;
  readonly anchors: readonly string[];
  /** Paragraphs of the body that belong to the question. */
  readonly asked: Paragraph[];
  answer: RootContent[];
  readonly start: Point;
  /** An answer mark was met. */
  answered: boolean;
  /** The heading asks by itself; otherwise it is a topic that waits for its question. */
  readonly fromHeading: boolean;
}

const origin: Point = {line: 1, column: 1, offset: 0};

/** Titles above the current place, by depth. */
class Sections {
  #open: {readonly depth: number; readonly title: string}[] = [];

  constructor(private readonly title: RootContent | undefined) {}

  enter(heading: Heading): void {
    this.leave(heading.depth);
    // The document's own title is above everything and says nothing of the place.
    if (heading !== this.title)
      this.#open.push({depth: heading.depth, title: lineOf(heading.children).replace(/:$/, '')});
  }

  leave(depth: number): void {
    this.#open = this.#open.filter((section) => section.depth < depth);
  }

  get path(): readonly string[] {
    return this.#open.map(({title}) => title);
  }
}

/** The title of a document: a first heading that no other one of its depth follows. */
function documentTitle(flow: readonly Block[]): RootContent | undefined {
  const headings = flow.flatMap(({node}) => (node.type === 'heading' ? [node] : []));
  const [first] = headings;
  return first && headings.every((heading) => heading === first || heading.depth > first.depth) ? first : undefined;
}

/** Entries of a document with `Q:` marks. */
export function draftsByQuestions(flow: readonly Block[]): Draft[] {
  const drafts: Draft[] = [];
  const sections = new Sections(documentTitle(flow));
  let depth = 0;
  let current: Draft | undefined;
  for (const {node} of flow) {
    if (node.type === 'heading') {
      if (markOf(lineOf(node.children)) === 'question') {
        sections.leave(node.depth);
        depth = node.depth;
        drafts.push((current = headingDraft(node, sections.path)));
      } else if (current?.fromHeading && node.depth > depth) {
        current.answer.push(node);
      } else {
        sections.enter(node);
        current = undefined;
      }
      continue;
    }
    const mark = node.type === 'paragraph' ? markOf(lineOf(node.children)) : undefined;
    if (node.type === 'paragraph' && mark === 'question') {
      current = ask(drafts, current, node, sections.path);
    } else if (current && node.type === 'paragraph' && mark === 'answer') {
      beginAnswer(current, node);
    } else {
      current?.answer.push(node);
    }
  }
  return drafts;
}

function headingDraft(heading: Heading, section: readonly string[]): Draft {
  const line = lineOf(heading.children);
  return {
    section,
    heading: line,
    question: dropMark(line),
    anchors: heading.data?.anchors ?? [],
    asked: [],
    answer: [],
    start: heading.position?.start ?? origin,
    answered: false,
    fromHeading: true,
  };
}

/** A `Q:` paragraph: the question of the topic above it, one more question before the answer, or a new entry. */
function ask(drafts: Draft[], current: Draft | undefined, paragraph: Paragraph, section: readonly string[]): Draft {
  const asked = {...paragraph, children: dropMarkOf(paragraph.children)};
  const question = lineOf(asked.children);
  if (current?.answer.length === 0 && !current.answered) {
    current.question = current.fromHeading && current.asked.length === 0 ? question : `${current.question} ${question}`;
    current.asked.push(asked);
    return current;
  }
  const draft: Draft = {
    section,
    heading: lineOf(paragraph.children),
    question,
    anchors: [],
    asked: [asked],
    answer: [],
    start: paragraph.position?.start ?? origin,
    answered: false,
    fromHeading: false,
  };
  drafts.push(draft);
  return draft;
}

/** Longest text between a heading and its `A:` that still runs on from the heading. */
const runOnChars = 200;

/** An `A:` paragraph. What stood between the heading and the first one may be the rest of the question. */
function beginAnswer(draft: Draft, paragraph: Paragraph): void {
  const [only, ...more] = draft.answer;
  const runsOn =
    !draft.answered && only?.type === 'paragraph' && more.length === 0 && lineOf(only.children).length <= runOnChars;
  if (runsOn && (lineOf(only.children).endsWith('?') || !/[?.!]$/.test(draft.question))) {
    draft.question = `${closed(draft.question)} ${lineOf(only.children)}`;
    draft.asked.push(only);
    draft.answer = [];
  }
  draft.answered = true;
  const children = dropMarkOf(paragraph.children);
  if (children.length > 0) draft.answer.push({...paragraph, children});
}

/** A heading without a mark at its end becomes a sentence when the question goes on after it. */
function closed(question: string): string {
  return /[.?!:,;]$/.test(question) ? question : `${question}.`;
}

/** Entries of a document without marks: each heading with text of its own. */
export function draftsByHeadings(flow: readonly Block[]): Draft[] {
  const drafts: Draft[] = [];
  const title = documentTitle(flow);
  const sections = new Sections(title);
  let current: Draft | undefined;
  for (const {node} of flow) {
    if (node.type !== 'heading') {
      current?.answer.push(node);
      continue;
    }
    sections.leave(node.depth);
    const section = sections.path;
    sections.enter(node);
    current = headingDraft(node, section);
    if (node !== title) drafts.push(current);
  }
  return drafts.filter(({answer}) => answer.some(({type}) => type !== 'definition' && type !== 'html'));
}
