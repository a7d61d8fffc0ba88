/** Sums over subjects of powers of a count c_s: c, c^2, c^3, c^4. */
export interface CountMoments {
  sum: number
  sum2: number
  sum3: number
  sum4: number
}

/**
 * nu, the effective number of subjects less one (statistics.md section 1): w_s = c_s (1 + (c_s - 1) r),
 * nu = (sum w)^2 / sum w^2 - 1.
 * @param moments of the subjects' counts
 * @param icc r, the intra-subject correlation, within [0,1]
 * @returns at least 1
 */
export function effectiveNumber({ sum, sum2, sum3, sum4 }: CountMoments, icc: number): number {
  const weight = (1 - icc) * sum + icc * sum2
  const squares = (1 - icc) ** 2 * sum2 + 2 * icc * (1 - icc) * sum3 + icc ** 2 * sum4
  return squares > 0 ? Math.max(1, weight ** 2 / squares - 1) : 1
}
