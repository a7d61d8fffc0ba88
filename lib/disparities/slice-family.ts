import type { CellTable } from '@/lib/slices/cell-table'
import type { Slice } from '@/lib/wire/metric-frame'

/** A cell whose rows belong to no slice of a family: they count neither in a slice nor in a complement. */
export const outside = 0xffffffff

/** All slices over the same attributes. They do not overlap; with no cell `outside` they cover every row. */
export interface SliceFamily {
  by: readonly string[]
  slices: readonly Slice[]
  /** the slice (index into `slices`) of each cell, or `outside` */
  sliceOfCell: Uint32Array
}

/**
 * The slices that occur over some attributes, in the order of their levels.
 * @param by names of attributes of the table; none gives one slice, everyone
 * @throws RangeError for a name that the table does not have: callers check names first
 */
export function sliceFamily(cells: CellTable, by: readonly string[]): SliceFamily {
  const chosen = by.map((name) => {
    const index = cells.attributes.findIndex((attribute) => attribute.name === name)
    if (index < 0) throw new RangeError('no such attribute')
    return index
  })
  const levels = (cell: number) => chosen.map((attribute) => cells.levelOf[attribute][cell])
  const combinations = new Map<string, number[]>()
  const keyOf: string[] = new Array(cells.count)
  for (let cell = 0; cell < cells.count; cell++) {
    const combination = levels(cell)
    keyOf[cell] = combination.join(' ')
    combinations.set(keyOf[cell], combination)
  }
  const ordered = [...combinations].sort(([, a], [, b]) => {
    for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return a[i] - b[i]
    return 0
  })
  const sliceOf = new Map(ordered.map(([key], slice) => [key, slice]))
  return {
    by,
    slices: ordered.map(([, combination]) =>
      Object.fromEntries(combination.map((level, i) => [by[i], cells.attributes[chosen[i]].levels[level]])),
    ),
    sliceOfCell: Uint32Array.from(keyOf, (key) => sliceOf.get(key)!),
  }
}

/**
 * A family of two slices made from another: the rows of one slice against those of a comparator, all others outside.
 * @param isSlice whether a slice of `family` belongs to the first arm
 * @param isComparator whether it belongs to the second
 */
export function twoArms(
  family: SliceFamily,
  isSlice: (slice: number) => boolean,
  isComparator: (slice: number) => boolean,
): SliceFamily {
  return {
    by: family.by,
    slices: [{}, {}],
    sliceOfCell: family.sliceOfCell.map((slice) =>
      slice === outside ? outside : isSlice(slice) ? 0 : isComparator(slice) ? 1 : outside,
    ),
  }
}
