import { mostGuessedLevels } from '@/lib/disparities/audit-settings'
import { attributeConcept } from '@/lib/slices/attribute-concept'
import { unknownLevel } from '@/lib/slices/cell-table'
import type { ChosenColumns } from './choose-columns'
import { isTimeText } from './column-kind'
import type { LevelColumn } from './level-column'

/** A guessed attribute that was left out. */
export interface SkippedAttribute {
  name: string
  /** how many levels it has; at least so many where it was no longer followed */
  levels: number
}

function holdsTimes(column: LevelColumn): boolean {
  const known = column.levels().filter((level) => level !== unknownLevel)
  return known.length > 0 && known.every(isTimeText)
}

/**
 * Which attributes stay, now that all rows are known: all that were named, and of the guessed ones those with 2 to 20
 * levels that are no dates. Texts that nearly all differ are no attribute, and not worth a word.
 */
export function keepAttributes(
  columns: readonly LevelColumn[],
  { attributes, filters }: ChosenColumns,
  rows: number,
): { levels: LevelColumn[]; skipped: SkippedAttribute[]; notes: string[] } {
  const levels: LevelColumn[] = []
  const skipped: SkippedAttribute[] = []
  const single: string[] = []
  columns.forEach((column, at) => {
    const isNearlyDistinct = column.isAbandoned || (column.count > 10 && column.count > rows / 2)
    if (!attributes[at].isGuessed) levels.push(column)
    else if (isNearlyDistinct && attributeConcept(column.name).concept === undefined) return
    else if (holdsTimes(column)) return
    else if (column.count > mostGuessedLevels) skipped.push({ name: column.name, levels: column.count })
    else if (column.count > 1) levels.push(column)
    else if (!filters.some((filter) => filter.column === column.name)) single.push(column.name)
  })
  const notes: string[] = []
  const guessed = levels.filter((column) => attributes[columns.indexOf(column)].isGuessed)
  if (guessed.length > 0) notes.push(`Taken for attributes: ${guessed.map((column) => column.name).join(', ')}.`)
  if (skipped.length > 0)
    notes.push(
      `Left out because they have more than ${mostGuessedLevels} levels: ${skipped.map(({ name }) => name).join(', ')}. ` +
        'Cut numbers into levels with --numeric column=edge,edge, or name the column with --by.',
    )
  if (single.length > 0) notes.push(`Left out because all rows agree: ${single.join(', ')}.`)
  return { levels, skipped, notes }
}
