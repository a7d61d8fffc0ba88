import type { ScoreChunks } from './score-chunks'

/** Ranks among all labelled rows, doubled so that ties stay whole numbers; rows in the order of the chunks. */
export interface PoolRanks {
  /** twice the mid-rank of a row among the rows of the other label: those below it, and half of those tied */
  mid: Uint32Array
  /** by subject: sum of `mid` over its positive rows, and over its negative rows */
  ofPositives: Float64Array
  ofNegatives: Float64Array
  /** by subject: positive and negative rows */
  positives: Uint32Array
  negatives: Uint32Array
}

/** O(rows), once an evaluation. */
export function poolRanks(chunks: ScoreChunks, subjects: number): PoolRanks {
  const { label, subject, group } = chunks
  const ranks: PoolRanks = {
    mid: new Uint32Array(label.length),
    ofPositives: new Float64Array(subjects),
    ofNegatives: new Float64Array(subjects),
    positives: new Uint32Array(subjects),
    negatives: new Uint32Array(subjects),
  }
  const counts = new Uint32Array((Math.max(0, ...chunks.groups) + 1) * 2) // negatives and positives below each score
  for (let k = 0; k < chunks.groups.length; k++) {
    const [start, end, last] = [chunks.start[k], chunks.start[k + 1], chunks.groups[k] * 2]
    counts.fill(0, 2, last + 2)
    for (let i = start; i < end; i++) counts[group[i] * 2 + 2 + label[i]]++
    for (let o = 2; o < last + 2; o++) counts[o] += counts[o - 2]
    for (let i = start; i < end; i++) {
      const o = group[i] * 2 + 1 - label[i]
      const mid = counts[o] + counts[o + 2]
      ranks.mid[i] = mid
      if (label[i]) {
        ranks.ofPositives[subject[i]] += mid
        ranks.positives[subject[i]]++
      } else {
        ranks.ofNegatives[subject[i]] += mid
        ranks.negatives[subject[i]]++
      }
    }
    counts.copyWithin(0, last, last + 2)
  }
  return ranks
}
