/**
 * Sections to drafts: which question has which answer.
 */
import type {Heading, Paragraph, PhrasingContent, RootContent} from 'mdast';
import {foldSpace, join, plain} from './inline.js';
import {dropMark} from './mark.js';
import {sectionTitle, type Section} from './sections.js';
import type {Answer, Piece, Question} from './unfold.js';
import {isVisible} from './visible.js';

/** An entry before its id, its links and its last touches. */
export interface Draft {
  readonly section: readonly string[];
  /** The heading that is the entry's own; a question without one is known by its text. */
  readonly own?: Heading;
  /** The heading as it stands, mark included. */
  readonly heading: string;
  readonly question: string;
  /** The question as it is written, for its links. */
  readonly asked: readonly PhrasingContent[];
  readonly answer: readonly RootContent[];
  readonly line: number;
  /** The nearest heading, to which a question without its own can be linked. */
  readonly near?: Heading;
}

export interface SectionDrafts {
  readonly drafts: readonly Draft[];
  /** Blocks of the section that belong to no question. */
  readonly rest: readonly RootContent[];
  /** Those of them that stand after an answer. */
  readonly after: readonly RootContent[];
}

/** A question whose answer is still being gathered. */
interface Open {
  readonly own?: Heading;
  readonly asked: Question[];
  /** Blocks before any answer mark. */
  lead: RootContent[];
  readonly answer: RootContent[];
  answered: boolean;
  closed: boolean;
  /** Column of the answer's text; 0 where it opens with a block of its own. */
  column: number;
}

export function draftsOf(section: Section, pieces: readonly Piece[]): SectionDrafts {
  const {heading, marked} = section;
  const drafts: Draft[] = [];
  const rest: RootContent[] = [];
  const after: RootContent[] = [];
  let open: Open | undefined = marked && heading !== undefined ? begin(heading) : undefined;
  const close = (): void => {
    if (open) drafts.push(...settle(open, section));
    open = undefined;
  };
  for (const piece of pieces) {
    if (piece.type === 'question') {
      if (open === undefined || open.answered || open.lead.some(isVisible)) {
        close();
        open = begin();
      }
      open.asked.push(piece);
    } else if (piece.type === 'answer') {
      open ??= begin(heading);
      takeAnswer(open, piece);
    } else if (piece.node.type === 'thematicBreak' && open !== undefined && (open.answered || open.lead.length > 0)) {
      close();
    } else if (open === undefined || (open.closed && isVisible(piece.node))) {
      rest.push(piece.node);
      if (open !== undefined || drafts.length > 0) after.push(piece.node);
    } else (open.answered ? open.answer : open.lead).push(...continuation(open, piece.node));
  }
  close();
  return {drafts, rest, after};
}

/** A section without questions: its heading is the question. */
export function headingDraft(section: Section, blocks: readonly RootContent[]): Draft[] {
  const {heading} = section;
  return heading === undefined ? [] : settle({...begin(heading), lead: [...blocks], answered: true}, section);
}

function begin(own?: Heading): Open {
  const open = {asked: [], lead: [], answer: [], answered: false, closed: false, column: 0};
  return own === undefined ? open : {...open, own};
}

function takeAnswer(open: Open, {blocks, column, closed}: Answer): void {
  open.answered = true;
  open.answer.push(...blocks);
  open.closed = closed;
  open.column = column;
}

/** A quote that is indented as deep as the answer's first words is only the rest of the answer. */
function continuation(open: Open, node: RootContent): RootContent[] {
  const goesOn =
    node.type === 'blockquote' && node.data?.kind === undefined && node.position?.start.column === open.column;
  return goesOn ? node.children : [node];
}

/** Most characters between a heading and its `A:` that still are the question. */
const runOnChars = 300;

/** The draft of a question, once all that belongs to it is known. */
function settle(open: Open, section: Section): Draft[] {
  const {own, asked} = open;
  const {heading: near, path} = section;
  let inline: readonly PhrasingContent[] = own?.children ?? [];
  let question = own === undefined ? '' : dropMark(plain(own.children));
  let heading = question;
  let answer: readonly RootContent[] = [...open.lead, ...open.answer];
  if (asked.length > 0) {
    const body = bodyOf(asked.at(-1), open);
    heading = foldSpace(
      [...asked.map((one) => one.heading), ...body.question.map(({children}) => plain(children))].join(' '),
    );
    const texts = [...asked.map(({children}) => children), ...body.question.map(({children}) => children)];
    question = foldSpace(texts.map((text) => plain(text)).join(' '));
    inline = [...inline, ...texts.flat()];
    answer = [...body.answer, ...answer];
  } else if (own !== undefined) {
    const more = runsOn(open, question);
    if (more.length > 0) {
      question = `${/[.?!:,;]$/.test(question) ? question : `${question}.`} ${more.map(({children}) => plain(children)).join(' ')}`;
      inline = more.reduce<readonly PhrasingContent[]>((all, {children}) => join(all, children), inline);
      answer = answer.slice(more.length);
    }
  }
  const isHeadingless = own === undefined;
  const inner = isHeadingless && near !== undefined && !section.isTitle && !section.marked;
  return [
    {
      section: inner ? [...path, sectionTitle(near)] : path,
      heading: own === undefined ? heading : plain(own.children),
      question,
      asked: inline,
      answer,
      line: own?.position?.start.line ?? asked[0]?.line ?? 1,
      ...(own === undefined ? {} : {own}),
      ...(near === undefined ? {} : {near}),
    },
  ];
}

/** What stands indented below a question: the rest of it, or its answer where none is marked. */
function bodyOf(last: Question | undefined, open: Open): {question: Paragraph[]; answer: readonly RootContent[]} {
  const body = last?.body ?? [];
  const [first, ...others] = body;
  if (last === undefined || first?.type !== 'paragraph') return {question: [], answer: body};
  const asks = plain(last.children).endsWith('?');
  const goesOn = open.answered || (!asks && plain(first.children).endsWith('?'));
  return goesOn ? {question: [first], answer: others} : {question: [], answer: body};
}

/** Paragraphs below a heading that are the rest of its question: before its `A:`, or one that asks where none is. */
function runsOn({lead, answer, answered}: Open, question: string): Paragraph[] {
  const paragraphs = lead.filter((node) => node.type === 'paragraph');
  if (answered && answer.length > 0 && paragraphs.length === lead.length) {
    const chars = paragraphs.reduce((sum, {children}) => sum + plain(children).length, 0);
    return chars <= runOnChars ? paragraphs : [];
  }
  const [first] = lead;
  const isAsking = first?.type === 'paragraph' && lead.length > 1 && /^[^.!?]*\?$/.test(plain(first.children));
  return !answered && isAsking && !question.endsWith('?') ? [first] : [];
}
