/**
 * The nouns of the knowledge base: an entry is one question of a document with its answer.
 *
 * Nothing here computes; parse, entries and search meet on these shapes.
 */
import type {Root} from 'mdast';
import type {LinkKind} from './parse/tree.js';

/**
 * The anchor of an entry's heading as docutils makes it and docs.kernel.org uses it, e.g.
 * `q-how-do-i-report-bugs-for-bpf-kernel-code`. Stable over restarts and refreshes; unique in a document.
 */
export type EntryId = string & {readonly brand: 'EntryId'};

/** Where an entry stands. */
export interface Origin {
  /** Name of the document, e.g. `bpf.rst`. */
  readonly document: string;
  /** 1-based line of the heading in the document. */
  readonly line: number;
  /** Address a person can open, with the anchor; absent for a local file that has no published page. */
  readonly url?: string;
}

/** A link of a question or an answer. */
export interface EntryLink {
  readonly kind: LinkKind;
  /** The words that are linked. */
  readonly text: string;
  /** As the source names it: an address without `mailto:`, a URL, `/dev-tools/kselftest`, `#llvm`, `Documentation/….rst`. */
  readonly target: string;
  /** What to open: absolute where the document's own address is known. */
  readonly url: string;
}

/** A dated statement by somebody that differs from what an entry says. It stands beside the answer, it does not replace it. */
export interface Note {
  /** The entry it belongs to. */
  readonly entry: EntryId;
  /** Who said it; for a document, its name and version. */
  readonly author: string;
  /** Day it was said, YYYY-MM-DD; for a document, the release it was read in. */
  readonly date: string;
  /** Where to read it. */
  readonly url: string;
  /** What differs, one or two plain sentences. */
  readonly text: string;
}

export interface Entry {
  readonly id: EntryId;
  /** Titles of the sections above the entry, outermost first, without the document's title. */
  readonly section: readonly string[];
  /** The heading as it stands in the source, `Q:` included. */
  readonly heading: string;
  /** The question as a reader would ask it: plain text, no `Q:`. */
  readonly question: string;
  /** The answer without its `A:`. Links in it are absolute where that is possible. */
  readonly answer: Root;
  /** Links of question and answer in document order. Links inside code are code and not listed. */
  readonly links: readonly EntryLink[];
  /** Text of the literal blocks of the answer, in order. */
  readonly code: readonly string[];
  readonly origin: Origin;
}

/** A topic people ask about here that the document does not cover, with the page that does. */
export interface Elsewhere {
  /** Stable key, kebab-case. */
  readonly id: string;
  /** What it is about, as a short noun phrase: "Loading programs with libbpf". */
  readonly topic: string;
  /** Title and address of the page that answers; absent where no page is known for sure. */
  readonly page?: {readonly title: string; readonly url: string};
  /** Ways people ask for it. */
  readonly phrases: readonly string[];
}
