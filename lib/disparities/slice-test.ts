import type { TestedMetric } from './tested-metric'

/** What a test says of one slice, one metric, against everyone else. */
export interface SliceTest {
  /** index of the family in the view, and of the slice in the family */
  family: number
  slice: number
  metric: TestedMetric
  /** size of the evidence: the standardised statistic, 0 or more; findings are ordered by it */
  t: number
  /**
   * 1 where the slice is higher than chance would have it, -1 where lower. Slices whose patients have unlike numbers of
   * images differ even by chance, so this may disagree with the sign of the plain difference.
   */
  sign: number
  p: number
  pAdjusted: number
  pBH: number
  /** only beside p-values of the normal approximation */
  pHolm: number | undefined
  adjustment: 'permutation-max-t' | 'normal-max-t'
  /** 95 % quantile of the largest |T| among all tests: what a gap must reach to stand out */
  critical: number
}

/** The largest gap that chance alone gives in a family: mean, 95th percentile, and how often it is as large as observed. */
export interface GapByChance {
  family: number
  metric: TestedMetric
  mean: number
  p95: number
  p: number
}

/** All tests of a view. Where it has sets of both kinds, adjusted p-values are already doubled. */
export interface TestedView {
  tests: SliceTest[]
  chance: GapByChance[]
}
