import type { CellTable } from '@/lib/slices/cell-table'
import type { LevelCondition } from '@/lib/slices/level-conditions'

/** A set of attributes as it was imported: the kind of each, and the cell of each example. */
export interface LoadedSet {
  kinds: string[]
  column: { cell: Uint32Array; cells: CellTable }
}

type IsWanted = (example: number) => boolean

/**
 * Which examples are looked at: those of a split, and of these the ones that have one of the levels named for each
 * attribute.
 * @returns undefined: all of them
 */
export function wantedExamples(
  sets: readonly LoadedSet[],
  split: string | null,
  filter: readonly LevelCondition[],
): IsWanted | undefined {
  const named = [...new Set(filter.map(({ attribute }) => attribute))]
  const all = named.map((name) => withLevels(sets, name, levelsOf(filter, name)))
  if (split !== null) all.push(membersOf(sets, split))
  return all.length === 0 ? undefined : (example) => all.every((isWanted) => isWanted(example))
}

const levelsOf = (filter: readonly LevelCondition[], name: string) =>
  filter.filter(({ attribute }) => attribute === name).map(({ level }) => level)

/** Splits and times tell rows apart, but nobody is compared by them. */
export const isCompared = (kind: string) => kind !== 'split' && kind !== 'time'

function membersOf(sets: readonly LoadedSet[], split: string): IsWanted {
  const members = sets.flatMap(({ kinds, column: { cell, cells } }) =>
    cells.attributes.flatMap(({ levels }, at) => {
      const level = kinds[at] === 'split' ? levels.indexOf(split) : -1
      return level < 0 ? [] : [{ cell, isMember: cells.levelOf[at].map((own) => (own === level ? 1 : 0)) }]
    }),
  )
  return (example) => members.some(({ cell, isMember }) => isMember[cell[example]] === 1)
}

/** Of two attributes of one name the later one counts, as in `selectAttributes`. */
function withLevels(sets: readonly LoadedSet[], name: string, wanted: readonly string[]): IsWanted {
  const found = sets
    .flatMap(({ kinds, column: { cell, cells } }) =>
      cells.attributes.map((attribute, at) => ({ ...attribute, kind: kinds[at], cell, levelOf: cells.levelOf[at] })),
    )
    .findLast((attribute) => attribute.name === name && isCompared(attribute.kind))
  if (!found) return () => false
  const { cell, levels } = found
  const isMember = found.levelOf.map((level) => (wanted.includes(levels[level]) ? 1 : 0))
  return (example) => isMember[cell[example]] === 1
}
