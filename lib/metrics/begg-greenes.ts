/** Rates of all rows, as if every label were known. Each within [0,1], or undefined where its denominator is 0. */
export interface VerifiedRates {
  tpr: number | undefined
  fpr: number | undefined
}

/**
 * Begg and Greenes' (1983) correction of verification bias: PPV and NPV of the labelled rows, spread over the flagged
 * share of all rows (statistics.md section 12). It supposes that labelling depends on the decision alone.
 * @param ppv and @param npv of labelled rows, within [0,1]
 * @param flaggedShare f, of all rows, within [0,1]
 */
export function beggGreenes(ppv: number, npv: number, flaggedShare: number): VerifiedRates {
  const positives = ppv * flaggedShare + (1 - npv) * (1 - flaggedShare)
  const negatives = (1 - ppv) * flaggedShare + npv * (1 - flaggedShare)
  return {
    tpr: positives > 0 ? (ppv * flaggedShare) / positives : undefined,
    fpr: negatives > 0 ? ((1 - ppv) * flaggedShare) / negatives : undefined,
  }
}
