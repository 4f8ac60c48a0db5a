/**
 * Text sent as `format=flowed`: a blank is put before some lines and long ones are broken behind a blank.
 *
 * The blanks are taken off everywhere. Lines are joined only above the diff: joining there would hide how it was wrapped.
 * Source: RFC 3676.
 */
export function joinFlowed(lines: readonly string[], deletesSpaces: boolean): string[] {
  const joined: string[] = [];
  let open = '';
  let inDiff = false;
  for (const stuffed of lines) {
    const isSignature = stuffed === '-- ';
    const line = stuffed.startsWith(' ') ? stuffed.slice(1) : stuffed;
    inDiff ||= /^(?:diff -|--- \S|Index: )/u.test(line);
    if (inDiff || isSignature) {
      if (open !== '') joined.push(open);
      open = '';
      joined.push(line);
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
