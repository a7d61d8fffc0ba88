import type { GrowingColumn } from './growing-column'
import type { KeyIndex } from './key-index'

/** Rows in canonical order (statistics.md section 15). */
export interface CanonicalRows {
  /** the rows, as they were read, in canonical order */
  order: Uint32Array<ArrayBuffer>
  /** of each row in that order: 0 … subjects-1, never falling */
  subject: Uint32Array<ArrayBuffer>
  subjects: number
  /** of each subject the number of its key among the keys given; undefined where examples are subjects */
  subjectKey: Uint32Array<ArrayBuffer> | undefined
}

/**
 * Sorts rows by subject: by the hash of its key and then by the key; a subject's rows stay in order of their examples. The keys are forgotten on the way: what is
 * made here and what it is made from would be the most memory that reading takes.
 * @param byExample the rows in canonical order of their examples
 * @param subjectOf the subject of each row; undefined: each row is a subject of its own, named by its example
 * @param keepsText the subjects' keys are kept, for those who store them
 */
export function canonicalRows(
  byExample: Uint32Array<ArrayBuffer>,
  subjects: KeyIndex,
  subjectOf: GrowingColumn<Uint32Array<ArrayBuffer>> | undefined,
  keepsText = false,
): CanonicalRows {
  if (subjectOf === undefined) {
    const subject = Uint32Array.from(byExample.keys())
    return { order: byExample, subject, subjects: byExample.length, subjectKey: undefined }
  }
  const count = subjects.count
  const subjectKey = subjects.takeCanonicalOrder(keepsText)
  const rank = inverse(subjectKey)
  const starts = new Uint32Array(count + 1)
  for (let row = 0; row < byExample.length; row++) starts[rank[subjectOf.at(row)] + 1]++
  for (let at = 0; at < count; at++) starts[at + 1] += starts[at]
  const next = starts.slice()
  const order = new Uint32Array(byExample.length)
  for (let at = 0; at < order.length; at++) order[next[rank[subjectOf.at(byExample[at])]]++] = byExample[at]
  subjectOf.release()
  const subject = new Uint32Array(order.length)
  for (let at = 0; at < count; at++) subject.fill(at, starts[at], starts[at + 1])
  return { order, subject, subjects: count, subjectKey }
}

/** of each number its place */
function inverse(order: Uint32Array): Uint32Array {
  const places = new Uint32Array(order.length)
  for (let place = 0; place < order.length; place++) places[order[place]] = place
  return places
}
