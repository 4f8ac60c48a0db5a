/**
 * An inverted index: for each term, the documents it stands in and the weight it has there.
 *
 * Lists live in two flat arrays, so that 50,000 entries stay small and a query is a run over neighbouring memory.
 */
export class Postings {
  readonly #termIds = new Map<string, number>();
  readonly #starts: Uint32Array;
  readonly #documents: Uint32Array;
  readonly #weights: Float32Array;

  /**
   * @param documents For each document its terms with their weights there.
   */
  constructor(readonly documents: readonly ReadonlyMap<string, number>[]) {
    const lengths: number[] = [];
    for (const terms of documents) {
      for (const term of terms.keys()) {
        const id = this.#termIds.get(term);
        if (id === undefined) {
          this.#termIds.set(term, lengths.length);
          lengths.push(1);
        } else lengths[id] = (lengths[id] ?? 0) + 1;
      }
    }
    this.#starts = new Uint32Array(lengths.length + 1);
    for (const [id, length] of lengths.entries()) this.#starts[id + 1] = (this.#starts[id] ?? 0) + length;
    const total = this.#starts[lengths.length] ?? 0;
    this.#documents = new Uint32Array(total);
    this.#weights = new Float32Array(total);
    const filled = this.#starts.slice();
    for (const [document, terms] of documents.entries()) {
      for (const [term, weight] of terms) {
        const id = this.#termIds.get(term) ?? 0;
        const at = filled[id] ?? 0;
        this.#documents[at] = document;
        this.#weights[at] = weight;
        filled[id] = at + 1;
      }
    }
  }

  /** How many documents a term stands in. */
  count(term: string): number {
    const id = this.#termIds.get(term);
    return id === undefined ? 0 : (this.#starts[id + 1] ?? 0) - (this.#starts[id] ?? 0);
  }

  /** Add `factor` times the term's weight to the sum of each document that has it. */
  addTo(sums: Float32Array, term: string, factor: number): void {
    const id = this.#termIds.get(term);
    if (id === undefined) return;
    const end = this.#starts[id + 1] ?? 0;
    for (let at = this.#starts[id] ?? 0; at < end; at++) {
      const document = this.#documents[at] ?? 0;
      sums[document] = (sums[document] ?? 0) + factor * (this.#weights[at] ?? 0);
    }
  }
}
