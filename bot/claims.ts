/**
 * Each question is answered once: whoever takes its key first answers, and a repetition within ten minutes is dropped.
 *
 * Slack repeats events that were not acknowledged in time, some of them under new event ids; Discord gives an event to
 * every connected replica. The key therefore names the message, never the delivery.
 */

/** Slack's last repetition comes after 5 minutes. Source: Slack, "Events API", "Error handling". */
export const holdMs = 10 * 60_000;
/** Some 80 questions a second for as long as a claim holds. */
const maxClaims = 50_000;

export interface Claims {
  /** @returns Whether the key is the caller's now; false where it was taken before. */
  take(key: string): Promise<boolean>;
}

/**
 * Claims in memory, for one process. The oldest are forgotten first where there are too many.
 *
 * @param now Milliseconds since the epoch; may jump.
 */
export function memoryClaims(now: () => number): Claims {
  // In the order they were taken, which is the order they end in.
  const taken = new Map<string, number>();
  return {
    take(key) {
      const at = now();
      for (const [old, takenAt] of taken) {
        if (Math.abs(at - takenAt) < holdMs && taken.size < maxClaims) break;
        taken.delete(old);
      }
      if (taken.has(key)) return Promise.resolve(false);
      taken.set(key, at);
      return Promise.resolve(true);
    },
  };
}
