import { effectiveNumber } from './effective-number'
import type { PlacementIcc } from './placement-icc'
import type { PlacementSums } from './placement-sums'

/** What the pool's correlations predict for a slice (statistics.md section 3). */
export interface PooledVariance {
  /** V_pool, at least (V1 + V0)/4 */
  variance: number
  /** effective number of subjects less one, at least 1 */
  nu: number
  /** V_pool over the variance of independent rows */
  designEffect: number
}

/**
 * V_pool and nu of a slice from two mean squares of placements and the pool's correlations.
 * @param s1 of positives, @param s0 of negatives: the slice's own, or the pool's w1 and w0
 */
export function placementPooledVariance(
  sums: PlacementSums,
  icc: PlacementIcc,
  s1: number,
  s0: number,
): PooledVariance {
  const { positives: m, negatives: n } = sums
  const factor1 = 1 + icc.r1 * (sums.m2 / m - 1)
  const factor0 = 1 + icc.r0 * (sums.n2 / n - 1)
  const [v1, v0] = [(s1 / m) * factor1, (s0 / n) * factor0]
  const shared = (2 * icc.r11 * Math.sqrt(s1 * s0) * sums.mn) / (m * n)
  const variance = Math.max((v1 + v0) / 4, v1 + v0 + shared)
  const nu1 = effectiveNumber({ sum: m, sum2: sums.m2, sum3: sums.m3, sum4: sums.m4 }, icc.r1)
  const nu0 = effectiveNumber({ sum: n, sum2: sums.n2, sum3: sums.n3, sum4: sums.n4 }, icc.r0)
  const welch = v1 ** 2 / nu1 + v0 ** 2 / nu0
  const independent = s1 / m + s0 / n
  return {
    variance,
    nu: welch > 0 ? Math.max(1, (v1 + v0) ** 2 / welch) : Math.min(nu1, nu0),
    designEffect: independent > 0 ? variance / independent : 1,
  }
}
