/** Waiting for something to become true, looked at again after every change rather than after a while. */

/** @param what Named in the error where it does not come. */
export type Until = <Value>(look: () => Value | undefined, what: string, timeoutMs?: number) => Promise<Value>;

export interface Watch {
  readonly until: Until;
  readonly changed: () => void;
}

/** Longest wait in real time, long enough for a client to come back after a close. */
const defaultTimeoutMs = 10_000;

export function createWatch(): Watch {
  const watchers = new Set<() => void>();
  return {
    changed: () => {
      for (const watcher of [...watchers]) watcher();
    },
    until: (look, what, timeoutMs = defaultTimeoutMs) =>
      new Promise((resolve, reject) => {
        const finish = (): void => {
          watchers.delete(watcher);
          clearTimeout(timer);
        };
        const watcher = (): void => {
          const value = look();
          if (value === undefined) return;
          finish();
          resolve(value);
        };
        const timer = setTimeout(() => {
          finish();
          reject(new Error(`${what} did not come within ${timeoutMs} ms.`));
        }, timeoutMs);
        watchers.add(watcher);
        watcher();
      }),
  };
}
