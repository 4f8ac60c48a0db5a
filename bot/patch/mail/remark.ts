/**
 * A sentence on something that could not be read, and where. A stage that leaves one goes on with the rest.
 */
export interface Remark {
  /** `headers` says that one is not read; `repeated` that several have one name, of which one is read. */
  readonly type: 'too-big' | 'container' | 'headers' | 'repeated' | 'mime' | 'charset' | 'mangled' | 'diff';
  /** A whole sentence; quotes nothing of the input but its name. */
  readonly text: string;
  /** Line in the file, from 1; absent where the whole is meant. */
  readonly line?: number;
}
