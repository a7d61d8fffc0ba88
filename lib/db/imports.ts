import type { ClientBase } from 'pg'
import type { CellTable } from '@/lib/slices/cell-table'
import type { DatasetImport, ImportOutcome } from '@/lib/wire/import-request'
import type { ScoreScale } from '@/lib/wire/metric-frame'
import type { Access } from './access'
import { writeAttributes } from './attributes'
import { writeColumn } from './chunks'
import { createDataset } from './datasets'
import { createEvaluation } from './evaluations'
import { lockProject, refuseTakenDataset } from './import-names'
import { createLabelSource, writeLabels } from './labels'
import { findOrCreateVersion } from './model-versions-of-imports'
import { originOf, type RunOfImport } from './run-of-import'
import { writeScores } from './scores'
import { findOrCreateTasks } from './tasks'
import { type DatasetKeys, writeKeys } from './write-keys'

/** One task's columns, by example. */
export interface TaskValues {
  name: string
  label: Uint8Array<ArrayBuffer>
  score: Float64Array<ArrayBuffer>
  decision: Uint8Array<ArrayBuffer> | undefined
}

/** Attributes of the examples: cells, and what numeric ones were before they were cut. */
export interface AttributeValues {
  name: string
  cells: Omit<CellTable, 'attributes'>
  cell: Uint32Array<ArrayBuffer>
  attributes: readonly {
    name: string
    kind: 'demographic' | 'acquisition' | 'split'
    scale: 'categorical' | 'ordinal' | 'numeric'
    concept: string | null
    levels: readonly string[]
    edges: readonly number[]
    values: Float64Array<ArrayBuffer> | undefined
  }[]
}

/** A table that was read and checked whole, in canonical order. */
export interface CheckedDataset {
  sourceName: string
  sha256: string
  examples: number
  subjects: number
  keys: DatasetKeys
  attributeSets: readonly AttributeValues[]
  scoreScale: ScoreScale
  /** each task's columns when its turn comes: all of them at once would be the most memory that an import takes */
  tasks: () => Iterable<TaskValues> | AsyncIterable<TaskValues>
}

export interface WritingContext {
  signal: AbortSignal
  /** a number of values that were written, of how many */
  onWritten(values: number, of: number): void
  /** the run whose scores these are; undefined: they came from a file */
  run: RunOfImport | undefined
}

/** Writes a new dataset with labels, attributes and the scores of one version, in the caller's transaction. */
export async function writeDatasetImport(
  request: DatasetImport,
  table: CheckedDataset,
  client: ClientBase,
  access: Access,
  { signal, onWritten, run }: WritingContext,
): Promise<ImportOutcome> {
  const projectId = await lockProject(client, access)
  await refuseTakenDataset(client, projectId, request.dataset)
  const { sourceName, sha256, examples, subjects } = table
  const source = { sourceName, sourceSha256: sha256 }
  const all = examples * (2 + request.tasks.length)
  const datasetId = await createDataset(client, access, {
    projectId,
    name: request.dataset,
    ...source,
    examples,
    subjects,
  })
  await writeKeys(client, datasetId, table.keys, { signal, onRows: (rows) => onWritten(rows, all) })
  signal.throwIfAborted()
  await writeColumn(client, 'subject', [datasetId], table.keys.subjectOf)
  for (const set of table.attributeSets) await writeAttributes(client, datasetId, sha256, set)
  onWritten(2 * examples, all)
  signal.throwIfAborted()

  const taskIds = await findOrCreateTasks(client, access, request.tasks)
  const labelSourceId = await createLabelSource(client, { datasetId, name: sourceName, sourceSha256: sha256 })
  const modelVersionId = run?.modelVersionId ?? (await findOrCreateVersion(client, access, request))
  const evaluationId = await createEvaluation(client, access, {
    ...{ projectId, datasetId, modelVersionId, labelSourceId, ...source, split: null },
    name: `${request.model} ${request.version} on ${request.dataset}`,
    scoreScale: table.scoreScale,
    inTrainingData: request.inTrainingData,
    ...originOf(run),
  })
  let [written, unscoredExamples] = [2, examples]
  for await (const { name, label, score, decision } of table.tasks()) {
    signal.throwIfAborted()
    const taskId = taskIds.get(name)!
    await writeLabels(client, labelSourceId, taskId, label)
    const unscored = await writeScores(client, evaluationId, taskId, { score, decision })
    unscoredExamples = Math.min(unscoredExamples, unscored)
    onWritten(++written * examples, all)
  }
  return { datasetId, evaluationId, rows: examples, unmatchedRows: 0, unmatchedRowNumbers: [], unscoredExamples }
}
