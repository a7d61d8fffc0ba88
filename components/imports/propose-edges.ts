import type { Histogram } from './levels-of-edges'

/** A column of numbers with no more different values than this is read as a list of levels, such as 0 and 1. */
const mostLevels = 12

const decades = [20, 40, 60, 80]

/**
 * Where a numeric attribute might be cut: ages at every twenty years, other numbers near their quartiles.
 * @param levels how many different values it has, 0: too many to list
 */
export function proposeEdges(concept: string | null, histogram: Histogram | null, levels: number): number[] {
  if (histogram === null || isListed(levels)) return []
  const { min, max, bins } = histogram
  if (concept === 'age') {
    const within = decades.filter((edge) => edge > min && edge <= max)
    if (within.length > 0) return within
  }
  const all = bins.reduce((sum, rows) => sum + rows, 0)
  const width = (max - min) / bins.length
  const quartiles = [0.25, 0.5, 0.75].map((share) => {
    let [at, below] = [0, 0]
    while (at < bins.length && below + bins[at] < share * all) below += bins[at++]
    return rounded(min + width * (at + (share * all - below) / (bins[at] || 1)), max - min)
  })
  return [...new Set(quartiles)].filter((edge) => edge > min && edge <= max)
}

/** Whether the values of a column are few enough to be levels as they are. */
export const isListed = (levels: number) => levels > 0 && levels <= mostLevels

/** To about a hundredth of the range, so that an edge is a number a person would say. */
function rounded(edge: number, range: number): number {
  const step = 10 ** Math.floor(Math.log10(range / 20))
  return Number((Math.round(edge / step) * step).toPrecision(12))
}
