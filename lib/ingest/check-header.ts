import { nearestName } from './nearest-name'
import { UnmatchedColumns } from './unmatched-columns'

/** Throws `UnmatchedColumns` when the header lacks some of the columns. */
export function checkHeader(header: readonly string[], columns: readonly string[]): void {
  const missing = [...new Set(columns)].filter((column) => !header.includes(column))
  if (missing.length === 0) return
  const faults = missing.map((column) => ({
    path: `column ${column}`,
    message: `There is no column ${column}.${nearestName(column, header)}`,
  }))
  throw new UnmatchedColumns('The table lacks columns that the import names. Nothing was stored.', faults)
}
