/** A bin of rows of similar probability. */
export interface CalibrationBin {
  /** rows, above 0 */
  n: number
  /** share of rows with label 1, mean probability: within [0,1] */
  observed: number
  predicted: number
}

/** The number of bins that n rows allow: floor(n/20), from 2 to 15 (statistics.md section 6). */
export function eceBinCount(n: number): number {
  return Math.min(15, Math.max(2, Math.floor(n / 20)))
}

/**
 * Inner edges of bins of equal mass: linear quantiles k/K as numpy's, repeated ones and those at either end dropped, as
 * pandas' `qcut` does.
 * @param sorted probabilities of the rows, ascending @param bins K
 * @returns ascending, at most K - 1
 */
export function eceEdges(sorted: Float64Array, bins: number): number[] {
  const edges = new Set<number>()
  for (let k = 1; k < bins; k++) {
    const place = (sorted.length - 1) * (k / bins)
    const [below, share] = [Math.floor(place), place - Math.floor(place)]
    const [low, high] = [sorted[below], sorted[Math.min(below + 1, sorted.length - 1)]]
    // two forms, as numpy: each is exact at the end nearer to it
    const edge = share < 0.5 ? low + (high - low) * share : high - (high - low) * (1 - share)
    if (edge > sorted[0] && edge < sorted[sorted.length - 1]) edges.add(edge)
  }
  return [...edges].sort((first, second) => first - second)
}

/** The bin of a probability: bins are closed on the right. @returns 0 … edges.length */
export function eceBinOf(probability: number, edges: readonly number[]): number {
  let bin = 0
  while (bin < edges.length && probability > edges[bin]) bin++
  return bin
}

/** What each bin holds, empty ones included (n = 0, shares 0). */
export function eceBins(
  probability: Float64Array,
  label: Uint8Array,
  rows: Uint32Array,
  edges: readonly number[],
): CalibrationBin[] {
  const bins = Array.from({ length: edges.length + 1 }, () => ({ n: 0, observed: 0, predicted: 0 }))
  for (const row of rows) {
    const bin = bins[eceBinOf(probability[row], edges)]
    bin.n++
    bin.observed += label[row]
    bin.predicted += probability[row]
  }
  for (const bin of bins) {
    bin.observed /= Math.max(1, bin.n)
    bin.predicted /= Math.max(1, bin.n)
  }
  return bins
}
