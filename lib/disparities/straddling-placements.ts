import type { ConfusionSums } from './confusion-sums'
import type { ScoreChunks } from './score-chunks'
import type { SliceAuroc } from './slice-aurocs'

/**
 * Adds each row's centred placement to its subject's sum; returns the sums of squares over rows. A placement is linear
 * in the mid-rank among the other class of the same arm, so a row needs its kind (arm and label) and two counts, and no
 * branch: mispredicted ones made this several times slower.
 */
export function sweepArms(
  chunks: ScoreChunks,
  armOfCell: Uint8Array,
  auroc: SliceAuroc,
  confusion: ConfusionSums,
  sums: Float64Array,
): Float64Array {
  const { label, subject, cell, group } = chunks
  const subjects = sums.length / 4
  const squares = new Float64Array(4)
  const { scale, offset } = placementLines(auroc, confusion)
  const counts = new Int32Array((Math.max(0, ...chunks.groups) + 1) * 4) // rows of each kind below each distinct score
  for (let k = 0; k < chunks.groups.length; k++) {
    const [start, end, last] = [chunks.start[k], chunks.start[k + 1], chunks.groups[k] * 4]
    counts.fill(0, 4, last + 4)
    for (let i = start; i < end; i++) counts[group[i] * 4 + 4 + armOfCell[cell[i]] + label[i]]++
    for (let o = 4; o < last + 4; o++) counts[o] += counts[o - 4]
    for (let i = start; i < end; i++) {
      const kind = armOfCell[cell[i]] + label[i]
      const o = group[i] * 4 + (kind ^ 1)
      const placement = scale[kind] * (counts[o] + counts[o + 4]) + offset[kind]
      sums[kind * subjects + subject[i]] += placement
      squares[kind] += placement * placement
    }
    counts.copyWithin(0, last, last + 4)
  }
  return squares
}

/** V10 - A = midrank / n - A and V01 - A = 1 - midrank / m - A, as lines in twice the mid-rank, by kind. */
function placementLines(auroc: SliceAuroc, confusion: ConfusionSums) {
  const scale = new Float64Array(4)
  const offset = new Float64Array(4)
  const arms = [
    { auroc: auroc.complement, sums: confusion.complement },
    { auroc: auroc.slice, sums: confusion.slice },
  ]
  arms.forEach((arm, i) => {
    if (arm.auroc === undefined) return // all 0: nothing is read
    scale[i * 2] = -1 / (2 * arm.sums.tpr.n)
    offset[i * 2] = 1 - arm.auroc
    scale[i * 2 + 1] = 1 / (2 * arm.sums.fpr.n)
    offset[i * 2 + 1] = -arm.auroc
  })
  return { scale, offset }
}
