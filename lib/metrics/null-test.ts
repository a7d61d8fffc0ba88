import { extraDegrees } from './constants'
import { normalQuantile } from './normal-quantile'
import type { NullVariance } from './null-variance'
import { studentTail } from './student-tail'

/** A difference between a slice and its comparator as a test. */
export interface NullTest {
  /** T, signed as the difference */
  t: number
  df: number
  /** two-sided, within [0,1] */
  p: number
  /** the normal quantile with the same p, signed as the difference; finite */
  z: number
  /** V_g + V_c - 2C, at least a quarter of V_g + V_c */
  variance: number
}

/**
 * T = (m_g - m_c)/sqrt(V_g + V_c - 2C), p by Student's t with Welch's degrees (statistics.md section 9).
 * @param difference m_g - m_c
 * @param slice and @param comparator null-imposed variances
 * @param covariance C, null-imposed
 * @returns `undefined` where both variances are 0
 */
export function nullTest(
  difference: number,
  slice: NullVariance,
  comparator: NullVariance,
  covariance: number,
): NullTest | undefined {
  const [vg, vc] = [slice.variance, comparator.variance]
  if (vg + vc <= 0) return undefined
  const variance = Math.max((vg + vc) / 4, vg + vc - 2 * covariance)
  const t = difference / Math.sqrt(variance)
  const df = (vg + vc) ** 2 / (vg ** 2 / (slice.nu + extraDegrees) + vc ** 2 / (comparator.nu + extraDegrees))
  const p = studentTail(t, df)
  return { t, df, p, z: Math.sign(t) * -normalQuantile(p / 2), variance }
}
