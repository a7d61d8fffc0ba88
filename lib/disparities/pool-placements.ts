import type { ScoreSorted } from './score-sorted'

/**
 * Each row's centred placement among all labelled rows: V10 - A for positives, V01 - A for negatives, 0 without label.
 * @param rows number of rows of the frame
 * @returns single precision, in the order of the frame; all 0 without a positive or without a negative
 */
export function poolPlacements(sorted: ScoreSorted, rows: number): Float32Array {
  const { label, row, isLast } = sorted
  const placement = new Float32Array(rows)
  const positives = label.reduce((sum, positive) => sum + positive, 0)
  const negatives = label.length - positives
  if (positives === 0 || negatives === 0) return placement
  let [below, positivesBelow, wins] = [0, 0, 0]
  for (let start = 0; start < label.length; ) {
    let end = start
    let tied = 0
    do tied += label[end]
    while (!isLast[end++])
    const tiedNegatives = end - start - tied
    const v10 = (below + tiedNegatives / 2) / negatives
    const v01 = (positives - positivesBelow - tied / 2) / positives
    for (let i = start; i < end; i++) placement[row[i]] = label[i] ? v10 : v01
    wins += tied * v10
    below += tiedNegatives
    positivesBelow += tied
    start = end
  }
  const auroc = wins / positives
  for (const at of row) placement[at] -= auroc
  return placement
}
