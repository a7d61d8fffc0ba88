/**
 * How many wrong labels would explain a gap (statistics.md section 12). For the interval limit nearer 0, call again
 * with the slice's value moved to comparator + limit.
 * @param slice TPR_g and @param comparator TPR_c, within [0,1]
 * @param sliceFpr FPR_g
 * @returns e*, the share of the slice's positives that are really negative, beyond the comparator's share: within
 * [0,1]; `undefined` where the slice is no worse, or wrong labels cannot explain it
 */
export function tprTippingPoint(slice: number, comparator: number, sliceFpr: number): number | undefined {
  return share(comparator - slice, comparator - sliceFpr)
}

/**
 * @param slice FPR_g and @param comparator FPR_c @param sliceTpr TPR_g
 * @returns f*, the share of the slice's negatives that are really positive; as `tprTippingPoint`
 */
export function fprTippingPoint(slice: number, comparator: number, sliceTpr: number): number | undefined {
  return share(slice - comparator, sliceTpr - comparator)
}

/**
 * @param slice A_g and @param comparator A_c
 * @returns e + f, the two shares together: 1 - (A_g - .5)/(A_c - .5); as `tprTippingPoint`
 */
export function aurocTippingPoint(slice: number, comparator: number): number | undefined {
  return share(comparator - slice, comparator - 0.5)
}

function share(gap: number, reach: number): number | undefined {
  return gap >= 0 && reach > 0 && gap <= reach ? gap / reach : undefined
}
