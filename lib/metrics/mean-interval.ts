import { extraDegrees, shrinkage } from './constants'
import { effectiveNumber } from './effective-number'
import type { Estimate } from './interval'
import { isSingleRows } from './is-single-rows'
import { logitLimits } from './logit-limits'
import type { MeanSums } from './mean-sums'
import { meanSquares, meanVariance } from './mean-variance'
import { studentQuantile } from './student-quantile'

/** The estimate of a mean; `shrunkVariance` is V*, which gave the limits. */
export interface MeanEstimate extends Estimate {
  df: number
  shrunkVariance: number
}

/**
 * The mean of a real value a row with its interval (statistics.md section 2, mean metrics): the slice's own variance
 * weighs nu, the one that the pool's ICC predicts weighs K0 = 10; no cap. Single rows: s^2/B with B - 1 df.
 * @param sums of the slice
 * @param icc of the pool, within [0,1] (`meanIcc`)
 * @param isBounded true where every value is within [0,1] (Brier, mean score): limits on the logit scale
 * @returns `undefined` with fewer than two subjects
 */
export function meanInterval(sums: MeanSums, icc: number, isBounded: boolean): MeanEstimate | undefined {
  const variance = meanVariance(sums)
  if (variance === undefined) return undefined
  const value = sums.centre + sums.total / sums.n
  const single = isSingleRows(sums)
  const nu = effectiveNumber({ sum: sums.n, sum2: sums.n2, sum3: sums.n3, sum4: sums.n4 }, icc)
  const independent = meanSquares(sums) / (sums.n - 1) / sums.n
  const pooled = independent * (1 + icc * (sums.n2 / sums.n - 1))
  const shrunkVariance = single ? independent : (nu * variance + shrinkage * pooled) / (nu + shrinkage)
  const df = single ? sums.n - 1 : nu + extraDegrees
  const reach = studentQuantile(0.975, df) * Math.sqrt(shrunkVariance)
  const logit = isBounded && value > 0 && value < 1
  return {
    value,
    ...(logit ? logitLimits(value, reach) : { low: value - reach, high: value + reach }),
    nEff: null,
    df,
    method: `${logit ? 'logit' : 'linear'}${single ? '' : '-clustered'}`,
    variance,
    nu,
    designEffect: independent > 0 ? shrunkVariance / independent : 1,
    shrunkVariance,
  }
}
