import type { Attribute, CellTable } from './cell-table'
import { unknownLevel } from './cell-table'
import { areOrdinalLevels, levelOrder } from './level-order'
import type { CellColumn } from './select-attributes'

/** A cell table of which only the levels that the rows have are listed, in the order that their counts give. */
export function occurringLevels({ cell, cells }: CellColumn): CellTable {
  const rowsOf = new Float64Array(cells.count)
  for (const own of cell) rowsOf[own]++
  const ordered = cells.attributes.map((attribute, at) => {
    const counts = new Map<string, number>()
    cells.levelOf[at].forEach((level, own) => {
      if (rowsOf[own] === 0) return
      const name = attribute.levels[level]
      counts.set(name, (counts.get(name) ?? 0) + rowsOf[own])
    })
    const levels = orderedLevels(attribute, counts)
    const places = new Map(levels.map((level, place) => [level, place]))
    const placeOf = Uint32Array.from(attribute.levels, (level) => places.get(level) ?? 0)
    return {
      attribute: { ...attribute, levels, scale: scaleOf(attribute, levels) },
      levelOf: cells.levelOf[at].map((level) => placeOf[level]),
    }
  })
  return {
    attributes: ordered.map(({ attribute }) => attribute),
    count: cells.count,
    levelOf: ordered.map(({ levelOf }) => levelOf),
  }
}

function orderedLevels({ scale, levels }: Attribute, counts: ReadonlyMap<string, number>): string[] {
  if (scale !== 'numeric') return levelOrder(counts)
  const known = levels.filter((level) => level !== unknownLevel && counts.has(level)) // in the order of their edges
  return counts.has(unknownLevel) ? [...known, unknownLevel] : known
}

function scaleOf({ scale }: Attribute, levels: readonly string[]): Attribute['scale'] {
  if (scale === 'numeric') return scale
  return areOrdinalLevels(levels) ? 'ordinal' : 'categorical'
}
