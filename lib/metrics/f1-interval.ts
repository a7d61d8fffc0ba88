import type { Estimate } from './interval'

/**
 * F1 from J = TP/(TP+FP+FN), a ratio metric: F1 = 2J/(1+J) for the value and both limits (statistics.md section 2);
 * the variance by the delta method.
 * @param jaccard the interval of J, within [0,1]
 */
export function f1Interval<T extends Estimate>(jaccard: T): T {
  const f1 = (index: number) => (2 * index) / (1 + index)
  const slope = 2 / (1 + jaccard.value) ** 2
  return {
    ...jaccard,
    value: f1(jaccard.value),
    low: f1(jaccard.low),
    high: f1(jaccard.high),
    variance: slope ** 2 * jaccard.variance,
  }
}
