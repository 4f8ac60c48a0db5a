/**
 * Where a document comes from: bundled with the program, a file, or an address.
 *
 * Every source gives the same thing, a text with a revision, or a `SourceError` that says what to do.
 */

/** How an operator names a source. */
export type SourceSpec =
  | {readonly type: 'bundled'}
  | {readonly type: 'path'; readonly path: string}
  | {readonly type: 'url'; readonly url: string};

/** What a source is to hold, as sentences on a wrong one name it. */
export interface Hoped {
  readonly name: string;
  readonly text: string;
  /** What the file is called. */
  readonly file: string;
}

export const hopedHowto: Hoped = {name: 'the HOWTO', text: 'the text of the HOWTO', file: '.rst or .md file'};

/** A source that can be read again and again; each reading gives the document as it is then. */
export interface Source {
  /** The source as the operator named it, for sentences. */
  readonly named: string;
  /** @throws SourceError where there is no document, and no earlier copy either. */
  read(): Promise<SourceText>;
  /** Why the last reading gave an earlier copy; absent where it gave the document as it is. */
  readonly stale?: SourceError | undefined;
}

/** The text of a document as a source gave it. */
export interface SourceText {
  /** Name of the document: the last part of its path, e.g. `bpf_devel_QA.rst`. */
  readonly name: string;
  readonly text: string;
  /** Address of the page that readers open, where one is known. */
  readonly pageUrl?: string;
  /** What tells this copy from another: the first 12 digits of the SHA-256 of its bytes. */
  readonly revision: string;
  readonly bytes: number;
}

/** A source that cannot be used. `message` is a sentence for the operator, with the way out. */
export class SourceError extends Error {
  override readonly name = 'SourceError';
  constructor(
    message: string,
    /** The source as it was named. */
    readonly source: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** What an operator is told where an earlier copy is used instead of one that cannot be had. */
export function staleError(error: SourceError, revision: string): SourceError {
  const sentence = `${error.message} The copy read before (revision ${revision}) stays in use.`;
  return new SourceError(sentence, error.source, {cause: error});
}
