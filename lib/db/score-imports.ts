import type { ClientBase } from 'pg'
import type { ImportOutcome, ScoresImport } from '@/lib/wire/import-request'
import type { ScoreScale } from '@/lib/wire/metric-frame'
import type { Access } from './access'
import { createEvaluation } from './evaluations'
import { ImportConflict, lockProject } from './import-names'
import type { WritingContext } from './imports'
import { findLabelSource } from './labels'
import { findOrCreateVersion } from './model-versions-of-imports'
import { originOf } from './run-of-import'
import { type ScoreValues, writeScores } from './scores'
import { UnknownId } from './unknown-id'

/** Another version's scores, matched to a dataset's examples. */
export interface CheckedScores {
  sourceName: string
  sha256: string
  scoreScale: ScoreScale
  rows: number
  unmatchedRows: number
  unmatchedRowNumbers: number[]
  unscoredExamples: number
  tasks: () => Iterable<ScoreValues & { name: string }>
}

/** Writes an evaluation of examples that are there, in the caller's transaction. */
export async function writeScoresImport(
  request: ScoresImport,
  table: CheckedScores,
  client: ClientBase,
  access: Access,
  { signal, onWritten, run }: WritingContext,
): Promise<ImportOutcome> {
  const projectId = await lockProject(client, access)
  const { datasetId } = request
  const { rows } = await client.query<{ name: string }>(
    'select name from dataset where id = $1 and project_id = $2 for key share',
    [datasetId, projectId],
  )
  if (rows.length === 0) throw new UnknownId('dataset')
  const labels = await findLabelSource(
    client,
    datasetId,
    request.tasks.map(({ name }) => name),
  )
  if ('missing' in labels) throw noLabels(labels)
  const modelVersionId = run?.modelVersionId ?? (await findOrCreateVersion(client, access, request))
  await refuseSame(client, datasetId, modelVersionId, table.sha256)
  const evaluationId = await createEvaluation(client, access, {
    ...{ projectId, datasetId, modelVersionId, labelSourceId: labels.labelSourceId, split: null },
    name: `${request.model} ${request.version} on ${rows[0].name}`,
    sourceName: table.sourceName,
    sourceSha256: table.sha256,
    scoreScale: table.scoreScale,
    inTrainingData: request.inTrainingData,
    ...originOf(run),
  })
  let written = 0
  for (const { name, score, decision } of table.tasks()) {
    signal.throwIfAborted()
    await writeScores(client, evaluationId, labels.taskIds.get(name)!, { score, decision })
    onWritten(++written * table.rows, request.tasks.length * table.rows)
  }
  const { unmatchedRows, unmatchedRowNumbers, unscoredExamples } = table
  return { datasetId, evaluationId, rows: table.rows, unmatchedRows, unmatchedRowNumbers, unscoredExamples }
}

function noLabels({ missing, known }: { missing: string[]; known: string[] }): ImportConflict {
  const there = `It has labels for ${known.slice(0, 40).join(', ')}.`
  return new ImportConflict(
    missing.length > 0
      ? `The dataset has no labels for some of these tasks. ${there}`
      : 'No single source of labels of this dataset covers all of these tasks. Import them one by one.',
    missing.map((name) => ({ path: `task ${name}`, message: 'The dataset has no labels for it.' })),
  )
}

async function refuseSame(client: ClientBase, datasetId: number, versionId: number, sha256: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    'select name from evaluation where dataset_id = $1 and model_version_id = $2 and source_sha256 = $3 limit 1',
    [datasetId, versionId, sha256],
  )
  if (rows.length > 0)
    throw new ImportConflict(
      `The scores of this very file are there already, as "${rows[0].name}". Name another version, or nothing is to do.`,
    )
}
