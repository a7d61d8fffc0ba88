/**
 * Whether every subject has at most one row in the denominator, so that the textbook interval holds exactly
 * (statistics.md section 1).
 */
export function isSingleRows(sums: { n: number; n2: number }): boolean {
  return sums.n2 === sums.n
}
