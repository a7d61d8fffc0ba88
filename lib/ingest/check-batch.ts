import { checkDecisions, checkLabels, checkScores } from './check-cells'
import type { FaultList } from './fault-list'
import type { TaskColumns } from './guess-roles'
import type { RawBatch } from './raw-batch'

/** The typed columns of one task, one element a row of the batch. */
export interface CheckedTask {
  /** 0, 1, or 255 for unknown */
  label: Uint8Array
  /** finite where there was no fault; NaN where a row lacks its score and may */
  score: Float64Array
  decision: Uint8Array | undefined
}

/**
 * The typed columns of each task in a batch; what cannot be read goes to `faults`, and its element means nothing. Throws
 * nothing itself: after the batch `faults.endBatch()` does.
 */
export function checkBatch(
  batch: RawBatch,
  tasks: readonly TaskColumns[],
  faults: FaultList,
  mayLackScores = false,
): CheckedTask[] {
  return tasks.map(({ label, score, decision }) => {
    const labels = checkLabels(batch.columns.get(label)!, batch.row, label, faults)
    const decisions =
      decision === undefined ? undefined : checkDecisions(batch.columns.get(decision)!, batch.row, decision, faults)
    const scores =
      score === undefined
        ? Float64Array.from(decisions ?? [])
        : checkScores(batch.columns.get(score)!, batch.row, score, faults, mayLackScores)
    return { label: labels, score: scores, decision: decisions }
  })
}
