/** A threshold, an observed score: decision is score >= threshold. */
export interface OperatingPoint {
  threshold: number
  /** of the rows it was chosen on, so optimistic: say "chosen on these data" */
  sensitivity: number
  specificity: number
}

/**
 * The threshold of the largest Youden index TPR + TNR - 1, the highest among ties (statistics.md section 7).
 * @param score finite, one a row @param label 0 or 1 a row
 * @param rows the rows to choose on, by ascending score
 * @returns `undefined` without a positive or without a negative row
 */
export function youdenPoint(score: Float64Array, label: Uint8Array, rows: Uint32Array): OperatingPoint | undefined {
  // whole numbers, so that ties are exact: TP N + TN P
  return chosenPoint(score, label, rows, (tp, tn, p, n, best) => tp * n + tn * p > best.tp * n + best.tn * p)
}

/** The highest threshold that keeps sensitivity >= least; arguments as for `youdenPoint`. */
export function sensitivityPoint(
  score: Float64Array,
  label: Uint8Array,
  rows: Uint32Array,
  least: number,
): OperatingPoint | undefined {
  return chosenPoint(score, label, rows, (tp, _tn, p, _n, best) => tp / p >= least && !(best.tp / p >= least))
}

/** The lowest threshold that keeps specificity >= least; `undefined` too where no observed score keeps it. */
export function specificityPoint(
  score: Float64Array,
  label: Uint8Array,
  rows: Uint32Array,
  least: number,
): OperatingPoint | undefined {
  return chosenPoint(score, label, rows, (_tp, tn, _p, n) => tn / n >= least)
}

type IsBetter = (
  tp: number,
  tn: number,
  positives: number,
  negatives: number,
  best: { tp: number; tn: number },
) => boolean

/** Goes through the observed scores from the highest down and keeps the last that is better than the one before. */
function chosenPoint(
  score: Float64Array,
  label: Uint8Array,
  rows: Uint32Array,
  isBetter: IsBetter,
): OperatingPoint | undefined {
  const positives = rows.reduce((sum, row) => sum + label[row], 0)
  const negatives = rows.length - positives
  if (positives === 0 || negatives === 0) return undefined
  let best = { tp: Number.NaN, tn: Number.NaN, threshold: Number.NaN }
  let [tp, fp] = [0, 0]
  for (let at = rows.length - 1; at >= 0; ) {
    const threshold = score[rows[at]]
    for (; at >= 0 && score[rows[at]] === threshold; at--) {
      tp += label[rows[at]]
      fp += 1 - label[rows[at]]
    }
    const tn = negatives - fp
    const first = Number.isNaN(best.threshold)
    const previous = first ? { tp: Number.NEGATIVE_INFINITY, tn: Number.NEGATIVE_INFINITY } : best
    if (isBetter(tp, tn, positives, negatives, previous)) best = { tp, tn, threshold }
  }
  if (Number.isNaN(best.threshold)) return undefined
  return { threshold: best.threshold, sensitivity: best.tp / positives, specificity: best.tn / negatives }
}
