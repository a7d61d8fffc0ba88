import type { RatioSums } from './ratio-sums'

/**
 * Sum over subjects of (a_s - rate n_s)^2. What remains of cancellation, below 1e-13 of the terms, counts as 0.
 * @param rate m or m0, within [0,1]
 */
export function ratioDeviation(sums: RatioSums, rate: number): number {
  const scale = sums.events2 + rate ** 2 * sums.n2
  const deviation = scale - 2 * rate * sums.eventsN
  return deviation > 1e-13 * scale ? deviation : 0
}
