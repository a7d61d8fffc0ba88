/** The ratio metrics that a confusion matrix defines; `jaccard` is TP/(TP+FP+FN), from which F1 follows. */
export type RatioKey =
  | 'tpr'
  | 'fpr'
  | 'tnr'
  | 'fnr'
  | 'ppv'
  | 'npv'
  | 'accuracy'
  | 'jaccard'
  | 'selection_rate'
  | 'prevalence'

/** A row of the confusion matrix in the sums of a ratio metric. */
export interface RatioTerm {
  /** b: whether the row counts in the denominator, 0 or 1 */
  denominator: number
  /** a: whether it counts in the numerator; 0 where `denominator` is 0 */
  numerator: number
}

/**
 * What a row of each kind adds to numerator and denominator (statistics.md section 2).
 * @param label 0 or 1 @param decision 0 or 1
 */
export function ratioTerm(key: RatioKey, label: number, decision: number): RatioTerm {
  switch (key) {
    case 'tpr':
      return { denominator: label, numerator: label & decision }
    case 'fnr':
      return { denominator: label, numerator: label & (1 - decision) }
    case 'fpr':
      return { denominator: 1 - label, numerator: (1 - label) & decision }
    case 'tnr':
      return { denominator: 1 - label, numerator: (1 - label) & (1 - decision) }
    case 'ppv':
      return { denominator: decision, numerator: decision & label }
    case 'npv':
      return { denominator: 1 - decision, numerator: (1 - decision) & (1 - label) }
    case 'accuracy':
      return { denominator: 1, numerator: label === decision ? 1 : 0 }
    case 'jaccard':
      return { denominator: label | decision, numerator: label & decision }
    case 'selection_rate':
      return { denominator: 1, numerator: decision }
    case 'prevalence':
      return { denominator: 1, numerator: label }
  }
}
