/** Ids that grow with time. Source: Discord API reference, "Snowflakes". */

/** First millisecond of 2015, from which ids count. */
export const discordEpochMs = 1_420_070_400_000;

/** A maker of ids, each larger than the one before, also where the clock stands or goes back. */
export function createSnowflakes(now: () => number): () => string {
  let last = 0n;
  return () => {
    const fresh = BigInt(now() - discordEpochMs) << 22n;
    last = fresh > last ? fresh : last + 1n;
    return String(last);
  };
}
