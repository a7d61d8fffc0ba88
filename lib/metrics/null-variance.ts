import { shrinkage } from './constants'
import { effectiveNumber } from './effective-number'
import type { PlacementIcc } from './placement-icc'
import { placementPooledVariance } from './placement-pooled-variance'
import type { PlacementSums } from './placement-sums'
import { placementVariance } from './placement-variance'
import { ratioDeviation } from './ratio-deviation'
import type { RatioSums } from './ratio-sums'

/** A variance under the hypothesis that the slice is like the pool. */
export interface NullVariance {
  /** above 0 unless all rows of the pool agree */
  variance: number
  /** effective number of subjects less one, at least 1 */
  nu: number
}

/**
 * The null-imposed, shrunk variance of a ratio metric (statistics.md section 9): deviations from the pool's rate m0,
 * not from the slice's own, so that it is not 0 at an observed 100%; at least that of independent rows.
 * @param sums of the slice or its comparator
 * @param rate m0, the pool's rate @param icc the pool's r
 * @returns `undefined` with fewer than two subjects
 */
export function ratioNullVariance(sums: RatioSums, rate: number, icc: number): NullVariance | undefined {
  if (sums.subjects < 2) return undefined
  const independent = (rate * (1 - rate)) / sums.n
  const own = ((sums.subjects / (sums.subjects - 1)) * ratioDeviation(sums, rate)) / sums.n ** 2
  const pooled = independent * (1 + icc * (sums.n2 / sums.n - 1))
  const nu = effectiveNumber({ sum: sums.n, sum2: sums.n2, sum3: sums.n3, sum4: sums.n4 }, icc)
  return { variance: Math.max(independent, (nu * own + shrinkage * pooled) / (nu + shrinkage)), nu }
}

/**
 * The null-imposed, shrunk variance of an AUROC: V* of section 3 with the pool's w1, w0 in the place of s1, s0
 * (statistics.md section 9). It stays above 0 where the slice's AUROC is 1.
 * @returns `undefined` with fewer than two subjects of either class
 */
export function aurocNullVariance(sums: PlacementSums, icc: PlacementIcc): NullVariance | undefined {
  const own = placementVariance(sums)
  if (own === undefined) return undefined
  const { variance: pooled, nu } = placementPooledVariance(sums, icc, icc.w1, icc.w0)
  return { variance: (nu * own + shrinkage * pooled) / (nu + shrinkage), nu }
}
