/**
 * Faults by script: what goes wrong with the next calls of a method.
 */
export type Fault =
  | {readonly type: 'rate-limited'; readonly retryAfterSeconds: number}
  /** An HTTP status with a body that is no JSON. */
  | {readonly type: 'status'; readonly status: number}
  | {readonly type: 'broken-json'}
  | {readonly type: 'error'; readonly error: string}
  /** Carried out as asked, but no answer ever comes. */
  | {readonly type: 'accept-then-timeout'}
  /** Carried out as asked, and the connection is cut instead of an answer. */
  | {readonly type: 'accept-then-drop'}
  /** Carried out and answered, later. */
  | {readonly type: 'delay'; readonly ms: number}
  /** The connection is cut and nothing done. */
  | {readonly type: 'drop'};

export class Faults {
  readonly #queues = new Map<string, Fault[]>();
  readonly #standing = new Map<string, Fault>();

  /**
   * Let the next calls fail, in this order; each fault is met once.
   *
   * @param method A Web API method (`chat.postMessage`), or `response_url`.
   */
  next(method: string, ...faults: readonly Fault[]): void {
    this.#queues.set(method, [...(this.#queues.get(method) ?? []), ...faults]);
  }

  /** Let every call fail, after those of {@link next}, until told otherwise. */
  always(method: string, fault: Fault | undefined): void {
    if (fault) this.#standing.set(method, fault);
    else this.#standing.delete(method);
  }

  /** How many faults of {@link next} nobody has met yet. */
  get left(): number {
    return [...this.#queues.values()].reduce((sum, queue) => sum + queue.length, 0);
  }

  take(method: string): Fault | undefined {
    return this.#queues.get(method)?.shift() ?? this.#standing.get(method);
  }
}
