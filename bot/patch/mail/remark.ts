/**
 * A sentence on something that could not be read, and where. A stage that leaves one goes on with the rest.
 */
export interface Remark {
  readonly type: 'too-big' | 'container' | 'headers' | 'mime' | 'charset' | 'mangled' | 'diff';
  /** A whole sentence; quotes nothing of the input but its name. */
  readonly text: string;
  /** Line in the file, from 1; absent where the whole is meant. */
  readonly line?: number;
}
