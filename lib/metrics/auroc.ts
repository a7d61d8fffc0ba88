/**
 * Area under the ROC curve: the chance that a positive row scores above a negative one, a tie counting one
 * half (Hanley and McNeil 1982; equals scikit-learn's `roc_auc_score` within 1e-12).
 * @param score one finite score a row; higher means more likely positive
 * @param label 0 or 1 a row, as long as `score`
 * @param rows the row numbers to use, by ascending score; O(rows), copies nothing
 * @returns between 0 and 1; `undefined` without a positive or without a negative row
 */
export function auroc(score: Float64Array, label: Uint8Array, rows: Uint32Array): number | undefined {
  let [positives, negatives, wins] = [0, 0, 0] // among the rows below the current score
  for (let start = 0, end = 0; start < rows.length; start = end) {
    let tied = 0 // positives at exactly this score
    while (end < rows.length && score[rows[end]] === score[rows[start]]) tied += label[rows[end++]]
    const tiedNegatives = end - start - tied
    wins += tied * (negatives + tiedNegatives / 2)
    positives += tied
    negatives += tiedNegatives
  }
  return positives > 0 && negatives > 0 ? wins / (positives * negatives) : undefined
}
