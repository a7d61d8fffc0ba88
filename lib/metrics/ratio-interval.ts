import { extraDegrees, shrinkage, z975 } from './constants'
import { effectiveNumber } from './effective-number'
import type { Estimate } from './interval'
import { isSingleRows } from './is-single-rows'
import type { RatioSums } from './ratio-sums'
import { ratioVariance } from './ratio-variance'
import { studentQuantile } from './student-quantile'
import { wilsonLimits } from './wilson-limits'

/** An estimate whose effective rows and design effect are known. */
export interface RatioEstimate extends Estimate {
  nEff: number
}

/**
 * A/B with Wilson limits on an effective number of rows (statistics.md section 2): the slice's own design effect
 * weighs nu, the one that the pool's ICC predicts weighs K0 = 10. Textbook Wilson where every subject has one row.
 * @param sums of the slice
 * @param icc r of the pool, within [0,1] (`ratioIcc`)
 * @returns value and limits within [0,1]; `undefined` without rows or with a single subject
 */
export function ratioInterval(sums: RatioSums, icc: number): RatioEstimate | undefined {
  const variance = ratioVariance(sums)
  if (variance === undefined) return undefined
  const value = sums.events / sums.n
  const single = isSingleRows(sums)
  const nu = effectiveNumber({ sum: sums.n, sum2: sums.n2, sum3: sums.n3, sum4: sums.n4 }, icc)
  const designEffect = single ? 1 : designEffectOf(sums, icc, nu, variance)
  const nEff = sums.n / designEffect
  const df = single ? null : nu + extraDegrees
  const limits = wilsonLimits(value, nEff, df === null ? z975 : studentQuantile(0.975, df))
  return { value, ...limits, nEff, df, method: single ? 'wilson' : 'wilson-clustered', variance, nu, designEffect }
}

/** D of section 2.3: at least 1. */
function designEffectOf(sums: RatioSums, icc: number, nu: number, variance: number): number {
  const value = sums.events / sums.n
  const pooled = 1 + icc * (sums.n2 / sums.n - 1)
  const own = value > 0 && value < 1 ? (variance * sums.n) / (value * (1 - value)) : pooled
  return Math.max(1, (nu * own + shrinkage * pooled) / (nu + shrinkage))
}
