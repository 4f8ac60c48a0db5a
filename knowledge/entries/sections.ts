/**
 * The sections of a document: each heading with the blocks up to the next one, and where it stands.
 */
import type {Heading, Root, RootContent} from 'mdast';
import {leadingText, plain} from './inline.js';
import {dropMark, markOf} from './mark.js';

export interface Section {
  /** Absent for what stands before the first heading. */
  readonly heading?: Heading;
  readonly blocks: readonly RootContent[];
  /** Whether the heading is a question by its mark. */
  readonly marked: boolean;
  readonly isTitle: boolean;
  /** Titles of the sections above, outermost first, without marks and without the document's title. */
  readonly path: readonly string[];
}

export interface Sections {
  readonly sections: readonly Section[];
  /** The document's title: its first heading, where no other is as high. */
  readonly title?: Heading;
}

export function sectionsOf(tree: Root): Sections {
  const headings = tree.children.filter((node) => node.type === 'heading');
  const title = titleOf(headings);
  const sections: Section[] = [];
  const above: Heading[] = [];
  let open: {heading?: Heading; blocks: RootContent[]} = {blocks: []};
  const close = (): void => {
    const {heading, blocks} = open;
    if (heading === undefined) {
      if (blocks.length > 0) sections.push({blocks, marked: false, isTitle: false, path: []});
      return;
    }
    while (above.length > 0 && (above.at(-1)?.depth ?? 0) >= heading.depth) above.pop();
    const path = above.filter((one) => one !== title).map(sectionTitle);
    const isTitle = heading === title;
    sections.push({heading, blocks, marked: !isTitle && isMarked(heading), isTitle, path});
    above.push(heading);
  };
  for (const node of tree.children) {
    if (node.type !== 'heading') open.blocks.push(node);
    else {
      close();
      open = {heading: node, blocks: []};
    }
  }
  close();
  return title === undefined ? {sections} : {sections, title};
}

/** Words of a heading as they stand in a path: no mark, no colon at the end. */
export function sectionTitle(heading: Heading): string {
  return dropMark(plain(heading.children)).replace(/:$/, '');
}

function titleOf(headings: readonly Heading[]): Heading | undefined {
  const [first, ...others] = headings;
  if (first === undefined || isMarked(first)) return undefined;
  return others.every((heading) => heading.depth > first.depth) ? first : undefined;
}

function isMarked(heading: Heading): boolean {
  if (leadingText(heading.children) === undefined) return false;
  return markOf(plain(heading.children))?.type === 'question';
}
