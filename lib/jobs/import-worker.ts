import { parentPort, workerData } from 'node:worker_threads'
import { closeConnections } from '@/lib/db/client'
import type { JobFailure } from '@/lib/db/jobs'
import { failureOf } from './failure'
import { type ImportTask, importTable } from './import-table'
import { JobLost } from './job-failed'

/** What the thread of an import tells. */
export type ImportNews =
  | { kind: 'progress'; phase: string; done: number; total: number | null }
  /** it has ended: committed and recorded as done; not to be kept, for whatever reason; or failed */
  | { kind: 'ended'; as: 'done' | 'given-up' }
  | { kind: 'ended'; as: 'failed'; failure: JobFailure }

if (!parentPort) throw new Error('import-worker runs in a worker thread')
const port = parentPort
const tell = (news: ImportNews) => port.postMessage(news)
const told = new AbortController()
port.once('message', () => told.abort(new JobLost())) // the only thing that the server says is: stop

const reportsEveryMs = 200
let lastReport = 0
let lastPhase = ''
function report(phase: string, done: number, total: number | null) {
  const now = performance.now()
  if (phase === lastPhase && now - lastReport < reportsEveryMs) return
  ;[lastReport, lastPhase] = [now, phase]
  tell({ kind: 'progress', phase, done, total })
}

const task = workerData as ImportTask
try {
  await importTable(task, { signal: told.signal, report })
  tell({ kind: 'ended', as: 'done' })
} catch (error) {
  if (told.signal.aborted || error instanceof JobLost) tell({ kind: 'ended', as: 'given-up' })
  else tell({ kind: 'ended', as: 'failed', failure: failureOf(error, task.job.id) })
} finally {
  await closeConnections().catch(() => {})
  port.close()
}
