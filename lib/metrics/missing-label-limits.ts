/**
 * Worst-case limits of a rate when some labels are missing (statistics.md section 12): TPR lies within
 * [TP/(P+u0), (TP+u1)/(P+u1)]; for FPR give FP and N.
 * @param flagged labelled rows of the class above the threshold, TP or FP @param labelled all of the class, P or N
 * @param unlabelledFlagged u1 and @param unlabelledUnflagged u0: unlabelled rows above and below the threshold
 * @returns within [0,1]; `undefined` without any such row
 */
export function missingLabelLimits(
  flagged: number,
  labelled: number,
  unlabelledFlagged: number,
  unlabelledUnflagged: number,
): { low: number; high: number } | undefined {
  if (labelled + unlabelledFlagged + unlabelledUnflagged === 0) return undefined
  const [most, least] = [labelled + unlabelledUnflagged, labelled + unlabelledFlagged]
  return {
    low: most > 0 ? flagged / most : 0,
    high: least > 0 ? (flagged + unlabelledFlagged) / least : 1,
  }
}
