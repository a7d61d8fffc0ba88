import type { ClientBase } from 'pg'
import { Evaluation, type EvaluationChange, type EvaluationContents } from '@/lib/wire/evaluation'
import type { Listed, ListQuery } from '@/lib/wire/listing'
import type { Access } from './access'
import { prisma } from './client'
import { archivedAt, pageArguments, withTimes } from './listing'
import { recordChange } from './record-change'
import { UnknownId } from './unknown-id'

/** An evaluation as its import knows it, before it has a number. */
export type EvaluationDraft = Omit<
  Evaluation,
  'id' | 'createdAt' | 'archivedAt' | 'modelName' | 'versionName' | 'datasetName'
>

/** Of what it is: one version of one model on one dataset. */
const include = {
  modelVersion: { select: { name: true, model: { select: { name: true } } } },
  dataset: { select: { name: true } },
} as const

/** Adds an evaluation's own row and its audit entry, in the transaction that also writes its scores. */
export async function createEvaluation(client: ClientBase, access: Access, draft: EvaluationDraft): Promise<number> {
  const { projectId, datasetId, modelVersionId, labelSourceId, name, split } = draft
  const { sourceName, sourceSha256, scoreScale, inTrainingData, provenance, isPartial, isSynthetic } = draft
  const { rows } = await client.query<{ id: number }>(
    `insert into evaluation (project_id, dataset_id, model_version_id, label_source_id, name, split,
       source_name, source_sha256, score_scale, in_training_data, provenance, is_partial, is_synthetic)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) returning id`,
    [
      projectId,
      datasetId,
      modelVersionId,
      labelSourceId,
      name,
      split,
      sourceName,
      sourceSha256,
      scoreScale,
      inTrainingData,
      provenance && JSON.stringify(provenance),
      isPartial,
      isSynthetic,
    ],
  )
  const [{ id }] = rows
  await recordChange(client, access, { noun: 'evaluation', nounId: id, projectId, change: { ...draft } })
  return id
}

export async function listEvaluations({ projectId }: Access, query: ListQuery): Promise<Listed<Evaluation>> {
  const { where: matching, ...page } = pageArguments(query)
  const where = { ...matching, projectId }
  const [rows, total] = await prisma().$transaction([
    prisma().evaluation.findMany({ where, include, ...page }),
    prisma().evaluation.count({ where }),
  ])
  const evaluations = rows.map(wireEvaluation)
  return { rows: evaluations, total, page: query.page, size: query.size }
}

export async function readEvaluation({ id }: Access): Promise<Evaluation> {
  const evaluation = await prisma().evaluation.findUnique({ where: { id }, include })
  if (!evaluation) throw new UnknownId('evaluation')
  return wireEvaluation(evaluation)
}

/** Renames, archives or restores: the only things about an evaluation that change. */
export async function changeEvaluation(access: Access, change: EvaluationChange): Promise<Evaluation> {
  const { name, archived } = change
  return prisma().$transaction(async (tx) => {
    const before = await tx.evaluation.findUnique({ where: { id: access.id } })
    if (!before) throw new UnknownId('evaluation')
    const after = await tx.evaluation.update({
      where: { id: access.id },
      include,
      data: { name, archivedAt: archivedAt(archived) },
    })
    const { projectId } = after
    const { modelVersion: _, dataset: __, ...row } = after
    const change = { before: withTimes(before), after: withTimes(row) }
    await recordChange(tx, access, { noun: 'evaluation', nounId: after.id, projectId, change })
    return wireEvaluation(after)
  })
}

/** What goes when it is deleted. */
export async function countEvaluation({ id }: Access): Promise<EvaluationContents> {
  const where = { evaluationId: id }
  const [tasks, answers] = await prisma().$transaction([
    prisma().scoredTask.count({ where }),
    prisma().answer.count({ where }),
  ])
  return { tasks, answers }
}

/** Deletes an evaluation with its scores and answers; dataset and labels stay. */
export async function deleteEvaluation(access: Access): Promise<void> {
  await prisma().$transaction(
    async (tx) => {
      const before = await tx.evaluation.findUnique({ where: { id: access.id } })
      if (!before) throw new UnknownId('evaluation')
      await tx.evaluation.delete({ where: { id: access.id } })
      const { id: nounId, projectId } = before
      await recordChange(tx, access, { noun: 'evaluation', nounId, projectId, change: { before: withTimes(before) } })
    },
    { timeout: 60_000 }, // many large columns go with it
  )
}

interface EvaluationRow {
  createdAt: Date
  archivedAt: Date | null
  modelVersion: { name: string; model: { name: string } }
  dataset: { name: string }
}

function wireEvaluation({ modelVersion, dataset, ...row }: EvaluationRow): Evaluation {
  const names = { modelName: modelVersion.model.name, versionName: modelVersion.name, datasetName: dataset.name }
  return Evaluation.parse({ ...withTimes(row), ...names })
}
