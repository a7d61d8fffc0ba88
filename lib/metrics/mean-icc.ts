import type { MeanSums } from './mean-sums'
import { meanDeviation, meanSquares } from './mean-variance'

/**
 * Intra-subject correlation of a mean metric by the moment formula (statistics.md section 2.1).
 * @param pool the sums of all labelled rows of the evaluation and task, before slicing
 * @returns within [0,1]; 0 if no subject has two rows, or all values are equal
 */
export function meanIcc(pool: MeanSums): number {
  const pairs = pool.n2 - pool.n
  if (pairs <= 0) return 0
  const squares = meanSquares(pool)
  if (squares <= 0) return 0
  return Math.min(1, Math.max(0, (meanDeviation(pool) - squares) / pairs / (squares / pool.n)))
}
