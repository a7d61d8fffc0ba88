import type { ArmPair } from '@/lib/disparities/arm-difference'
import { decisionsOf } from '@/lib/disparities/decisions'
import { disaggregate, prepareEvaluation } from '@/lib/disparities/disaggregate'
import { scoreSorted } from '@/lib/disparities/score-sorted'
import { sliceFamily } from '@/lib/disparities/slice-family'
import type { CellTable } from '@/lib/slices/cell-table'

/** One simulated image. */
export interface SimulatedRow {
  subject: number
  isInSlice: boolean
  score: number
  label: number
  decision: number
}

const cells: CellTable = {
  attributes: [
    { name: 'arm', kind: 'demographic', scale: 'categorical', concept: undefined, levels: ['slice', 'rest'] },
  ],
  count: 2,
  levelOf: [Uint32Array.of(0, 1)],
}

/**
 * A slice and everyone else, measured by the kernels that an audit uses; the pool is both together.
 * @param rows the rows of a subject together, subjects numbered from 0
 */
export function measuredSlice(rows: readonly SimulatedRow[]): ArmPair {
  const frame = {
    score: Float64Array.from(rows, (row) => row.score),
    label: Uint8Array.from(rows, (row) => row.label),
    decision: Uint8Array.from(rows, (row) => row.decision),
    cell: Uint32Array.from(rows, (row) => (row.isInSlice ? 0 : 1)),
    subject: Uint32Array.from(rows, (row) => row.subject),
    subjects: rows[rows.length - 1].subject + 1,
    cells,
  }
  const sorted = scoreSorted(frame)
  const evaluation = prepareEvaluation(frame, sorted, decisionsOf(frame, sorted, { rule: 'given' }, 1), 'rank')
  return disaggregate(evaluation, [sliceFamily(cells, ['arm'])])[0].pairs[0]
}
