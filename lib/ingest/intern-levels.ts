import { CellInterner } from '@/lib/slices/cell-interner'
import type { CellTable } from '@/lib/slices/cell-table'
import type { LevelColumn } from './level-column'

/** The cells of some rows, in their order. A cell's number follows from the order of rows, so that is the canonical one. */
export function internLevels(
  columns: readonly LevelColumn[],
  rows: Uint32Array,
): { cell: Uint32Array; cells: CellTable } {
  const taken = columns.map((column) => column.take(rows))
  const interner = new CellInterner(taken.length)
  const cell = new Uint32Array(rows.length)
  interner.intern(
    taken.map(({ level }) => level),
    cell,
  )
  const attributes = taken.map(({ attribute }) => attribute)
  return { cell, cells: { attributes, count: interner.count, levelOf: interner.levelOf() } }
}
