import { extraDegrees, shrinkage, z975 } from './constants'
import type { Estimate } from './interval'
import { logitLimits } from './logit-limits'
import { newcombeAurocLimits } from './newcombe-auroc-limits'
import type { PlacementIcc } from './placement-icc'
import { placementPooledVariance } from './placement-pooled-variance'
import type { PlacementSums } from './placement-sums'
import { placementVariance } from './placement-variance'
import { studentQuantile } from './student-quantile'

/** The estimate of an AUROC; `shrunkVariance` is V*. */
export interface AurocEstimate extends Estimate {
  shrunkVariance: number
  /** true where all scores are equal: a value of .5 that says nothing */
  isAllTied: boolean
}

/**
 * AUROC with its interval (statistics.md section 3): Obuchowski's variance, shrunk towards the one that the pool's
 * correlations predict, symmetric on the logit scale; DeLong's variance where every subject has one row; method 5 of
 * Newcombe (2006) where A is 0 or 1, or the variance 0.
 * @param sums of the slice
 * @param icc of the pool (`placementIcc`)
 * @returns value and limits within [0,1]; `undefined` with fewer than two subjects of either class
 */
export function aurocInterval(sums: PlacementSums, icc: PlacementIcc): AurocEstimate | undefined {
  const variance = placementVariance(sums)
  if (variance === undefined) return undefined
  const { positives: m, negatives: n, auroc: value } = sums
  const single = sums.subjects === m + n
  const s1 = sums.v10Squares / (m - 1)
  const s0 = sums.v01Squares / (n - 1)
  const { nu, variance: pooled, designEffect } = placementPooledVariance(sums, icc, s1, s0)
  const shrunkVariance = single ? variance : (nu * variance + shrinkage * pooled) / (nu + shrinkage)
  const isAllTied = value === 0.5 && s1 === 0 && s0 === 0
  const common = { value, nEff: null, variance, shrunkVariance, isAllTied }
  if (value === 0 || value === 1 || shrunkVariance < 1e-20) return { ...common, ...newcombe(sums, icc, single) }
  const df = single ? nu : nu + extraDegrees
  const limits = logitLimits(value, studentQuantile(0.975, df) * Math.sqrt(shrunkVariance))
  const method = single ? 'delong-logit' : 'obuchowski-logit'
  return { ...common, ...limits, df, method, nu, designEffect: single ? 1 : designEffect }
}

/** Limits where the slice's own placements have no spread: nu and D from the pool's w1 and w0; z for single rows. */
function newcombe(sums: PlacementSums, icc: PlacementIcc, single: boolean) {
  const { positives: m, negatives: n } = sums
  const spread = icc.w1 + icc.w0 > 0 ? [icc.w1, icc.w0] : [1, 1]
  const { nu, designEffect: own } = placementPooledVariance(sums, icc, spread[0], spread[1])
  const designEffect = single ? 1 : Math.max(1, own)
  const df = single ? null : nu + extraDegrees
  const t = df === null ? z975 : studentQuantile(0.975, df)
  const method = single ? 'newcombe-5' : 'newcombe-5-clustered'
  return { ...newcombeAurocLimits(sums.auroc, m, n, t, designEffect), df, method, nu, designEffect }
}
