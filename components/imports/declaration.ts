import type { InTrainingData } from '@/lib/wire/import-request'
import type { Direction, ScoreScale } from '@/lib/wire/metric-frame'
import type { ColumnGuess, TablePreview } from '@/lib/wire/table-preview'
import { proposeEdges } from './propose-edges'
import { leavesDirectionOpen } from './suggests-health'

export type Role = ColumnGuess['role']

/** What a person says about one column. */
export interface ColumnChoice {
  name: string
  role: Role
  /** of a label, score or decision */
  task: string
  /** of an attribute */
  attribute: { name: string; kind: ColumnGuess['kind']; concept: string | null; edges: number[] }
}

/** All that a person declares about a table before it is imported. */
export interface Declaration {
  kind: 'dataset' | 'scores'
  columns: ColumnChoice[]
  /** by task; a task that is missing has not been declared */
  directions: Record<string, Direction | undefined>
  inTrainingData: InTrainingData | undefined
  scoreScale: ScoreScale | null
  dataset: string
  /** the dataset that scores are attached to */
  datasetId: number | undefined
  model: string
  version: string
}

/** The columns of one task. */
export interface DeclaredTask {
  name: string
  label?: string
  score?: string
  decision?: string
  /** columns of a role that another column of the task has already */
  surplus: string[]
}

/** What the preview proposes; each answer can be corrected, and what must be declared is left open. */
export function proposeDeclaration(preview: TablePreview, datasetId?: number): Declaration {
  const stem = preview.name.replace(/(\.(csv|tsv|txt|parquet|gz))+$/i, '')
  const columns = preview.columns.map(({ name, role, task, kind, concept, histogram, levels }) => ({
    name,
    role,
    task: task ?? '',
    attribute: { name, kind, concept, edges: proposeEdges(concept, histogram, levels.length) },
  }))
  const directions: Declaration['directions'] = {}
  for (const { name } of declaredTasks(columns)) {
    if (!leavesDirectionOpen(name)) directions[name] = 'disease'
  }
  return {
    kind: datasetId === undefined ? 'dataset' : 'scores',
    columns,
    directions,
    inTrainingData: undefined,
    scoreScale: null,
    dataset: stem,
    datasetId,
    model: stem,
    version: '1',
  }
}

/** The tasks that the columns name, in their order. */
export function declaredTasks(columns: readonly ColumnChoice[]): DeclaredTask[] {
  const tasks = new Map<string, DeclaredTask>()
  for (const { name, role, task } of columns) {
    if (role !== 'label' && role !== 'score' && role !== 'decision') continue
    const key = task.trim()
    const found = tasks.get(key) ?? { name: key, surplus: [] }
    if (found[role] === undefined) found[role] = name
    else found.surplus.push(name)
    tasks.set(key, found)
  }
  return [...tasks.values()]
}

/** The first column of a role. */
export function columnOf(columns: readonly ColumnChoice[], role: Role): string | undefined {
  return columns.find((column) => column.role === role)?.name
}

/** With one column's choice changed; a role that only one column can have is taken from the other one. */
export function withColumn(declaration: Declaration, name: string, change: Partial<ColumnChoice>): Declaration {
  const isSole = change.role === 'example' || change.role === 'subject' || change.role === 'split'
  const columns = declaration.columns.map((column) => {
    if (column.name === name) return { ...column, ...change }
    return isSole && column.role === change.role ? { ...column, role: 'other' as const } : column
  })
  return { ...declaration, columns }
}
