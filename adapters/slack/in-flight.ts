/**
 * What is being answered now: in turn for the same message, and counted, so that leaving can wait for it.
 */

export interface InFlight {
  run<T>(work: () => Promise<T>): Promise<T>;
  /** Run after all that was begun earlier for the same key, such as the answer that an edit corrects. */
  inTurn(key: string, work: () => Promise<void>): Promise<void>;
  /** Resolves when nothing is in flight. */
  settled(): Promise<void>;
}

export function createInFlight(): InFlight {
  const running = new Set<Promise<unknown>>();
  const lines = new Map<string, Promise<void>>();
  return {
    async run(work) {
      const done = work();
      running.add(done);
      try {
        return await done;
      } finally {
        running.delete(done);
      }
    },
    async inTurn(key, work) {
      const earlier = lines.get(key) ?? Promise.resolve();
      const own = earlier.catch(() => undefined).then(work);
      lines.set(key, own);
      try {
        await own;
      } finally {
        if (lines.get(key) === own) lines.delete(key);
      }
    },
    async settled() {
      while (running.size > 0) await Promise.allSettled([...running]);
    },
  };
}
