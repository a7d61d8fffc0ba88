/**
 * A row's part of observed minus expected rate, a mean metric: y - p, within [-1,1]. It is what a policy on calibration
 * should bound (statistics.md section 6). Above 0 the scores are too low.
 * @param label 0 or 1
 */
export function observedMinusExpectedValue(label: number, probability: number): number {
  return label - probability
}
