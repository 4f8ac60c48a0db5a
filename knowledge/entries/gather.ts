/**
 * A document's drafts: by its questions, and by the headings of what has none.
 */
import type {Root, RootContent} from 'mdast';
import {draftsOf, headingDraft, type Draft} from './drafts.js';
import {plain} from './inline.js';
import {sectionsOf, type Section} from './sections.js';
import {unfold, type Piece} from './unfold.js';
import {isRemark, isVisible} from './visible.js';

interface Read {
  readonly section: Section;
  readonly pieces: readonly Piece[];
  readonly asks: boolean;
}

export interface Gathered {
  readonly drafts: readonly Draft[];
  /** Plain text of the document's title. */
  readonly title?: string;
}

export function gather(tree: Root): Gathered {
  const {sections, title} = sectionsOf(tree);
  const weak = asksWeakly(sections);
  const read = folded(sections.map((section) => readSection(section, weak)));
  const asks = read.some((one) => one.asks);
  const others = read.flatMap((one, index) => sectionDrafts(one, below(read, index)));
  // A document that is one section has its title for a question.
  const drafts =
    others.length > 0 ? others : read.flatMap((one) => (asks ? [] : headingDraft(one.section, one.section.blocks)));

  return title === undefined ? {drafts} : {drafts, title: plain(title.children)};
}

function readSection(section: Section, weak: boolean): Read {
  const pieces = unfold(section.blocks, section.marked, weak);
  return {section, pieces, asks: section.marked || pieces.some(({type}) => type === 'question')};
}

/** `Q1.` and `Q.` number steps, too. They are marks where at least one of them opens what is a question by its end. */
function asksWeakly(sections: readonly Section[]): boolean {
  return sections.some(({blocks, marked}) =>
    unfold(blocks, marked, true).some(
      (piece) => piece.type === 'question' && !/^Q(?:uestion)? ?:/.test(piece.heading) && piece.heading.endsWith('?'),
    ),
  );
}

/** Sections under a question that ask nothing are parts of its answer, with their headings. */
function folded(read: readonly Read[]): Read[] {
  const out: Read[] = [];
  let index = 0;
  while (index < read.length) {
    const one = read[index];
    if (one === undefined) break;
    const under = below(read, index);
    index++;
    if (!one.section.marked || under.length === 0 || under.some(({asks}) => asks)) {
      out.push(one);
      continue;
    }
    const parts = under.flatMap(({section}): RootContent[] => [
      ...(section.heading === undefined ? [] : [section.heading]),
      ...section.blocks,
    ]);
    const more = parts.map((node): Piece => ({type: 'block', node}));
    out.push({...one, pieces: [...one.pieces, ...more]});
    index += under.length;
  }
  return out;
}

/** The sections that stand deeper, up to the next one that does not. */
function below(read: readonly Read[], index: number): Read[] {
  const depth = read[index]?.section.heading?.depth ?? 7;
  const under: Read[] = [];
  for (let next = index + 1; next < read.length; next++) {
    const one = read[next];
    if (one === undefined || (one.section.heading?.depth ?? 0) <= depth) break;
    under.push(one);
  }
  return under;
}

function sectionDrafts({section, pieces}: Read, under: readonly Read[]): readonly Draft[] {
  const {drafts, rest, after} = draftsOf(section, pieces);
  if (section.marked || section.heading === undefined) return drafts;
  if (drafts.length > 0) return isRemark(after) ? drafts : [...headingDraft(section, rest), ...drafts];
  // Words before the questions of a section introduce them; those below a title introduce the document.
  const isIntroduction = section.isTitle || under.some(({asks}) => asks);
  return isIntroduction || !rest.some(isVisible) ? [] : headingDraft(section, rest);
}
