/**
 * An inverted index: for each term, the documents it stands in and the weight it has there.
 *
 * Lists live in two flat arrays, so that 50,000 entries stay small and a query is a run over neighbouring memory.
 */
export interface PostingsState {
  /** Place of a term's list in `starts`. */
  readonly termIds: ReadonlyMap<string, number>;
  /** Where each list starts in the two arrays below; the last one is their length. */
  readonly starts: Uint32Array;
  readonly documents: Uint32Array;
  readonly weights: Float32Array;
}

export class Postings {
  constructor(readonly state: PostingsState) {}

  /**
   * @param documents For each document its terms with their weights there.
   */
  static of(documents: readonly ReadonlyMap<string, number>[]): Postings {
    const termIds = new Map<string, number>();
    const lengths: number[] = [];
    for (const terms of documents) {
      for (const term of terms.keys()) {
        const id = termIds.get(term);
        if (id === undefined) {
          termIds.set(term, lengths.length);
          lengths.push(1);
        } else lengths[id] = (lengths[id] ?? 0) + 1;
      }
    }
    const starts = new Uint32Array(lengths.length + 1);
    for (const [id, length] of lengths.entries()) starts[id + 1] = (starts[id] ?? 0) + length;
    const total = starts[lengths.length] ?? 0;
    const state = {termIds, starts, documents: new Uint32Array(total), weights: new Float32Array(total)};
    const filled = starts.slice();
    for (const [document, terms] of documents.entries()) {
      for (const [term, weight] of terms) {
        const id = termIds.get(term) ?? 0;
        const at = filled[id] ?? 0;
        state.documents[at] = document;
        state.weights[at] = weight;
        filled[id] = at + 1;
      }
    }
    return new Postings(state);
  }

  /** How many documents a term stands in. */
  count(term: string): number {
    const {termIds, starts} = this.state;
    const id = termIds.get(term);
    return id === undefined ? 0 : (starts[id + 1] ?? 0) - (starts[id] ?? 0);
  }

  /** Add `factor` times the term's weight to the sum of each document that has it. */
  addTo(sums: Float32Array, term: string, factor: number): void {
    const {termIds, starts, documents, weights} = this.state;
    const id = termIds.get(term);
    if (id === undefined) return;
    const end = starts[id + 1] ?? 0;
    for (let at = starts[id] ?? 0; at < end; at++) {
      const document = documents[at] ?? 0;
      sums[document] = (sums[document] ?? 0) + factor * (weights[at] ?? 0);
    }
  }
}
