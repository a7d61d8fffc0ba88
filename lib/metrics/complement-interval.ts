import type { Estimate } from './interval'

/** The interval of 1 - x: TNR from FPR, FNR from TPR, limits exchanged (statistics.md section 2). */
export function complementInterval<T extends Estimate>(estimate: T): T {
  return { ...estimate, value: 1 - estimate.value, low: 1 - estimate.high, high: 1 - estimate.low }
}
