/**
 * The only importer of fuse.js. It is loaded when the first unknown word comes, not at the start.
 */
import {createRequire} from 'node:module';
import type FuseClass from 'fuse.js';

let loaded: typeof FuseClass | undefined;

function fuse(): typeof FuseClass {
  // The CommonJS build, because a search is synchronous and an import is not.
  loaded ??= createRequire(import.meta.url)('fuse.js') as typeof FuseClass;
  return loaded;
}

/** Slips that are forgiven in a word of this many letters. */
function allowedSlips(length: number): number {
  return length <= 6 ? 1 : length <= 9 ? 2 : 3;
}

/**
 * The candidate that a misspelt word most likely stands for.
 *
 * fuse.js finds what is near; among that the number of slips decides (two letters exchanged are one), then how often the
 * candidate is used, then fuse.js's score. The first letter is seldom wrong: where it is, one slip is all that is forgiven.
 */
export function closestWord(
  word: string,
  candidates: readonly string[],
  countOf: (known: string) => number,
): string | undefined {
  if (candidates.length === 0) return undefined;
  const Fuse = fuse();
  const index = new Fuse([...candidates], {includeScore: true, threshold: 0.6, distance: 20, ignoreFieldNorm: true});
  const near = index.search(word).map(({item, score}) => ({item, slips: slipsBetween(word, item), score: score ?? 1}));
  const [best] = near
    .filter(({item, slips}) => slips <= (item.startsWith(word.charAt(0)) ? allowedSlips(word.length) : 1))
    // In a short word only exchanged or doubled letters are a slip; anything else makes another word of it.
    .filter(({item}) => word.length > 4 || sameLetters(word, item) || item.length > word.length)
    .sort(
      (one, other) => one.slips - other.slips || countOf(other.item) - countOf(one.item) || one.score - other.score,
    );
  return best?.item;
}

function sameLetters(one: string, other: string): boolean {
  return [...one].sort().join('') === [...other].sort().join('');
}

/** Letters to insert, drop, change or exchange with their neighbour. Source: optimal string alignment distance. */
export function slipsBetween(one: string, other: string): number {
  let before: number[] = [];
  let last = Array.from({length: other.length + 1}, (_, at) => at);
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1];
      let least = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]) {
        least = Math.min(least, (before[column - 2] ?? 0) + 1);
      }
      current.push(least);
    }
    before = last;
    last = current;
  }
  return last[other.length] ?? 0;
}

/** Titles that fit what was typed so far, best first; for completion. @returns Indices into `titles`. */
export function rankTitles(typed: string, titles: readonly string[], limit: number): number[] {
  const Fuse = fuse();
  const index = new Fuse([...titles], {
    threshold: 0.45,
    ignoreLocation: true,
    ignoreFieldNorm: true,
    useExtendedSearch: false,
  });
  return index.search(typed.slice(0, 64), {limit}).map(({refIndex}) => refIndex);
}
