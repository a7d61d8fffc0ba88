import { leavesDirectionOpen } from '@/components/imports/suggests-health'
import type { BackendChoice } from '@/lib/inference/choose-backend'
import type { HeaderAttribute } from '@/lib/inference/dicom-attributes'
import type { ImportedAttribute, InTrainingData } from '@/lib/wire/import-request'
import type { Direction } from '@/lib/wire/metric-frame'
import type { Task } from '@/lib/wire/task'
import type { ScorableVersion } from './scorable-version'

/** How an attribute is to be stored. */
export type AttributeChoice = Omit<ImportedAttribute, 'column'>

export type ColumnRole = 'image' | 'subject' | 'label' | 'attribute' | 'other'

/** A column of the manifest, and what it is for. */
export interface ManifestColumn {
  name: string
  role: ColumnRole
  /** of a label */
  task: string
  attribute: AttributeChoice
  /** a few of its values */
  values: string[]
}

/** What DICOM headers offer, and whether it is to be stored. */
export interface HeaderChoice {
  header: HeaderAttribute
  isChosen: boolean
  attribute: AttributeChoice
  values: string[]
}

/** All that a person says before a run begins, beside the images themselves. */
export interface RunChoices {
  version: ScorableVersion | undefined
  /** the model's file, where the server does not keep it */
  model: File | undefined
  modelHandle: FileSystemFileHandle | null
  isNewDataset: boolean
  dataset: string
  datasetId: number | undefined
  inTrainingData: InTrainingData | undefined
  /** by task; a task that is missing has not been declared */
  directions: Record<string, Direction | undefined>
  columns: ManifestColumn[]
  headers: HeaderChoice[]
  /** images that the manifest does not name are scored, too */
  takesUnlisted: boolean
  backend: BackendChoice
}

/** Before anything was said. */
export const firstChoices: RunChoices = {
  version: undefined,
  model: undefined,
  modelHandle: null,
  isNewDataset: true,
  dataset: '',
  datasetId: undefined,
  inTrainingData: undefined,
  directions: {},
  columns: [],
  headers: [],
  takesUnlisted: false,
  backend: 'auto',
}

/** Tasks of the chosen version, in the order of its outputs. */
export const tasksOf = ({ version }: RunChoices) =>
  version?.version.inputSpecification?.tasks.map(({ task }) => task) ?? []

/** With another version: what 1 means is known for tasks of the project, and open where a name does not tell. */
export function withVersion(
  choices: RunChoices,
  version: ScorableVersion | undefined,
  known: readonly Task[],
): RunChoices {
  const directions: RunChoices['directions'] = {}
  const after = { ...choices, version, model: undefined, modelHandle: null }
  for (const task of tasksOf(after)) {
    const own = known.find(({ name }) => name === task)?.direction
    directions[task] = own ?? choices.directions[task] ?? (leavesDirectionOpen(task) ? undefined : 'disease')
  }
  return { ...after, directions }
}

/** With one column's choice changed; a role that one column has is taken from the other. */
export function withColumn(choices: RunChoices, name: string, change: Partial<ManifestColumn>): RunChoices {
  const isTaken = (column: ManifestColumn) =>
    column.role === change.role &&
    (change.role === 'image' || change.role === 'subject' || (change.role === 'label' && column.task === change.task))
  const columns = choices.columns.map((column) => {
    if (column.name === name) return { ...column, ...change }
    return isTaken(column) ? { ...column, role: 'other' as const } : column
  })
  return { ...choices, columns }
}
