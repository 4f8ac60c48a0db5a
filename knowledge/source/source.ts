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
