import { adjustedAurocDifference } from '@/lib/metrics/adjusted-auroc-difference'
import { adjustedDifference } from '@/lib/metrics/adjusted-difference'
import type { AdjustedDifference } from '@/lib/metrics/adjusted-interval'
import { scoreOrder } from '@/lib/metrics/score-order'
import { stratumPairSums } from '@/lib/metrics/stratum-pair-sums'
import type { PreparedEvaluation } from './disaggregate'
import { unknownLabel } from './evaluation-frame'
import { outside, type SliceFamily } from './slice-family'
import type { TestedMetric } from './tested-metric'

/**
 * The gap between a slice and everyone else with a case-mix variable held equal (statistics.md section 4).
 * @param attribute index of the variable among the frame's attributes
 */
export function adjustedGap(
  evaluation: PreparedEvaluation,
  family: SliceFamily,
  slice: number,
  metric: TestedMetric,
  attribute: number,
): AdjustedDifference {
  const { frame, decision } = evaluation
  const { label, cell, subject, cells } = frame
  const levelOf = cells.levelOf[attribute]
  const strata = cells.attributes[attribute].levels.length
  const used = new Uint32Array(label.length)
  let count = 0
  const wanted = metric === 'tpr' ? 1 : 0
  for (let row = 0; row < label.length; row++) {
    if (label[row] === unknownLabel || family.sliceOfCell[cell[row]] === outside) continue
    if (metric === 'auroc' || label[row] === wanted) used[count++] = row
  }
  const rows = used.subarray(0, count)
  const armOf = (row: number) => (family.sliceOfCell[cell[row]] === slice ? 0 : 1)
  if (metric === 'auroc') {
    const [stratum, arm] = [new Uint32Array(label.length), new Uint8Array(label.length)]
    for (const row of rows) {
      stratum[row] = levelOf[cell[row]]
      arm[row] = armOf(row)
    }
    const sums = stratumPairSums(frame.score, label, subject, stratum, arm, scoreOrder(frame.score, rows))
    return adjustedAurocDifference(sums, strata)
  }
  // one entry a row: the jackknife leaves out all entries of a subject at once
  return adjustedDifference(
    {
      subject: Uint32Array.from(rows, (row) => subject[row]),
      stratum: Uint32Array.from(rows, (row) => levelOf[cell[row]]),
      arm: Uint8Array.from(rows, armOf),
      denominator: new Float64Array(rows.length).fill(1),
      numerator: Float64Array.from(rows, (row) => decision[row]),
    },
    strata,
  )
}
