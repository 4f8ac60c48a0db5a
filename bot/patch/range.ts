/**
 * Ranges of revisions that are written into a command somebody pastes: what could do more than name commits is refused.
 *
 * Source: gitrevisions(7), "Specifying ranges"; git-check-ref-format(1).
 */

/** Stands where no range is named, as in the HOWTO. */
export const anyRange = 'start..finish';

export const rangeChars = 200;
/** Beginning of the name of a revision, then what may follow: `HEAD~3`, `v6.12^`, `origin/bpf-next`, `@`. */
const revision = /^[A-Za-z0-9_@][A-Za-z0-9_./@+#=,^~-]*$/u;
/** Needs no quotes in a shell. */
const bare = /^[A-Za-z0-9_./@-]+$/u;

/** Behind one revision alone: those since it. A mere name would give no commit, or not those that are meant. */
const since = /[~^]\d{0,4}$/u;

/** @returns Whether it names commits and nothing else. One side of `..` may be left out, which stands for HEAD. */
export function isRange(text: string): boolean {
  if (text.length === 0 || text.length > rangeChars) return false;
  if (!text.includes('..') && !since.test(text)) return false;
  const [start = '', finish, ...more] = text.split('..');
  if (more.length > 0 || (start === '' && (finish ?? '') === '')) return false;
  return [start, finish ?? ''].every((side) => side === '' || isRevision(side));
}

/** As a word of a shell's command line. @param range One that `isRange` takes. */
export function rangeWord(range: string): string {
  return bare.test(range) ? range : `'${range}'`;
}

function isRevision(text: string): boolean {
  return revision.test(text) && !/\/\/|\/\.|[./]$/u.test(text);
}
