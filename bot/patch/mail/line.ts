/** A line of a message and its number. */
export interface Line {
  readonly text: string;
  readonly line: number;
}
