interface ExampleColumns {
  score: Float64Array
  decision: Uint8Array | undefined
  subject: Uint32Array
}

/** Columns of all examples cut down to the rows of a frame. */
export interface KeptRows {
  /** the rows' values of a column, in shared memory; the column itself where all its rows are kept in their order */
  take<T extends Float64Array | Uint8Array | Uint32Array>(column: T): T
  /** examples that would belong here but have no score or decision */
  unscored: number
}

/**
 * Which examples are rows, by subject and each subject's in their own order, as statistics wants them (statistics.md
 * section 15): those with a score and, where the product decides, a decision.
 * @param isMember whether an example is wanted at all; undefined: each is
 */
export function canonicalRows(
  { score, decision, subject }: ExampleColumns,
  isMember: ((example: number) => boolean) | undefined,
): KeptRows {
  const kept = new Uint32Array(score.length)
  let [rows, unscored, isOrdered] = [0, 0, true]
  for (let example = 0; example < score.length; example++) {
    if (isMember && !isMember(example)) continue
    if (Number.isNaN(score[example]) || (decision && decision[example] > 1)) {
      unscored++
      continue
    }
    if (rows > 0 && subject[example] < subject[kept[rows - 1]]) isOrdered = false
    kept[rows++] = example
  }
  const order = isOrdered ? kept.subarray(0, rows) : bySubject(kept.subarray(0, rows), subject)
  const isWhole = isOrdered && rows === score.length
  return { unscored, take: (column) => (isWhole ? column : taken(column, order)) }
}

/** A stable counting sort. */
function bySubject(examples: Uint32Array, subject: Uint32Array): Uint32Array {
  const most = examples.reduce((largest, example) => Math.max(largest, subject[example]), 0)
  const next = new Uint32Array(most + 2)
  for (const example of examples) next[subject[example] + 1]++
  for (let at = 0; at <= most; at++) next[at + 1] += next[at]
  const order = new Uint32Array(examples.length)
  for (const example of examples) order[next[subject[example]]++] = example
  return order
}

function taken<T extends Float64Array | Uint8Array | Uint32Array>(column: T, order: Uint32Array): T {
  const type = column.constructor as { new (buffer: SharedArrayBuffer): T }
  const values = new type(new SharedArrayBuffer(order.length * column.BYTES_PER_ELEMENT))
  for (let row = 0; row < order.length; row++) values[row] = column[order[row]]
  return values
}
