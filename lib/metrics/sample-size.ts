/** Sum of the normal quantiles of .975 and .8: one planned comparison, power 80%. */
export const plannedQuantiles = 2.8

/** Of .975 and .9: where the gap is near 0 and a rule bounds it on both sides. */
export const twoSidedQuantiles = 3.24

/** The normal quantile of the power of 80%. */
const powerQuantile = 0.84

/**
 * The smallest gap that one planned comparison would find with 80% power (statistics.md section 13).
 * @param variance V_g + V_c - 2C, null-imposed and shrunk (`nullTest`), 0 or more
 */
export function plannedDetectableGap(variance: number): number {
  return plannedQuantiles * Math.sqrt(variance)
}

/** The same among all tests of a family. @param critical c, the max-T critical value (about 3.3) */
export function familyDetectableGap(variance: number, critical: number): number {
  return (critical + powerQuantile) * Math.sqrt(variance)
}

/** What an inconclusive rule would need. */
export type SubjectsNeeded =
  | { kind: 'reachable'; subjects: number }
  /** the comparator alone is too imprecise */
  | { kind: 'cannot_be_reached' }
  /** the gap itself is at the limit: more subjects decide nothing */
  | { kind: 'at_the_limit' }

/**
 * Subjects that the slice needs so that a gap like the one seen would pass (statistics.md section 13):
 * V_target = ((limit - |gap|)/2.80)^2, S_g V_g/(V_target - V_c).
 * @param gap h, the harm gap seen @param limit delta, above 0
 * @param slice subjects and null-imposed variance of the slice
 * @param comparatorVariance V_c
 * @param quantiles `twoSidedQuantiles` where the gap is near 0 and the rule two-sided
 * @returns subjects in all, not those to add; rounded up
 */
export function subjectsNeeded(
  gap: number,
  limit: number,
  slice: { subjects: number; variance: number },
  comparatorVariance: number,
  quantiles = plannedQuantiles,
): SubjectsNeeded {
  const room = limit - Math.abs(gap)
  if (room <= 0) return { kind: 'at_the_limit' }
  const target = (room / quantiles) ** 2
  if (comparatorVariance >= target) return { kind: 'cannot_be_reached' }
  return { kind: 'reachable', subjects: Math.ceil((slice.subjects * slice.variance) / (target - comparatorVariance)) }
}
