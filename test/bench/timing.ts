/**
 * Measuring: times of calls, their quantiles, and the memory that is in use.
 */

export function timeMs(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

/** Times of `rounds` calls in ms, after `warmUp` calls that are not counted. */
export function timesMs(run: () => unknown, rounds: number, warmUp: number): number[] {
  for (let round = 0; round < warmUp; round++) run();
  return Array.from({length: rounds}, () => timeMs(run));
}

/**
 * @param share 0..1: 0.5 is the median.
 * @returns The smallest value that at least this share of the values does not exceed; NaN for no values.
 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** How long something took to build, and by how much the memory in use grew. */
export interface Weighed {
  readonly ms: number;
  readonly megabytes: number;
}

export function weigh<T>(build: () => T): Weighed & {readonly built: T} {
  const before = usedBytes();
  const start = performance.now();
  const built = build();
  const ms = performance.now() - start;
  return {built, ms, megabytes: (usedBytes() - before) / 1e6};
}

/** Bytes of objects and of typed arrays, after a collection. */
function usedBytes(): number {
  if (!globalThis.gc) throw new Error('Memory cannot be measured. Run node with --expose-gc, as `npm run bench` does.');
  globalThis.gc();
  const {heapUsed, arrayBuffers} = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
