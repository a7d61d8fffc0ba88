/**
 * Benjamini and Hochberg's (1995) adjusted p-values, which bound the share of false findings; for exploration.
 * @param p within [0,1], in any order
 * @returns in the order of `p`, each at least as large as its p, at most 1; equals R's `p.adjust(p, "BH")`
 */
export function benjaminiHochberg(p: Float64Array): Float64Array {
  const adjusted = new Float64Array(p.length)
  const descending = Array.from(p.keys()).sort((first, second) => p[second] - p[first])
  let smallest = 1
  descending.forEach((test, rank) => {
    smallest = Math.min(smallest, (p.length / (p.length - rank)) * p[test])
    adjusted[test] = smallest
  })
  return adjusted
}
