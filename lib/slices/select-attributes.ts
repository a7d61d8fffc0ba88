import { CellInterner } from './cell-interner'
import type { CellTable } from './cell-table'

/** Attributes of some rows that were recorded together: the cell of each row, and what the cells mean. */
export interface CellColumn {
  cell: Uint32Array
  cells: CellTable
}

/**
 * The cells of a few attributes, wherever they were recorded, numbered in the order of first appearance as if only these
 * had been read: the same rows and names give the same cells, bit for bit, whatever else is known. O(rows).
 * @param columns each over the same rows; of two attributes of one name the later column's counts
 * @param names in the order in which the table is to have them; each must be in one of the columns
 */
export function selectAttributes(columns: readonly CellColumn[], names: readonly string[], rows: number): CellColumn {
  const places = names.map((name) => placeOf(columns, name))
  const used = columns
    .map((column, at) => ({
      column,
      wanted: places.filter(({ column: own }) => own === at).map(({ attribute }) => attribute),
    }))
    .map(({ column, wanted }) => (wanted.length === 0 ? undefined : reduced(column, wanted)))
  const present = used.filter((column) => column !== undefined)
  const interner = new CellInterner(present.length)
  const cell = new Uint32Array(rows)
  interner.intern(
    present.map(({ cell }) => cell),
    cell,
  )
  const combination = interner.levelOf()
  const levelOf = places.map(({ column, attribute }) => {
    const own = used[column]!
    const cellOf = combination[present.indexOf(own)]
    return Uint32Array.from(cellOf, (combined) => own.levelOf.get(attribute)![combined])
  })
  const attributes = places.map(({ column, attribute }) => columns[column].cells.attributes[attribute])
  return { cell, cells: { attributes, count: interner.count, levelOf } }
}

function placeOf(columns: readonly CellColumn[], name: string): { column: number; attribute: number } {
  const column = columns.findLastIndex(({ cells }) => cells.attributes.some((attribute) => attribute.name === name))
  if (column < 0) throw new RangeError('an attribute that is not there was asked for')
  return { column, attribute: columns[column].cells.attributes.findIndex((attribute) => attribute.name === name) }
}

/** A column's cells with only the wanted attributes told apart. */
function reduced({ cell, cells }: CellColumn, wanted: readonly number[]) {
  const interner = new CellInterner(wanted.length)
  const reducedOf = new Uint32Array(cells.count)
  interner.intern(
    wanted.map((attribute) => cells.levelOf[attribute]),
    reducedOf,
  )
  const levels = interner.levelOf()
  return {
    cell: cell.map((own) => reducedOf[own]),
    levelOf: new Map(wanted.map((attribute, at) => [attribute, levels[at]])),
  }
}
