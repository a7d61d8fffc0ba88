import { setTimeout as pause } from 'node:timers/promises'
import type { Access } from '@/lib/db/access'
import { findRunningImport, readDemoParts } from '@/lib/db/demo'
import { accessOfJob, type ClaimedJob, readJob } from '@/lib/db/jobs'
import { createOperatingPoint } from '@/lib/db/operating-points'
import { changePrespecified } from '@/lib/db/prespecified'
import { demoColumns, demoFamilies, demoNames, demoScoreColumns } from '@/lib/demo/demo-declaration'
import { predictionsTable, secondScoresTable } from '@/lib/demo/demo-tables'
import { demoTasks } from '@/lib/demo/planted-gaps'
import { startFindings } from '@/lib/frames/read-metric-frame'
import { printFamilies } from '@/lib/slices/slice-families'
import type { ImportRequest } from '@/lib/wire/import-request'
import type { JobContext } from './job-context'
import { JobFailed } from './job-failed'
import { queueImport } from './queue-import'
import { spoolUpload } from './spool'

const lookEveryMs = 150
const steps = 4
const threshold = 0.5

/**
 * Makes the demonstration through the ordinary import. Each step looks whether it was done before: after a crash, or
 * when somebody asks again, only what is missing is made.
 */
export async function runDemo(_request: unknown, context: JobContext): Promise<{ evaluations: number[] }> {
  const { jobId: id, projectId, signal, report } = context
  const access = accessOfJob({ id, projectId, kind: 'demo' } as ClaimedJob)
  const left = await findRunningImport(projectId)
  if (left !== undefined) await endOf(access, left, signal).catch(() => {}) // of an attempt before a crash
  const [first, second] = demoNames.versions
  const { dataset: name, model } = demoNames
  const rest = { model, scoreScale: 'probability', inTrainingData: 'no' } as const

  report('generating images of 12,000 patients', 0, steps)
  let parts = await readDemoParts(projectId, demoNames)
  if (!parts.versions[0]) {
    const sha256 = await spooled(access, demoNames.files[0], predictionsTable(), signal)
    report('importing them', 1, steps)
    await imported(access, { kind: 'dataset', sha256, dataset: name, version: first, ...demoColumns, ...rest }, signal)
    parts = await readDemoParts(projectId, demoNames)
  }
  const { id: datasetId, isDeclared } = parts.dataset!
  const dataset = { ...access, id: datasetId }
  if (!isDeclared) await changePrespecified(dataset, { families: printFamilies(demoFamilies), note: demoNames.note })

  report('importing the scores of a second version', 2, steps)
  if (!parts.versions[1]) {
    const sha256 = await spooled(access, demoNames.files[1], secondScoresTable(), signal)
    const request = { kind: 'scores', sha256, datasetId, version: second, ...demoScoreColumns, ...rest } as const
    await imported(access, request, signal, dataset)
    parts = await readDemoParts(projectId, demoNames)
  }

  report('asking for findings', 3, steps)
  const made = parts.versions.map((version) => version!)
  for (const { id, evaluationId, hasPoint } of made) {
    for (const { name: task } of demoTasks) {
      const point = { task, rule: 'fixed', target: null, threshold, chosenOnId: null } as const
      if (!hasPoint) await createOperatingPoint({ ...access, id }, point)
    }
    for (const { name: task } of demoTasks) await startFindings({ ...access, id: evaluationId }, { task })
  }
  return { evaluations: made.map(({ evaluationId }) => evaluationId) }
}

/** Keeps a table as an uploaded file, a piece at a time, so that nobody waits for it. */
async function spooled(access: Access, name: string, pieces: Generator<string>, signal: AbortSignal): Promise<string> {
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      await pause(1) // between two pieces the server answers
      const { value, done } = pieces.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
  })
  return (await spoolUpload(access, { name, bytes: undefined }, body, signal)).sha256
}

async function imported(access: Access, request: ImportRequest, signal: AbortSignal, dataset?: Access): Promise<void> {
  const { id } = await queueImport(access, request, dataset)
  await endOf(access, id, signal)
}

/** Waits for an import; throws as it failed. */
async function endOf(access: Access, id: number, signal: AbortSignal): Promise<void> {
  for (;;) {
    const { state, failure } = await readJob({ ...access, id })
    if (state === 'done') return
    if (failure) throw new JobFailed(failure)
    if (state === 'cancelled') throw new JobFailed(cancelled)
    await pause(lookEveryMs, undefined, { signal })
  }
}

const cancelled = { title: 'Cancelled', detail: 'An import of the demonstration was cancelled.', errors: [] }
