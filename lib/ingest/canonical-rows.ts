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

/** The rows by ascending rank, rows of equal rank in the order given, and where each rank starts. */
function rowsByRank(rows: Uint32Array, rank: Uint32Array, ranks: number) {
  const starts = new Uint32Array(ranks + 1)
  for (let row = 0; row < rank.length; row++) starts[rank[row] + 1]++
  for (let at = 0; at < ranks; at++) starts[at + 1] += starts[at]
  const next = starts.slice()
  const sorted = new Uint32Array(rows.length)
  for (let at = 0; at < rows.length; at++) sorted[next[rank[rows[at]]]++] = rows[at]
  return { sorted, starts }
}

/** of each row the place of its key in canonical order */
function rankOfRows(keys: KeyIndex, keyOf: GrowingColumn<Uint32Array>): Uint32Array {
  const order = keys.canonicalOrder()
  const rank = new Uint32Array(order.length)
  for (let place = 0; place < order.length; place++) rank[order[place]] = place
  const rankOf = new Uint32Array(keyOf.length)
  for (let row = 0; row < rankOf.length; row++) rankOf[row] = rank[keyOf.at(row)]
  return rankOf
}

function rowsByExample(examples: KeyIndex, exampleOf: GrowingColumn<Uint32Array>): Uint32Array<ArrayBuffer> {
  // every row brought an example of its own, and both are counted from 0: a row is its example
  if (examples.count === exampleOf.length) return examples.canonicalOrder()
  return rowsByRank(counted(exampleOf.length), rankOfRows(examples, exampleOf), examples.count).sorted
}

function counted(length: number): Uint32Array<ArrayBuffer> {
  const numbers = new Uint32Array(length)
  for (let at = 0; at < length; at++) numbers[at] = at
  return numbers
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
  const byExample = rowsByExample(examples, exampleOf)
  if (subjectOf === undefined)
    return { order: byExample, subject: counted(byExample.length), subjects: byExample.length }
  const { sorted, starts } = rowsByRank(byExample, rankOfRows(subjects, subjectOf), subjects.count)
  const subject = new Uint32Array(sorted.length)
  for (let at = 0; at < subjects.count; at++) subject.fill(at, starts[at], starts[at + 1])
  return { order: sorted, subject, subjects: subjects.count }
}
