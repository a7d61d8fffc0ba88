import { ratioDeviation } from './ratio-deviation'
import type { RatioSums } from './ratio-sums'

/**
 * Intra-subject correlation r of a ratio metric by the moment formula (statistics.md section 2.1).
 * @param pool the sums of all labelled rows of the evaluation and task, before slicing
 * @returns within [0,1]; 0 if no subject has two rows, or all rows agree
 */
export function ratioIcc(pool: RatioSums): number {
  const pairs = pool.n2 - pool.n
  if (pairs <= 0) return 0
  const rate = pool.events / pool.n
  const squares = pool.n * rate * (1 - rate)
  if (squares <= 0) return 0
  const between = (ratioDeviation(pool, rate) - squares) / pairs
  return Math.min(1, Math.max(0, between / (squares / pool.n)))
}
