import { attributeConcept } from '@/lib/slices/attribute-concept'
import { isUnknownText } from '@/lib/slices/unknown-level'
import type { ColumnGuess, TablePreview } from '@/lib/wire/table-preview'
import { finiteNumber } from './check-cells'
import { taskColumnName } from './column-kind'
import { type ColumnRoles, guessRoles } from './guess-roles'
import { openTable } from './open-table'
import { type Cell, printCell } from './raw-batch'

const lookedRows = 20_000
const shownRows = 20
const mostLevels = 50
const bins = 20
const longestCell = 200

/** What a table looks like before it is imported: its first rows, and what each column seems to be for. */
export async function previewTable(
  file: string,
  name: string,
): Promise<Pick<TablePreview, 'columns' | 'rows' | 'looked'>> {
  const table = await openTable(file, { name })
  try {
    const columns = new Map<string, Cell[]>(table.header.map((column) => [column, []]))
    const roles = guessRoles(table.header, await table.samples())
    let looked = 0
    for await (const batch of table.read(table.header)) {
      const taken = Math.min(batch.row.length, lookedRows - looked)
      for (const [column, cells] of columns)
        for (let at = 0; at < taken; at++) cells.push(batch.columns.get(column)![at])
      looked += taken
      if (looked === lookedRows) break
    }
    const rows = Array.from({ length: Math.min(shownRows, looked) }, (_, row) =>
      table.header.map((column) => printCell(columns.get(column)![row]).slice(0, longestCell)),
    )
    return { columns: table.header.map((column) => guessOf(column, roles, columns.get(column)!)), rows, looked }
  } finally {
    await table.close()
  }
}

function roleOf(column: string, roles: ColumnRoles): Pick<ColumnGuess, 'role' | 'task'> {
  if (column === roles.example) return { role: 'example', task: null }
  if (column === roles.subject) return { role: 'subject', task: null }
  if (column === roles.split) return { role: 'split', task: null }
  if (roles.time.includes(column)) return { role: 'time', task: null }
  for (const { task, label, score, decision } of roles.tasks) {
    if (column === label) return { role: 'label', task }
    if (column === score) return { role: 'score', task }
    if (column === decision) return { role: 'decision', task }
  }
  // scores of another version come without labels
  const named = roles.tasks.length === 0 ? taskColumnName(column) : undefined
  if (named?.kind === 'score') return { role: 'score', task: named.task || column }
  return { role: roles.attributes.includes(column) ? 'attribute' : 'other', task: null }
}

function guessOf(name: string, roles: ColumnRoles, cells: readonly Cell[]): ColumnGuess {
  const { kind, concept } = attributeConcept(name)
  return {
    name,
    ...roleOf(name, roles),
    why: roles.why.get(name) ?? '',
    kind,
    concept: concept ?? null,
    levels: levelsOf(cells),
    histogram: histogramOf(cells),
  }
}

function levelsOf(cells: readonly Cell[]): ColumnGuess['levels'] {
  const counts = new Map<string, number>()
  for (const cell of cells) {
    const text = printCell(cell)
    const level = isUnknownText(text) ? 'Unknown' : text
    counts.set(level, (counts.get(level) ?? 0) + 1)
    if (counts.size > mostLevels) return []
  }
  return [...counts]
    .map(([level, rows]) => ({ level: level.slice(0, longestCell), rows }))
    .sort((a, b) => b.rows - a.rows)
}

function histogramOf(cells: readonly Cell[]): ColumnGuess['histogram'] {
  const numbers: number[] = []
  for (const cell of cells) {
    if (isUnknownText(printCell(cell))) continue
    const number = finiteNumber(cell)
    if (Number.isNaN(number)) return null
    numbers.push(number)
  }
  if (numbers.length === 0) return null
  const min = numbers.reduce((least, number) => Math.min(least, number))
  const max = numbers.reduce((greatest, number) => Math.max(greatest, number))
  const edges = Array.from({ length: bins + 1 }, (_, at) => min + ((max - min) * at) / bins)
  const counts = new Array<number>(bins).fill(0)
  for (const number of numbers)
    counts[max === min ? 0 : Math.min(bins - 1, Math.floor(((number - min) / (max - min)) * bins))]++
  return { min, max, bins: counts, edges }
}
