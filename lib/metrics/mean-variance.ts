import type { MeanSums } from './mean-sums'

/** Sum over rows of (x_i - mean)^2; what remains of cancellation counts as 0. */
export function meanSquares(sums: MeanSums): number {
  const squares = sums.squares - sums.total ** 2 / sums.n
  return squares > 1e-14 * sums.squares ? squares : 0
}

/** Sum over subjects of (t_s - mean n_s)^2; what remains of cancellation counts as 0. */
export function meanDeviation(sums: MeanSums): number {
  const shift = sums.total / sums.n
  const scale = sums.total2 + shift ** 2 * sums.n2
  const deviation = scale - 2 * shift * sums.totalN
  return deviation > 1e-13 * scale ? deviation : 0
}

/**
 * V of a mean with subjects as clusters (statistics.md section 2.2), not shrunk.
 * @returns 0 or more; `undefined` with fewer than two subjects
 */
export function meanVariance(sums: MeanSums): number | undefined {
  if (sums.subjects < 2) return undefined
  return ((sums.subjects / (sums.subjects - 1)) * meanDeviation(sums)) / sums.n ** 2
}
