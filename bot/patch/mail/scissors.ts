/**
 * The line of scissors, above which all of a mail is talk: `-- >8 --`, `--- 8< --- cut here ---`.
 *
 * Source: git-mailinfo(1), "--scissors"; what counts as one was measured with git.
 */

/** Longer lines are no marks. */
const longestMark = 1000;

/** Most of such a line is perforation: dashes, blades, and the blanks between them. */
export function isScissors(text: string): boolean {
  if (text.length > longestMark || !/>8|8<|>%|%</u.test(text)) return false;
  // The end of the line counts as a blank, as in git.
  const line = `${text}\n`;
  let [perforation, gaps, isPerforated] = [0, 0, false];
  for (let at = 0; at < line.length; at++) {
    if (/\s/u.test(line[at] ?? '')) {
      if (!isPerforated) continue;
      perforation += 1;
      gaps += 1;
    } else if (line[at] === '-') {
      perforation += 1;
      isPerforated = true;
    } else if (/^(?:>8|8<|>%|%<)/u.test(line.slice(at, at + 2))) {
      perforation += 2;
      at += 1;
      isPerforated = true;
    } else isPerforated = false;
  }
  const visible = text.trim().length;
  return visible >= 8 && visible < perforation * 3 && gaps * 2 < perforation;
}
