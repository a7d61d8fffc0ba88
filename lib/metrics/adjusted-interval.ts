import { extraDegrees } from './constants'
import { effectiveNumber } from './effective-number'
import type { Interval } from './interval'
import { studentQuantile } from './student-quantile'

/** A difference between two arms that compares only rows of the same stratum. */
export interface AdjustedDifference {
  /** share of the arms' rows (for AUROC: positives) in strata where both arms have some, within [0,1]; always stated */
  share: number
  /** undefined where `share` is below one half, or leaving a subject out leaves no stratum with both arms */
  estimate: (Interval & { variance: number; nu: number; df: number }) | undefined
}

/** Below this share of rows in strata with both arms no adjusted value is shown. */
export const leastShare = 0.5

/**
 * Limits from the differences with each subject left out (statistics.md section 4): V = (S-1)/S sum (d_(-s) - d)^2,
 * d -+ t(.975, nu+5) sqrt(V). Limits are not clipped.
 * @param value d @param leftOut sum of (d_(-s) - d)^2 over the S subjects
 * @param arms each subject's count, an array an arm; nu is that of the arm with the smaller one, r = 0
 */
export function jackknifeInterval(value: number, leftOut: number, subjects: number, arms: number[][]) {
  const power = (counts: number[], exponent: number) => counts.reduce((sum, count) => sum + count ** exponent, 0)
  const nuOf = (counts: number[]) =>
    effectiveNumber({ sum: power(counts, 1), sum2: power(counts, 2), sum3: 0, sum4: 0 }, 0)
  const nu = Math.min(...arms.map(nuOf))
  const variance = ((subjects - 1) / subjects) * leftOut
  const df = nu + extraDegrees
  const reach = studentQuantile(0.975, df) * Math.sqrt(variance)
  return { value, low: value - reach, high: value + reach, variance, nu, df }
}
