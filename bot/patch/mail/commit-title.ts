/**
 * What `git am` leaves of a subject.
 *
 * Source: git-am(1), "-k" and what is done without it.
 */

/** Replies, blanks, colons and brackets at the start go; a bracket that is never closed stays. */
export function commitTitle(subject: string): string {
  let at = 0;
  for (;;) {
    const rest = subject.slice(at, at + 4);
    if (/^re:[^]/iu.test(rest)) at += 3;
    else if (/^[ \t:]/u.test(rest)) at += 1;
    else if (rest.startsWith('[')) {
      const close = subject.indexOf(']', at);
      if (close < 0) break;
      at = close + 1;
    } else break;
  }
  return subject.slice(at).replace(/\s+/gu, ' ').trim();
}
