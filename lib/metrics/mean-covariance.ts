import type { MeanSums } from './mean-sums'
import type { RatioCrossSums } from './ratio-sums'

/**
 * C of two means through the subjects that are in both (statistics.md section 4).
 * @param cross with t_s, the sums about each slice's own centre, in the place of a_s
 * @returns 0 where no subject is in both
 */
export function meanCovariance(cross: RatioCrossSums, first: MeanSums, second: MeanSums): number {
  if (cross.subjects < 2 || cross.nn === 0) return 0
  const [d1, d2] = [first.total / first.n, second.total / second.n]
  const products = cross.aa - d2 * cross.an - d1 * cross.na + d1 * d2 * cross.nn
  return ((cross.subjects / (cross.subjects - 1)) * products) / (first.n * second.n)
}
