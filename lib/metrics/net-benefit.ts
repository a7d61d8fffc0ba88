/**
 * A row's part of net benefit, a mean metric: d (y - (1-y) p/(1-p)) (Vickers and Elkin 2006; statistics.md section 2).
 * @param label y, 0 or 1 @param decision d, 0 or 1
 * @param threshold p, a probability within [0,1)
 */
export function netBenefitValue(label: number, decision: number, threshold: number): number {
  return decision * (label - ((1 - label) * threshold) / (1 - threshold))
}

/** Net benefit of treating everyone; that of treating none is 0. @param prevalence within [0,1] */
export function treatAllBenefit(prevalence: number, threshold: number): number {
  return prevalence - ((1 - prevalence) * threshold) / (1 - threshold)
}
