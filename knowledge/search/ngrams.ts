/**
 * Nearness by spelling: triples of letters shared by a question and a title or phrase.
 *
 * It finds what words miss: compounds written together, forms that stemming does not join, slips in short words.
 * Triples are counted in buckets of a hash; two triples in one bucket do no harm that can be measured.
 */
const bucketBits = 16;
const buckets = 1 << bucketBits;
/** From this many rows on, triples that stand in many of them are left out: they cost time and tell little. */
const manyRows = 5000;
/** The share of rows from which a triple counts as common then. */
const commonShare = 0.02;

export interface NgramsState {
  /** Where the rows of each triple start; the last one is their number. */
  readonly starts: Uint32Array;
  readonly rows: Uint32Array;
  /** Length of each row's vector. */
  readonly norms: Float32Array;
  /** How telling each triple is. */
  readonly weights: Float32Array;
}

export class Ngrams {
  constructor(readonly state: NgramsState) {}

  static of(texts: readonly string[]): Ngrams {
    const triples = texts.map(triplesOf);
    const starts = new Uint32Array(buckets + 1);
    const weights = new Float32Array(buckets);
    for (const row of triples) for (const triple of row) starts[triple + 1] = (starts[triple + 1] ?? 0) + 1;
    const limit = texts.length > manyRows ? texts.length * commonShare : Infinity;
    let total = 0;
    for (let bucket = 0; bucket < buckets; bucket++) {
      const count = starts[bucket + 1] ?? 0;
      const kept = count <= limit;
      weights[bucket] = count > 0 && kept ? Math.log(1 + texts.length / count) : 0;
      total += kept ? count : 0;
      starts[bucket + 1] = total;
    }
    const rows = new Uint32Array(total);
    const norms = new Float32Array(texts.length);
    const filled = starts.slice();
    for (const [row, own] of triples.entries()) {
      let sum = 0;
      for (const triple of own) {
        const weight = weights[triple] ?? 0;
        if (weight === 0) continue;
        sum += weight * weight;
        const at = filled[triple] ?? 0;
        rows[at] = row;
        filled[triple] = at + 1;
      }
      norms[row] = Math.sqrt(sum) || 1;
    }
    return new Ngrams({starts, rows, norms, weights});
  }

  /** Cosine of the question with each row, 0..1, written into `sums`. */
  score(text: string, sums: Float32Array): void {
    const {starts, rows, norms, weights} = this.state;
    sums.fill(0);
    let norm = 0;
    for (const triple of triplesOf(text)) {
      const weight = weights[triple] ?? 0;
      // A triple that no row has makes the question longer all the same.
      norm += weight === 0 ? 4 : weight * weight;
      const end = starts[triple + 1] ?? 0;
      for (let at = starts[triple] ?? 0; at < end; at++) {
        const row = rows[at] ?? 0;
        sums[row] = (sums[row] ?? 0) + weight * weight;
      }
    }
    const length = Math.sqrt(norm) || 1;
    for (let row = 0; row < sums.length; row++) {
      const sum = sums[row] ?? 0;
      if (sum > 0) sums[row] = sum / (length * (norms[row] ?? 1));
    }
  }
}

/** Buckets of the letter triples of a text, each once. */
function triplesOf(text: string): Set<number> {
  const triples = new Set<number>();
  const padded = ` ${text} `;
  for (let at = 0; at + 2 < padded.length; at++) {
    const hash = padded.charCodeAt(at) * 961 + padded.charCodeAt(at + 1) * 31 + padded.charCodeAt(at + 2);
    triples.add((hash ^ (hash >>> bucketBits)) & (buckets - 1));
  }
  return triples;
}
