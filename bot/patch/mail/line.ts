/**
 * Lines of a message and their numbers.
 */
export interface Line {
  readonly text: string;
  readonly line: number;
}

/** Cut at line feeds. A last line without an end counts as ended like the one before it. */
export function linesOf(text: string): string[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  else if (lines.at(-2)?.endsWith('\r')) lines.push(`${lines.pop() ?? ''}\r`);
  return lines;
}

/** Without the carriage returns of CR LF, and where those were. */
export interface Unreturned {
  readonly lines: readonly string[];
  /** Indexes of the lines that had one, from 0. */
  readonly returned: readonly number[];
}

export function stripReturns(lines: readonly string[]): Unreturned {
  const returned: number[] = [];
  for (let at = 0; at < lines.length; at++) if (lines[at]?.endsWith('\r')) returned.push(at);
  if (returned.length === 0) return {lines, returned};
  return {lines: lines.map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line)), returned};
}
