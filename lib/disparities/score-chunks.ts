import type { ScoreSorted } from './score-sorted'

/**
 * Labelled rows by ascending score in chunks of about 65,536; inside a chunk negatives before positives, each by
 * subject. Sums by subject are then written in ascending order, page after page, and no branch asks for the label: in
 * plain score order a sweep over 1M rows took five times as long.
 */
export interface ScoreChunks {
  /** chunk k holds rows start[k] … start[k+1]-1; rows of equal score are in one chunk */
  start: number[]
  /** where the positives of each chunk start */
  firstPositive: number[]
  /** number of distinct scores in each chunk */
  groups: number[]
  label: Uint8Array
  subject: Uint32Array
  cell: Uint32Array
  /** place of the row's score among the distinct scores of its chunk */
  group: Uint16Array
}

const chunkRows = 65_536

/** O(rows log rows), once an evaluation. */
export function scoreChunks(sorted: ScoreSorted): ScoreChunks {
  const rows = sorted.label.length
  const chunks: ScoreChunks = {
    start: [0],
    firstPositive: [],
    groups: [],
    label: new Uint8Array(rows),
    subject: new Uint32Array(rows),
    cell: new Uint32Array(rows),
    group: new Uint16Array(rows),
  }
  for (let start = 0; start < rows; ) {
    let end = Math.min(rows, start + chunkRows)
    while (!sorted.isLast[end - 1]) end++ // at most 65,536 distinct scores: only the last one is drawn out
    chunks.groups.push(layOut(sorted, start, end, chunks))
    chunks.start.push(end)
    start = end
  }
  return chunks
}

function layOut(sorted: ScoreSorted, start: number, end: number, chunks: ScoreChunks): number {
  const group = new Uint32Array(end - start)
  // subject and place in one number, so that a plain numeric sort is stable
  const keys = new Float64Array(end - start)
  let groups = 0
  let positives = 0
  for (let i = start; i < end; i++) {
    group[i - start] = groups
    keys[i - start] = sorted.subject[i] * (end - start) + (i - start)
    positives += sorted.label[i]
    groups += sorted.isLast[i]
  }
  keys.sort()
  const next = [start, end - positives] // of negatives and of positives
  chunks.firstPositive.push(end - positives)
  for (const key of keys) {
    const at = key % keys.length
    const place = next[sorted.label[start + at]]++
    chunks.label[place] = sorted.label[start + at]
    chunks.subject[place] = sorted.subject[start + at]
    chunks.cell[place] = sorted.cell[start + at]
    chunks.group[place] = group[at]
  }
  return groups
}
