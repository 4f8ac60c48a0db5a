/**
 * Logistic regression with a penalty on large weights, by plain gradient descent. Small, exact enough, the same on every run.
 */
export interface Sample {
  readonly features: readonly number[];
  readonly label: 0 | 1;
  readonly weight?: number;
}

/** @returns One weight a feature, then the constant; in the features' own units. */
export function fitLogistic(samples: readonly Sample[], penalty: number, steps = 4000): number[] {
  const width = samples[0]?.features.length ?? 0;
  const {means, scales} = spread(
    samples.map(({features}) => features),
    width,
  );
  const rows = samples.map(({features}) => features.map((value, at) => (value - (means[at] ?? 0)) / (scales[at] ?? 1)));
  const weights = new Array<number>(width + 1).fill(0);
  const total = samples.reduce((sum, {weight}) => sum + (weight ?? 1), 0);
  for (let step = 0; step < steps; step++) {
    const slope = weights.map((weight, at) => (at < width ? penalty * weight : 0));
    for (const [index, row] of rows.entries()) {
      const sample = samples[index];
      if (!sample) continue;
      let sum = weights[width] ?? 0;
      for (let at = 0; at < width; at++) sum += (weights[at] ?? 0) * (row[at] ?? 0);
      const error = ((1 / (1 + Math.exp(-sum)) - sample.label) * (sample.weight ?? 1)) / total;
      for (let at = 0; at < width; at++) slope[at] = (slope[at] ?? 0) + error * (row[at] ?? 0);
      slope[width] = (slope[width] ?? 0) + error;
    }
    for (let at = 0; at <= width; at++) weights[at] = (weights[at] ?? 0) - 1.5 * (slope[at] ?? 0);
  }
  const own = weights.slice(0, width).map((weight, at) => weight / (scales[at] ?? 1));
  const constant = (weights[width] ?? 0) - own.reduce((sum, weight, at) => sum + weight * (means[at] ?? 0), 0);
  return [...own, constant];
}

function spread(rows: readonly (readonly number[])[], width: number): {means: number[]; scales: number[]} {
  const means: number[] = [];
  const scales: number[] = [];
  for (let at = 0; at < width; at++) {
    const mean = rows.reduce((sum, row) => sum + (row[at] ?? 0), 0) / (rows.length || 1);
    const variance = rows.reduce((sum, row) => sum + ((row[at] ?? 0) - mean) ** 2, 0) / (rows.length || 1);
    means.push(mean);
    scales.push(Math.sqrt(variance) || 1);
  }
  return {means, scales};
}

/**
 * Weights that put the right one of several candidates first (conditional logit).
 *
 * @param groups Features of the candidates, and which of them are right.
 */
export function fitOrder(
  groups: readonly {readonly candidates: readonly (readonly number[])[]; readonly right: ReadonlySet<number>}[],
  penalty: number,
  steps = 1500,
): number[] {
  const width = groups[0]?.candidates[0]?.length ?? 0;
  const {means, scales} = spread(
    groups.flatMap(({candidates}) => candidates),
    width,
  );
  const scaled = groups.map(({candidates, right}) => ({
    right,
    rows: candidates.map((row) => row.map((value, at) => (value - (means[at] ?? 0)) / (scales[at] ?? 1))),
  }));
  const weights = new Array<number>(width).fill(0.5);
  for (let step = 0; step < steps; step++) {
    const slope = weights.map((weight) => penalty * weight);
    for (const {rows, right} of scaled) {
      const scores = rows.map((row) => row.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0));
      const most = Math.max(...scores);
      const odds = scores.map((score) => Math.exp(score - most));
      const all = odds.reduce((sum, one) => sum + one, 0);
      const good = odds.reduce((sum, one, at) => sum + (right.has(at) ? one : 0), 0);
      if (good === 0) continue;
      for (const [index, row] of rows.entries()) {
        const odd = odds[index] ?? 0;
        const pull = odd / all - (right.has(index) ? odd / good : 0);
        for (let at = 0; at < width; at++) slope[at] = (slope[at] ?? 0) + (pull * (row[at] ?? 0)) / scaled.length;
      }
    }
    // No signal speaks against a candidate: a better fit never makes it worse.
    for (let at = 0; at < width; at++) weights[at] = Math.max(0, (weights[at] ?? 0) - 0.8 * (slope[at] ?? 0));
  }
  return weights.map((weight, at) => weight / (scales[at] ?? 1));
}
