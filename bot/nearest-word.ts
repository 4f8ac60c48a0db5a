/**
 * The word somebody meant: for "Did you mean …?" in messages. Search has means of its own.
 */

/**
 * @param words Candidates; the first of equally near ones is taken.
 * @returns The nearest within a third of the word's length, case aside; undefined where none is near.
 */
export function nearestWord(typed: string, words: readonly string[]): string | undefined {
  const limit = Math.max(1, Math.floor(typed.length / 3));
  let best: {word: string; distance: number} | undefined;
  for (const word of words) {
    if (Math.abs(word.length - typed.length) > limit) continue;
    const distance = editDistance(typed.toLowerCase(), word.toLowerCase());
    if (distance <= limit && distance < (best?.distance ?? Infinity)) best = {word, distance};
  }
  return best?.word;
}

/** Letters added, dropped, changed, or swapped with their neighbour. Source: Damerau; optimal string alignment. */
function editDistance(a: string, b: string): number {
  let previous: number[] = [];
  let current = Array.from({length: b.length + 1}, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const changed = (current[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (previous[j - 2] ?? 0) + 1 : Infinity;
      next.push(Math.min(changed, swapped, (current[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    previous = current;
    current = next;
  }
  return current[b.length] ?? 0;
}
