/**
 * Holm's (1979) adjusted p-values; on the p-values of statistics.md section 9, never on Wald p-values.
 * @param p within [0,1], in any order
 * @returns in the order of `p`, each at least as large as its p, at most 1; equals R's `p.adjust(p, "holm")`
 */
export function holm(p: Float64Array): Float64Array {
  const adjusted = new Float64Array(p.length)
  let largest = 0
  ascending(p).forEach((test, rank) => {
    largest = Math.max(largest, Math.min(1, (p.length - rank) * p[test]))
    adjusted[test] = largest
  })
  return adjusted
}

function ascending(p: Float64Array): number[] {
  return Array.from(p.keys()).sort((first, second) => p[first] - p[second])
}
