import normalCdf from '@stdlib/stats-base-dists-normal-cdf'

/** Two-sided p-value of a standard normal statistic: P(|Z| >= |statistic|), between 0 and 1. */
export function normalTail(statistic: number): number {
  return 2 * normalCdf(-Math.abs(statistic), 0, 1)
}
