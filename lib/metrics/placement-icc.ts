import type { PlacementSums } from './placement-sums'

/** How placements of one subject's rows agree in the pool (statistics.md section 3). */
export interface PlacementIcc {
  /** among positives, among negatives: within [0,1] */
  r1: number
  r0: number
  /** between a subject's positives and its negatives: within [-1,1] */
  r11: number
  /** mean squared deviation of the positives' and of the negatives' placements */
  w1: number
  w0: number
}

/**
 * The pooled correlations of placements by the moment formula.
 * @param pool the sums of all labelled rows of the evaluation and task, before slicing
 */
export function placementIcc(pool: PlacementSums): PlacementIcc {
  const w1 = pool.v10Squares / pool.positives
  const w0 = pool.v01Squares / pool.negatives
  const scale = Math.sqrt(w1 * w0)
  return {
    r1: icc(pool.p2, pool.v10Squares, pool.m2, pool.positives),
    r0: icc(pool.q2, pool.v01Squares, pool.n2, pool.negatives),
    r11: pool.mn > 0 && scale > 0 ? Math.min(1, Math.max(-1, pool.pq / pool.mn / scale)) : 0,
    w1,
    w0,
  }
}

function icc(squaredSums: number, squares: number, count2: number, count: number): number {
  const pairs = count2 - count
  if (pairs <= 0 || squares <= 0) return 0
  return Math.min(1, Math.max(0, (squaredSums - squares) / pairs / (squares / count)))
}
