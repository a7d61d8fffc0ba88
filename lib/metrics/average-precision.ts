/**
 * Average precision, the step-wise area under the precision-recall curve: sum of (R_k - R_(k-1)) P_k over distinct
 * scores from the top (equals scikit-learn's `average_precision_score`). It rises with prevalence.
 * @param score finite, one a row @param label 0 or 1 a row
 * @param rows the rows to use, by ascending score
 * @param weight how often each row counts; once by default
 * @returns above 0, at most 1; `undefined` without a positive row
 */
export function averagePrecision(
  score: Float64Array,
  label: Uint8Array,
  rows: Uint32Array,
  weight?: (row: number) => number,
): number | undefined {
  let [positives, flagged, area] = [0, 0, 0]
  for (let at = rows.length - 1; at >= 0; ) {
    const level = score[rows[at]]
    let found = 0
    for (; at >= 0 && score[rows[at]] === level; at--) {
      const times = weight === undefined ? 1 : weight(rows[at])
      found += times * label[rows[at]]
      flagged += times
    }
    positives += found
    if (found > 0) area += (found * positives) / flagged
  }
  return positives > 0 ? area / positives : undefined
}
