import quantile from '@stdlib/stats-base-dists-chisquare-quantile'

/** Quantile of the chi-square distribution. @param probability within (0,1) @param df above 0, may be fractional */
export function chiSquareQuantile(probability: number, df: number): number {
  return quantile(probability, df)
}
