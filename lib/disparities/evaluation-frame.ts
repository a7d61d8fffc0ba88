import type { CellTable } from '@/lib/slices/cell-table'

/** A label that is not known. */
export const unknownLabel = 255

/**
 * The columns of one evaluation and task, one element a row, in canonical order (statistics.md section 15): by
 * subject, and a subject's rows by example. The input of all statistics.
 */
export interface EvaluationFrame {
  /** finite; higher means more likely label 1 */
  score: Float64Array
  /** 0, 1, or 255 for unknown */
  label: Uint8Array
  /** 0 or 1: the product's own decision; undefined where decisions follow from a threshold */
  decision: Uint8Array | undefined
  /** index into `cells` */
  cell: Uint32Array
  /** 0 … subjects-1 in canonical order of the subjects; never falls from one row to the next */
  subject: Uint32Array
  subjects: number
  cells: CellTable
}
