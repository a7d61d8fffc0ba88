import { type ClaimedJob, endJob, type JobEnd, recordProgress } from '@/lib/db/jobs'
import { log } from '@/lib/log'
import { failureOf, isDatabaseGone } from './failure'
import { JobFailed, JobLost } from './job-failed'
import type { JobKindPlan } from './job-kinds'

const progressEveryMs = 400
const retryEveryMs = 500

const stoppedBefore = {
  title: 'Interrupted',
  detail: 'The server stopped while this ran. Nothing was stored; start it again.',
  errors: [],
}

/** Runs a claimed job to its end, telling its progress and asking whether to go on. Throws nothing. */
export async function runJob(
  job: ClaimedJob,
  { run, isRepeatable }: JobKindPlan,
  stopping: AbortSignal,
): Promise<void> {
  if (job.attempts > 1 && !isRepeatable) return end(job, { state: 'failed', failure: stoppedBefore }, stopping)
  const stop = new AbortController()
  const signal = AbortSignal.any([stop.signal, stopping])
  let progress = { phase: '', done: 0, total: null as number | null }
  const pulse = pulsing(async () => {
    const { phase, done, total } = progress
    const verdict = await recordProgress(job, phase, done, total)
    if (verdict !== 'go-on') stop.abort(new JobLost())
  })
  const report = (phase: string, done: number, total: number | null) => {
    const isNew = phase !== progress.phase
    progress = { phase, done, total }
    if (isNew) pulse.now()
  }
  const begun = performance.now()
  let ended: JobEnd
  try {
    const { id: jobId, projectId, seed, request } = job
    const outcome = await run(request, { jobId, projectId, seed, signal, report, job })
    ended = { state: 'done', outcome: (outcome ?? {}) as never }
  } catch (error) {
    if (stopping.aborted && isRepeatable) return // the next start takes it up again
    if (signal.aborted || error instanceof JobLost) ended = { state: 'cancelled' }
    else ended = { state: 'failed', failure: error instanceof JobFailed ? error.failure : failureOf(error, job.id) }
  } finally {
    pulse.stop()
  }
  await end(job, stopping.aborted && ended.state === 'cancelled' ? stopped() : ended, stopping)
  log('info', 'A job ended', { jobId: job.id, jobKind: job.kind, ms: Math.round(performance.now() - begun) })
}

const stopped = (): JobEnd => ({ state: 'failed', failure: stoppedBefore })

/** Calls `beat` again and again, one at a time, and at once when asked; a database that is away is asked again. */
function pulsing(beat: () => Promise<void>) {
  let timer: NodeJS.Timeout | undefined
  let [isOver, isBeating] = [false, false]
  const next = (ms: number) => {
    clearTimeout(timer)
    timer = setTimeout(async () => {
      isBeating = true
      await beat().catch((error) => log('warn', 'The progress of a job could not be noted', { error }))
      isBeating = false
      if (!isOver) next(progressEveryMs)
    }, ms)
  }
  next(progressEveryMs)
  return {
    now() {
      if (!isBeating && !isOver) next(0)
    },
    stop() {
      isOver = true
      clearTimeout(timer)
    },
  }
}

/** Writes down how a job ended, waiting for a database that is away. One that has ended already stays as it is. */
async function end(job: ClaimedJob, how: JobEnd, stopping: AbortSignal): Promise<void> {
  for (;;) {
    try {
      const hasEnded = await endJob(job, how)
      if (!hasEnded && how.state === 'done') await endJob(job, { state: 'cancelled' })
      return
    } catch (error) {
      if (!isDatabaseGone(error) || stopping.aborted) {
        log('error', 'The end of a job could not be noted', { jobId: job.id, error })
        return
      }
      await new Promise((next) => setTimeout(next, retryEveryMs))
    }
  }
}
