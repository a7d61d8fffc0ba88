import type { ForestPlot, ForestRow } from './forest-row'

/** Heights of rows in px; the style sheet has the same. */
export const rowHeight = 28
export const familyHeight = 26

/** All rows, each with the middle of its height below the top of the first, in px. */
export function placedRows({ overall, families }: ForestPlot): { row: ForestRow; y: number }[] {
  let top = rowHeight
  const placed = [{ row: overall, y: rowHeight / 2 }]
  for (const { rows } of families) {
    top += familyHeight
    for (const row of rows) {
      placed.push({ row, y: top + rowHeight / 2 })
      top += rowHeight
    }
  }
  return placed
}

/** Height of all rows in px. */
export function forestHeight({ families }: ForestPlot): number {
  return rowHeight + families.reduce((sum, { rows }) => sum + familyHeight + rows.length * rowHeight, 0)
}
