import tCdf from '@stdlib/stats-base-dists-t-cdf'

/**
 * Two-sided p-value of a Student t statistic: P(|X| >= |statistic|).
 * @param statistic any finite number
 * @param df degrees of freedom, above 0, may be fractional
 * @returns between 0 and 1, relative error below 1e-11
 */
export function studentTail(statistic: number, df: number): number {
  return 2 * tCdf(-Math.abs(statistic), df)
}
