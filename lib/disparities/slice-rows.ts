import type { PreparedEvaluation } from './disaggregate'
import { unknownLabel } from './evaluation-frame'
import type { SliceFamily } from './slice-family'

/** The labelled rows of one slice, in canonical order: a subject's rows stand together. */
export function sliceRows(evaluation: PreparedEvaluation, family: SliceFamily, slice: number): Uint32Array {
  const { cell, label } = evaluation.frame
  const rows = new Uint32Array(label.length)
  let count = 0
  for (let row = 0; row < label.length; row++) {
    if (label[row] !== unknownLabel && family.sliceOfCell[cell[row]] === slice) rows[count++] = row
  }
  return rows.slice(0, count)
}
