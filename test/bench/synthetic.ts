/**
 * Made-up entries, for sizes that no HOWTO has: words of the bundled knowledge, drawn as often as Zipf's law has it.
 *
 * The same size gives the same entries in every run.
 */
import type {Entry, EntryId} from '../../knowledge/entry.js';
import type {Topic} from '../../knowledge/search/topic.js';

/** A text that every search under measure is given alike. */
export interface Text {
  readonly heading: string;
  readonly question: string;
  readonly answer: string;
}

const questionWords = 9;
const answerWords = 80;
/** Words drawn before the law sets in, so that no single word fills the texts. Source: Mandelbrot's form of the law. */
const flatten = 2.7;

/** The distinct words of texts, the most frequent first. */
export function wordsByFrequency(texts: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const word of text.toLowerCase().match(/[\p{L}\p{N}](?:[\p{L}\p{N}_-]*[\p{L}\p{N}])?/gu) ?? [])
      counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts].sort(([, one], [, other]) => other - one).map(([word]) => word);
}

/** @param words Most frequent first. */
export function syntheticTexts(words: readonly string[], count: number): Text[] {
  const random = seededRandom(1);
  const sums: number[] = [];
  let sum = 0;
  for (let rank = 0; rank < words.length; rank++) sums.push((sum += 1 / (rank + 1 + flatten)));
  const drawText = (length: number): string =>
    Array.from({length}, () => words[firstAtLeast(sums, random() * sum)]).join(' ');
  return Array.from({length: count}, () => {
    const question = drawText(questionWords);
    return {heading: `Q: ${question}?`, question: `${question}?`, answer: drawText(answerWords)};
  });
}

/** Topics of entries as a document without search phrases gives them. */
export function topicsOfTexts(texts: readonly Text[]): Topic[] {
  return texts.map(({heading, question, answer}, at) => {
    const entry: Entry = {
      id: `q-${at}` as EntryId,
      section: [],
      heading,
      question,
      answer: {type: 'root', children: []},
      links: [],
      code: [],
      origin: {document: 'synthetic.rst', line: at + 1},
    };
    return {entry, titles: [question], phrases: [], body: answer};
  });
}

/** The place of the first of the ascending sums that is at least `wanted`. */
function firstAtLeast(sums: readonly number[], wanted: number): number {
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Numbers in 0..1 that look random and repeat from run to run. Source: mulberry32, public domain. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
