import type { GrowingColumn } from './growing-column'
import type { KeyIndex } from './key-index'

/** Rows in canonical order (statistics.md section 15). */
export interface CanonicalRows {
  /** the rows, as they were read, in canonical order */
  order: Uint32Array<ArrayBuffer>
  /** of each row in that order: 0 … subjects-1, never falling */
  subject: Uint32Array<ArrayBuffer>
  subjects: number
}

/** The rows by ascending rank, rows of equal rank in the order given. */
function rowsByRank(rows: Uint32Array, rankOf: (row: number) => number, ranks: number): Uint32Array<ArrayBuffer> {
  const starts = new Uint32Array(ranks + 1)
  for (const row of rows) starts[rankOf(row) + 1]++
  for (let rank = 0; rank < ranks; rank++) starts[rank + 1] += starts[rank]
  const sorted = new Uint32Array(rows.length)
  for (const row of rows) sorted[starts[rankOf(row)]++] = row
  return sorted
}

function ranksOf(keys: KeyIndex): Uint32Array {
  const rank = new Uint32Array(keys.count)
  keys.canonicalOrder().forEach((key, place) => {
    rank[key] = place
  })
  return rank
}

/**
 * Sorts rows by subject, and a subject's rows by example, both by the hash of their keys and then by the keys.
 * @param exampleOf the example of each row; rows of equal examples keep their order
 * @param subjectOf the subject of each row; undefined: each row is a subject of its own, named by its example
 */
export function canonicalRows(
  examples: KeyIndex,
  exampleOf: GrowingColumn<Uint32Array>,
  subjects: KeyIndex,
  subjectOf: GrowingColumn<Uint32Array> | undefined,
): CanonicalRows {
  const rows = new Uint32Array(exampleOf.length)
  for (let row = 0; row < rows.length; row++) rows[row] = row
  const exampleRank = ranksOf(examples)
  const byExample = rowsByRank(rows, (row) => exampleRank[exampleOf.at(row)], examples.count)
  if (subjectOf === undefined) return { order: byExample, subject: rows, subjects: rows.length }
  const subjectRank = ranksOf(subjects)
  const order = rowsByRank(byExample, (row) => subjectRank[subjectOf.at(row)], subjects.count)
  const subject = order.map((row) => subjectRank[subjectOf.at(row)])
  return { order, subject, subjects: subjects.count }
}
