import type { ScoreSorted } from './score-sorted'
import { outside, type SliceFamily } from './slice-family'

/** Wins of positives over negatives, a tie counting one half: inside a slice, and inside its complement. */
export interface SliceAuroc {
  /** between 0 and 1; undefined without a positive or without a negative row */
  slice: number | undefined
  complement: number | undefined
}

/**
 * The AUROC of every slice of a family and of its complement, in one pass over the sorted rows. The complement follows
 * from U_cc = U_all - U_g,all - U_all,g + U_gg (statistics.md section 8). Wins are multiples of one half: exact.
 */
export function sliceAurocs(sorted: ScoreSorted, family: SliceFamily): SliceAuroc[] {
  const { label, cell, isLast } = sorted
  const { sliceOfCell } = family
  const slices = family.slices.length
  const positives = new Float64Array(slices)
  const negatives = new Float64Array(slices)
  for (let i = 0; i < label.length; i++) {
    const slice = sliceOfCell[cell[i]]
    if (slice !== outside) (label[i] ? positives : negatives)[slice]++
  }
  const allPositives = positives.reduce((sum, m) => sum + m, 0)
  const allNegatives = negatives.reduce((sum, n) => sum + n, 0)

  const below = new Float64Array(slices) // negatives below the current score
  const tied = new Float64Array(slices) // negatives at the current score
  const wins = new Float64Array(slices) // U_gg
  const winsOverAll = new Float64Array(slices) // U_g,all
  const lossesToAll = new Float64Array(slices) // U_all,g
  let [positivesBelow, negativesBelow, allWins] = [0, 0, 0]
  for (let start = 0; start < label.length; ) {
    let end = start
    let [tiedPositives, tiedNegatives] = [0, 0]
    do {
      const slice = sliceOfCell[cell[end]]
      if (slice === outside) continue
      if (label[end]) tiedPositives++
      else {
        tiedNegatives++
        tied[slice]++
      }
    } while (!isLast[end++])
    for (let i = start; i < end; i++) {
      const slice = sliceOfCell[cell[i]]
      if (slice === outside) continue
      if (label[i]) {
        wins[slice] += below[slice] + tied[slice] / 2
        winsOverAll[slice] += negativesBelow + tiedNegatives / 2
        allWins += negativesBelow + tiedNegatives / 2
      } else lossesToAll[slice] += allPositives - positivesBelow - tiedPositives / 2
    }
    for (let i = start; i < end; i++) {
      const slice = sliceOfCell[cell[i]]
      if (slice === outside || label[i]) continue
      below[slice]++
      tied[slice] = 0
    }
    positivesBelow += tiedPositives
    negativesBelow += tiedNegatives
    start = end
  }
  return family.slices.map((_, g) => {
    const [m, n] = [allPositives - positives[g], allNegatives - negatives[g]]
    const complementWins = allWins - winsOverAll[g] - lossesToAll[g] + wins[g]
    return {
      slice: positives[g] > 0 && negatives[g] > 0 ? wins[g] / (positives[g] * negatives[g]) : undefined,
      complement: m > 0 && n > 0 ? complementWins / (m * n) : undefined,
    }
  })
}
