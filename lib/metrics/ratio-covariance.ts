import type { RatioCrossSums, RatioSums } from './ratio-sums'

/**
 * C of two ratios through the subjects that are in both (statistics.md section 4), not shrunk.
 * @param cross sums over the subjects with rows in either denominator
 * @returns 0 where no subject is in both
 */
export function ratioCovariance(cross: RatioCrossSums, first: RatioSums, second: RatioSums): number {
  if (cross.subjects < 2 || cross.nn === 0) return 0
  const [m1, m2] = [first.events / first.n, second.events / second.n]
  const products = cross.aa - m2 * cross.an - m1 * cross.na + m1 * m2 * cross.nn
  return ((cross.subjects / (cross.subjects - 1)) * products) / (first.n * second.n)
}
