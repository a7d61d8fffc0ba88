import type { ClientBase } from 'pg'
import type { Access } from '@/lib/db/access'
import { onOneConnection, pool } from '@/lib/db/client'
import { loadExampleKeys } from '@/lib/db/example-keys'
import { type WritingContext, writeDatasetImport } from '@/lib/db/imports'
import { accessOfJob, type ClaimedJob, endJob } from '@/lib/db/jobs'
import { closeRun, lockRunOfImport } from '@/lib/db/run-of-import'
import { writeScoresImport } from '@/lib/db/score-imports'
import { forgetUpload } from '@/lib/db/uploads'
import { KeyIndex } from '@/lib/ingest/key-index'
import { readDatasetImport } from '@/lib/ingest/read-dataset-import'
import { readScoresImport } from '@/lib/ingest/read-scores-import'
import type { ReadingContext } from '@/lib/ingest/reading-context'
import { type DatasetImport, type ImportOutcome, QueuedImport, type ScoresImport } from '@/lib/wire/import-request'
import { JobLost } from './job-failed'

/** What an import is given, in its thread. */
export interface ImportTask {
  job: ClaimedJob
  /** the uploaded bytes, and what the person called them */
  file: string
  name: string
}

/**
 * Reads a table whole, then writes it in one transaction, in which the job also ends as done: who sees the job done sees
 * its rows, and who cancelled in time, or stopped the machine, finds nothing.
 */
export async function importTable(
  { job, file, name }: ImportTask,
  { signal, report }: { signal: AbortSignal; report: (phase: string, done: number, total: number | null) => void },
): Promise<void> {
  const request = QueuedImport.parse(job.request)
  const reading: ReadingContext = {
    name,
    signal,
    mayLackScores: request.scoringRunId !== undefined,
    onRows: (rows, estimated) => report('checking', rows, estimated),
  }
  const write = await (request.kind === 'dataset'
    ? readDataset(file, request, reading)
    : readScores(file, request, reading))
  signal.throwIfAborted()
  await onOneConnection(async (client) => {
    const onWritten = (values: number, of: number) =>
      report('writing', Math.floor((values / of) * write.rows), write.rows)
    const run = request.scoringRunId === undefined ? undefined : await lockRunOfImport(client, request.scoringRunId)
    const outcome = await write.to(client, accessOfJob(job), { signal, onWritten, run })
    if (run) await closeRun(client, run, outcome.evaluationId)
    await forgetUpload(client, job, request.sha256)
    signal.throwIfAborted()
    if (!(await endJob(job, { state: 'done', outcome, steps: write.rows }, client))) throw new JobLost()
  })
}

/** What was read and waits to be written. */
interface Write {
  rows: number
  to: (client: ClientBase, access: Access, writing: WritingContext) => Promise<ImportOutcome>
}

async function readDataset(file: string, request: DatasetImport, reading: ReadingContext): Promise<Write> {
  const table = await readDatasetImport(file, request, reading)
  return { rows: table.examples, to: (...within) => writeDatasetImport(request, table, ...within) }
}

async function readScores(file: string, request: ScoresImport, reading: ReadingContext): Promise<Write> {
  const table = await readScoresImport(file, request, await examplesOf(request), reading)
  return { rows: table.rows, to: (...within) => writeScoresImport(request, table, ...within) }
}

async function examplesOf({ datasetId }: ScoresImport): Promise<KeyIndex> {
  const index = new KeyIndex()
  const client = await pool().connect()
  try {
    await loadExampleKeys(client, datasetId, (key) => index.add(key))
    return index
  } finally {
    client.release()
  }
}
