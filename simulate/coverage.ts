import { type ArmPair, armDifference } from '@/lib/disparities/arm-difference'
import type { Interval } from '@/lib/metrics/interval'

/** Whether an interval covers the truth. */
export function covers({ low, high }: Interval, truth: number): boolean {
  return low <= truth && truth <= high
}

/**
 * Whether the interval of the slice's metric covers its true value, and that of the difference to everyone else a true
 * difference of 0; undefined where the audit shows no number.
 */
export function coverageOf(pair: ArmPair, metric: 'tpr' | 'auroc', truth: number): (boolean | undefined)[] {
  const estimate = pair.sliceEstimates[metric]
  const difference = armDifference(pair, metric)
  return [
    estimate?.status === 'estimated' ? covers(estimate.estimate, truth) : undefined,
    difference.status === 'estimated' ? covers(difference, 0) : undefined,
  ]
}
