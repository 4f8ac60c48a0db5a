/**
 * What parsing gives back, whatever the source language: an mdast tree with positions, and a list of problems.
 *
 * Markdown (remark) and RST (our own parser) meet in this one shape, so nothing after it asks which it was.
 * Structures that mdast has no node for become the nearest standard node with a `data.kind`, so that every
 * renderer can show them, and the few readers that care can tell them apart.
 */
import type {Root} from 'mdast';

/** Something in a source that is not as it should be. It never stops the parse. */
export interface Problem {
  /** 1-based place in the source text. */
  readonly line: number;
  readonly column: number;
  /** What stands there, e.g. "the reference `foo_`". */
  readonly met: string;
  /** What was hoped for, e.g. "a target named foo". */
  readonly hoped: string;
}

export interface Parsed {
  readonly tree: Root;
  readonly problems: readonly Problem[];
}

/** How a link was written. `url` and `mailto` stand alone in the text; the others go through a name. */
export type LinkKind = 'url' | 'mailto' | 'embedded' | 'named-target' | 'internal-section' | 'role-doc' | 'doc-path';

/** What a standard node stands for, where the source language had a construct of its own. */
export type ListKind = 'definition' | 'field' | 'option';
export type QuoteKind = 'admonition' | 'sidebar' | 'directive';
export type CodeKind = 'doctest' | 'quoted' | 'directive' | 'raw';
export type ParagraphKind = 'line-block' | 'attribution' | 'caption' | 'rubric' | 'term' | 'field-name';

declare module 'mdast' {
  interface HeadingData {
    /** Ids under which the heading can be linked: docutils' own first, then explicit targets, in order. */
    anchors?: readonly string[];
  }
  interface LinkData {
    kind?: LinkKind;
  }
  interface ListData {
    kind?: ListKind;
    /** How an enumerated list counts; decimal where absent. */
    numbering?: 'lower-alpha' | 'upper-alpha' | 'lower-roman' | 'upper-roman';
  }
  interface BlockquoteData {
    kind?: QuoteKind;
    /** Name of the directive, e.g. "note". */
    name?: string;
  }
  interface CodeData {
    kind?: CodeKind;
  }
  interface ParagraphData {
    kind?: ParagraphKind;
  }
  interface HtmlData {
    /** A comment of the source. Readers never see it; it is kept because it parts what stands around it. */
    kind?: 'comment';
  }
  interface DefinitionData {
    /** An explicit target that points into this document rather than out of it. */
    internal?: boolean;
  }
}
