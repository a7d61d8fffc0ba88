import { shrinkage } from './constants'
import { placementCovariance } from './placement-covariance'
import type { PlacementIcc } from './placement-icc'
import type { PlacementCrossSums, PlacementSums } from './placement-sums'
import type { RatioCrossSums, RatioSums } from './ratio-sums'

/**
 * C of a ratio metric under the hypothesis of no difference, shrunk towards r m0(1-m0) sum n_gs n_cs/(B_g B_c)
 * (statistics.md section 9).
 * @param rate m0, the pool's rate @param icc the pool's r
 * @param nu the smaller of the two slices' nu
 * @returns 0 where no subject is in both
 */
export function ratioNullCovariance(
  cross: RatioCrossSums,
  first: RatioSums,
  second: RatioSums,
  rate: number,
  icc: number,
  nu: number,
): number {
  if (cross.subjects < 2 || cross.nn === 0) return 0
  const products = cross.aa - rate * (cross.an + cross.na) + rate ** 2 * cross.nn
  const own = ((cross.subjects / (cross.subjects - 1)) * products) / (first.n * second.n)
  const pooled = (icc * rate * (1 - rate) * cross.nn) / (first.n * second.n)
  return (nu * own + shrinkage * pooled) / (nu + shrinkage)
}

/** Sums over the subjects of two slices of products of their counts: m1 m2, n1 n2, m1 n2, n1 m2. */
export interface PlacementCrossCounts {
  mm: number
  nn: number
  mn: number
  nm: number
}

/**
 * C of two AUROCs, shrunk towards what the pool's correlations predict from the shared subjects' counts.
 * @param counts undefined: not shrunk
 */
export function aurocNullCovariance(
  cross: PlacementCrossSums,
  first: PlacementSums,
  second: PlacementSums,
  icc: PlacementIcc,
  nu: number,
  counts?: PlacementCrossCounts,
): number {
  const own = placementCovariance(cross, first, second)
  if (counts === undefined) return own
  const [m1, n1, m2, n2] = [first.positives, first.negatives, second.positives, second.negatives]
  const pooled =
    (icc.r1 * icc.w1 * counts.mm) / (m1 * m2) +
    (icc.r0 * icc.w0 * counts.nn) / (n1 * n2) +
    icc.r11 * Math.sqrt(icc.w1 * icc.w0) * (counts.mn / (m1 * n2) + counts.nm / (n1 * m2))
  return (nu * own + shrinkage * pooled) / (nu + shrinkage)
}
