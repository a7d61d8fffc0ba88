import { scoreOrder } from '@/lib/metrics/score-order'
import type { EvaluationFrame } from './evaluation-frame'
import { unknownLabel } from './evaluation-frame'

/** The labelled rows of a frame by ascending score, rows of equal score in canonical order. */
export interface ScoreSorted {
  /** row of the frame */
  row: Uint32Array
  score: Float64Array
  label: Uint8Array
  subject: Uint32Array
  cell: Uint32Array
  /** 1 where the next row has another score */
  isLast: Uint8Array
}

/** Sorts once what every AUROC, curve and threshold of an evaluation reads. O(rows). */
export function scoreSorted(frame: EvaluationFrame): ScoreSorted {
  const order = scoreOrder(frame.score)
  let rows = 0
  for (const row of order) if (frame.label[row] !== unknownLabel) rows++
  const sorted: ScoreSorted = {
    row: new Uint32Array(rows),
    score: new Float64Array(rows),
    label: new Uint8Array(rows),
    subject: new Uint32Array(rows),
    cell: new Uint32Array(rows),
    isLast: new Uint8Array(rows),
  }
  let at = 0
  for (const row of order) {
    if (frame.label[row] === unknownLabel) continue
    sorted.row[at] = row
    sorted.score[at] = frame.score[row]
    sorted.label[at] = frame.label[row]
    sorted.subject[at] = frame.subject[row]
    sorted.cell[at] = frame.cell[row]
    at++
  }
  for (let i = 0; i < rows; i++) sorted.isLast[i] = i + 1 === rows || sorted.score[i + 1] !== sorted.score[i] ? 1 : 0
  return sorted
}
