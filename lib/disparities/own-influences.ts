import type { EvaluationFrame } from './evaluation-frame'
import { unknownLabel } from './evaluation-frame'
import { outside, type SliceFamily } from './slice-family'

/**
 * Influence of each subject on the AUROC of each slice in which it has rows: P_s/m + Q_s/n by the slice's own
 * placements. Pairs follow subjects, and within one the order in which its rows touch slices. Single precision: only
 * correlations of tests rest on it.
 */
export interface OwnInfluences {
  /** the pairs of subject s are start[s] … start[s+1]-1 */
  start: Uint32Array
  slice: Uint32Array
  auroc: Float32Array
}

/** The pairs of a family, their influences still 0. Labelled rows only. */
export function ownInfluences(frame: EvaluationFrame, family: SliceFamily): OwnInfluences {
  const { subject, cell, label, subjects } = frame
  const seen = new Int32Array(family.slices.length).fill(-1)
  const start = new Uint32Array(subjects + 1)
  let slice = new Uint32Array(Math.max(16, subjects))
  let pairs = 0
  for (let row = 0; row < subject.length; row++) {
    const at = family.sliceOfCell[cell[row]]
    if (at !== outside && label[row] !== unknownLabel && seen[at] !== subject[row]) {
      seen[at] = subject[row]
      if (pairs === slice.length) {
        const longer = new Uint32Array(slice.length * 2)
        longer.set(slice)
        slice = longer
      }
      slice[pairs++] = at
    }
    start[subject[row] + 1] = pairs
  }
  for (let s = 1; s <= subjects; s++) start[s] = Math.max(start[s], start[s - 1])
  return { start, slice: slice.slice(0, pairs), auroc: new Float32Array(pairs) }
}

/**
 * Takes a slice's centred placements into its pairs.
 * @param sums as `placements` shows them: the complement's Q and P, the slice's Q and P
 */
export function fillInfluences(
  influences: OwnInfluences,
  slice: number,
  sums: Float64Array,
  size: { positives: number; negatives: number },
) {
  const subjects = sums.length / 4
  for (let s = 0; s < subjects; s++) {
    for (let at = influences.start[s]; at < influences.start[s + 1]; at++) {
      if (influences.slice[at] !== slice) continue
      influences.auroc[at] = sums[3 * subjects + s] / size.positives + sums[2 * subjects + s] / size.negatives
    }
  }
}
