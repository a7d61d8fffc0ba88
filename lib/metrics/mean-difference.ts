import type { Interval } from './interval'
import type { MeanEstimate } from './mean-interval'
import { studentQuantile } from './student-quantile'

/**
 * Difference of two means: d -+ t sqrt(V1* + V2* - 2C), degrees of freedom by Welch (statistics.md section 4).
 * @param covariance C, from the subjects that are in both (`meanCovariance`)
 * @returns the difference and its df; low = high = value where both variances are 0
 */
export function meanDifference(
  first: MeanEstimate,
  second: MeanEstimate,
  covariance: number,
): Interval & { df: number } {
  const [v1, v2] = [first.shrunkVariance, second.shrunkVariance]
  const value = first.value - second.value
  const welch = v1 ** 2 / first.df + v2 ** 2 / second.df
  const df = welch > 0 ? (v1 + v2) ** 2 / welch : Math.min(first.df, second.df)
  const reach = studentQuantile(0.975, df) * Math.sqrt(Math.max(0, v1 + v2 - 2 * covariance))
  return { value, low: value - reach, high: value + reach, df }
}
