/**
 * The questions that are being answered, so that leaving can wait for them, and a question's edit for its answer.
 */
export interface InFlight {
  /**
   * Works on one question at a time per key, in the order they came.
   *
   * @param work Must not reject.
   */
  run(key: string, work: () => Promise<void>): void;
  /** Resolves when nothing is left. */
  settled(): Promise<void>;
}

export function createInFlight(): InFlight {
  const last = new Map<string, Promise<void>>();
  return {
    run(key, work) {
      const mine: Promise<void> = (last.get(key) ?? Promise.resolve()).then(work).finally(() => {
        if (last.get(key) === mine) last.delete(key);
      });
      last.set(key, mine);
    },
    async settled() {
      while (last.size > 0) await Promise.allSettled(last.values());
    },
  };
}
