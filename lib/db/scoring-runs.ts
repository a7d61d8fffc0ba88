import * as z from 'zod'
import { Problem } from '@/lib/problem'
import { ImportedAttribute } from '@/lib/wire/import-request'
import { ScoringRun, type ScoringRunDraft, type ScoringRunEnd, ScoringTask } from '@/lib/wire/scoring-run'
import type { Access } from './access'
import { pool, prisma, type Transaction } from './client'
import type { Prisma, ScoringRun as RunRow } from './generated/client'
import { refuseTakenDataset } from './import-names'
import { recordChange } from './record-change'
import { UnknownId } from './unknown-id'

/** A run is not where it would have to be for this. */
export class RunConflict extends Problem {
  readonly status = 409
}

/** A run with what its batches and its import are checked against. */
export interface OpenedRun {
  id: number
  projectId: number
  modelVersionId: number
  datasetId: number | null
  dataset: string | null
  tasks: z.infer<typeof ScoringTask>[]
  attributes: ImportedAttribute[]
  inTrainingData: ScoringRunDraft['inTrainingData']
  images: number
  state: ScoringRun['state']
  jobId: number | null
}

/**
 * Begins a run in the project of the access. The version must know its file and its specification, which from then on
 * are fixed.
 */
export async function createScoringRun(access: Access, draft: ScoringRunDraft): Promise<ScoringRun> {
  const { projectId } = access
  if (projectId === undefined) throw new UnknownId('project')
  const { modelVersionId, datasetId, dataset, tasks, attributes, inTrainingData, images, isSynthetic } = draft
  if (dataset !== null) await refuseTakenDataset(pool(), projectId, dataset)
  return prisma().$transaction(async (tx) => {
    const [version] = await tx.$queryRaw<{ isComplete: boolean }[]>`
      select artefact_sha256 is not null and input_specification is not null as "isComplete" from model_version
      where id = ${modelVersionId} for no key update`
    if (!version) throw new UnknownId('model version')
    if (!version.isComplete)
      throw new RunConflict('This version does not say yet what its model is and what it sees.', [
        { path: 'modelVersionId', message: 'Register its ONNX file and its input specification first.' },
      ])
    const run = await tx.scoringRun.create({
      data: {
        ...{ projectId, modelVersionId, datasetId, dataset, tasks, attributes, inTrainingData, images, isSynthetic },
      },
    })
    const change = { modelVersionId, datasetId, dataset, images, isSynthetic }
    await recordChange(tx, access, { noun: 'scoring-run', nounId: run.id, projectId, change })
    return wireRun(tx, run)
  })
}

export async function readScoringRun({ id }: Access): Promise<ScoringRun> {
  // one snapshot: an import ends its job and names the evaluation at once, and both must be seen or neither
  const isolationLevel = 'RepeatableRead'
  return prisma().$transaction(async (tx) => wireRun(tx, await rowOf(tx, id)), { isolationLevel })
}

/** Stops a run for good and forgets its batches. One whose import is on its way is refused. */
export async function cancelScoringRun(access: Access): Promise<ScoringRun> {
  return prisma().$transaction(async (tx) => {
    const run = await lockRun(tx, access)
    if (run.state === 'cancelled') return wireRun(tx, await rowOf(tx, run.id))
    if (run.state === 'importing')
      throw new RunConflict('The scores of this run are being imported. Cancel the import instead.')
    if (run.state === 'done') throw new RunConflict('This run has ended: its evaluation is there. Delete that instead.')
    const where = { scoringRunId: run.id }
    const { count } = await tx.scoreBatch.deleteMany({ where })
    await tx.scoredExample.deleteMany({ where })
    const after = await tx.scoringRun.update({ where: { id: run.id }, data: { state: 'cancelled' } })
    const { projectId } = after
    await recordChange(tx, access, { noun: 'scoring-run', nounId: run.id, projectId, change: { batches: count } })
    return wireRun(tx, after)
  })
}

/** Notes that a run has ended, how its scores came to be, and the import that makes them an evaluation. */
export async function endScoringRun(
  tx: Transaction,
  access: Access,
  run: OpenedRun,
  { provenance, isPartial, jobId }: ScoringRunEnd & { jobId: number },
): Promise<ScoringRun> {
  const data = { state: 'ended', provenance, isPartial, jobId }
  const after = await tx.scoringRun.update({ where: { id: run.id }, data })
  const change = { provenance, isPartial, jobId } as Prisma.InputJsonObject
  await recordChange(tx, access, { noun: 'scoring-run', nounId: run.id, projectId: run.projectId, change })
  return wireRun(tx, after)
}

/** The run of the access, locked until the transaction ends: its batches, its end and its cancelling take turns. */
export async function lockRun(tx: Transaction, { id }: Access): Promise<OpenedRun> {
  await tx.$queryRaw`select from scoring_run where id = ${id} for no key update`
  return openedRun(tx, await rowOf(tx, id))
}

/** Ends a run whose batches the caller reads outside of its lock; whoever ends it asks again within. */
export const readOpenedRun = async ({ id }: Access): Promise<OpenedRun> =>
  openedRun(prisma(), await rowOf(prisma(), id))

async function rowOf(tx: Transaction, id: number | undefined): Promise<RunRow> {
  const row = await tx.scoringRun.findUnique({ where: { id } })
  if (!row) throw new UnknownId('scoring run')
  return row
}

async function openedRun(tx: Transaction, row: RunRow): Promise<OpenedRun> {
  return {
    ...row,
    tasks: z.array(ScoringTask).parse(row.tasks),
    attributes: z.array(ImportedAttribute).parse(row.attributes),
    inTrainingData: row.inTrainingData as ScoringRunDraft['inTrainingData'],
    state: await stateOf(tx, row),
  }
}

/** An ended run is as far as its import; one whose evaluation was deleted later has still ended. */
async function stateOf(tx: Transaction, { state, jobId }: RunRow): Promise<ScoringRun['state']> {
  if (state !== 'ended') return state === 'cancelled' ? 'cancelled' : 'open'
  const job = jobId === null ? null : await tx.job.findUnique({ where: { id: jobId }, select: { state: true } })
  if (job?.state === 'queued' || job?.state === 'running') return 'importing'
  return job?.state === 'done' ? 'done' : 'failed'
}

async function wireRun(tx: Transaction, row: RunRow): Promise<ScoringRun> {
  const { id, projectId, modelVersionId, images, jobId, evaluationId, createdAt } = row
  const batches = await tx.scoreBatch.findMany({
    where: { scoringRunId: id },
    select: { number: true, rows: true },
    orderBy: { number: 'asc' },
  })
  return ScoringRun.parse({
    ...{ id, projectId, modelVersionId, images, jobId, evaluationId },
    state: await stateOf(tx, row),
    received: batches.reduce((sum, { rows }) => sum + rows, 0),
    batches: batches.map(({ number }) => number),
    createdAt: createdAt.toISOString(),
  })
}
