/**
 * Groups in brackets at the beginning of a subject, each up to the first closing bracket, as the tools cut them.
 */
export interface LeadingBrackets {
  /** Without their brackets. */
  readonly groups: readonly string[];
  readonly rest: string;
}

/** @param line A subject without reply words. */
export function leadingBrackets(line: string): LeadingBrackets {
  const groups: string[] = [];
  let from = skipBlanks(line, 0);
  while (line[from] === '[') {
    const end = line.indexOf(']', from);
    if (end < 0) break;
    groups.push(line.slice(from + 1, end));
    from = skipBlanks(line, end + 1);
  }
  return {groups, rest: line.slice(from).trimEnd()};
}

function skipBlanks(line: string, from: number): number {
  let at = from;
  while (line[at] === ' ' || line[at] === '\t') at += 1;
  return at;
}
