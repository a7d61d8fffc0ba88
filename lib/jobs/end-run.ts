import { Readable } from 'node:stream'
import type { Access } from '@/lib/db/access'
import { prisma } from '@/lib/db/client'
import { queueJob } from '@/lib/db/jobs'
import { readModelVersion } from '@/lib/db/model-versions'
import { readModel } from '@/lib/db/models'
import { loadBatches } from '@/lib/db/score-batches'
import {
  endScoringRun,
  lockRun,
  type OpenedRun,
  RunConflict,
  readOpenedRun,
  readScoringRun,
} from '@/lib/db/scoring-runs'
import { checkImport } from '@/lib/ingest/check-import'
import { UnusableImport } from '@/lib/ingest/unusable-import'
import type { ScoringRun, ScoringRunEnd } from '@/lib/wire/scoring-run'
import { importOfRun } from './import-of-run'
import { type RunTally, runTable } from './run-table'
import { spoolUpload } from './spool'
import { wakeJobs } from './wake-jobs'

/**
 * Ends a run: its batches become a table, which an ordinary import makes an evaluation. Ended twice, it is ended once; a
 * run whose import failed may be ended again.
 * @param access to the run
 */
export async function endRun(access: Access, end: ScoringRunEnd, signal: AbortSignal): Promise<ScoringRun> {
  const run = await readOpenedRun(access)
  if (hasEnded(run)) return readScoringRun(access)
  const version = await readModelVersion({ ...access, id: run.modelVersionId })
  if (end.provenance.modelSha256 !== version.artefact?.sha256)
    throw new RunConflict('These scores were computed with another model file than that of the version.', [
      { path: 'provenance.modelSha256', message: 'Open the file that the version names, or make another version.' },
    ])
  const model = await readModel({ ...access, id: version.modelId })
  const names = { model: model.name, version: version.name }
  checkImport(importOfRun(run, names, '0'.repeat(64)))
  const tally: RunTally = { rows: 0, scored: 0 }
  const table = Readable.toWeb(Readable.from(runTable(run, loadBatches(run.id), tally)))
  const draft = { name: `scoring-run-${run.id}.csv`, bytes: undefined }
  const { sha256 } = await spoolUpload(access, draft, table as ReadableStream<Uint8Array>, signal)
  if (tally.scored === 0) throw new UnusableImport('No image of this run has a score, so there is nothing to evaluate.')
  const isPartial = end.isPartial || tally.rows < run.images
  const ended = await prisma().$transaction(async (tx) => {
    const now = await lockRun(tx, access)
    if (hasEnded(now)) return undefined // another tab was first
    const request = { ...importOfRun(run, names, sha256), scoringRunId: run.id }
    const jobId = await queueJob(tx, access, { kind: 'import', request, seed: 0 })
    return endScoringRun(tx, access, now, { ...end, isPartial, jobId })
  })
  wakeJobs()
  return ended ?? readScoringRun(access)
}

function hasEnded({ state }: OpenedRun): boolean {
  if (state === 'cancelled')
    throw new RunConflict('This run was cancelled, and its scores are gone. Begin another one.')
  return state === 'importing' || state === 'done'
}
