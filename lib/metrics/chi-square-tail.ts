import chiSquareCdf from '@stdlib/stats-base-dists-chisquare-cdf'

/** Upper tail of the chi-square distribution: P(X >= statistic), between 0 and 1. Absolute error below 1e-13. */
export function chiSquareTail(statistic: number, df: number): number {
  return 1 - chiSquareCdf(statistic, df)
}
