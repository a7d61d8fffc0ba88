import { numericLevels } from '@/lib/slices/numeric-levels'
import type { ColumnGuess } from '@/lib/wire/table-preview'

export type Histogram = NonNullable<ColumnGuess['histogram']>

/** The levels that edges make, and about how many of the rows looked at fall into each. */
export function levelsOfEdges({ min, max, bins }: Histogram, edges: readonly number[]) {
  const sorted = [...new Set(edges)].filter(Number.isFinite).sort((a, b) => a - b)
  if (sorted.length === 0) return []
  const { names } = numericLevels(sorted)
  const width = (max - min) / bins.length
  // a bin that an edge cuts is shared out by width
  const below = (edge: number) =>
    bins.reduce((rows, count, at) => {
      const share = width === 0 ? Number(edge > min) : (edge - (min + at * width)) / width
      return rows + count * Math.min(1, Math.max(0, share))
    }, 0)
  const all = bins.reduce((sum, count) => sum + count, 0)
  const limits = [0, ...sorted.map(below), all]
  return names.map((name, at) => ({ name, rows: Math.round(limits[at + 1] - limits[at]) }))
}
