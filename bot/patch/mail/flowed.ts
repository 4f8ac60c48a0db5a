/**
 * Text sent as `format=flowed`: a blank is put before some lines and long ones are broken behind a blank.
 *
 * The blanks are taken off everywhere. Whether lines of a diff are joined too is the caller's choice: some programs break
 * them, and others send a diff as it is, in which a blank at an end of line belongs to the file.
 * Source: RFC 3676.
 */
export function joinFlowed(
  lines: readonly string[],
  {deletesSpaces, inDiff}: {readonly deletesSpaces: boolean; readonly inDiff: boolean},
): string[] {
  const joined: string[] = [];
  let open = '';
  let atDiff = false;
  for (const stuffed of lines) {
    const isSignature = stuffed === '-- ';
    const line = stuffed.startsWith(' ') ? stuffed.slice(1) : stuffed;
    atDiff ||= !inDiff && /^(?:diff -|--- \S|Index: )/u.test(line);
    if (atDiff || isSignature) {
      if (open !== '') joined.push(open);
      open = '';
      joined.push(isSignature ? stuffed : line);
    } else if (line.endsWith(' ')) {
      open += deletesSpaces ? line.slice(0, -1) : line;
    } else {
      joined.push(open + line);
      open = '';
    }
  }
  if (open !== '') joined.push(open);
  return joined;
}
