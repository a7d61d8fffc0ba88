import { createHash, randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { claimJob, type JobKind, releaseJobs } from '@/lib/db/jobs'
import { environment } from '@/lib/env'
import { log } from '@/lib/log'
import { sweepArtefacts } from './artefact-folder'
import { jobKinds } from './job-kinds'
import { runJob } from './run-job'
import { sweepSpool } from './spool'
import { wakers } from './wake-jobs'

const idleMs = 1000
const sweepEveryMs = 6 * 3600 * 1000

interface Workers {
  stop(): Promise<void>
}

const place = globalThis as { [key: symbol]: Workers | undefined }
const key = Symbol.for('equiscope.jobs')

/**
 * Starts to claim jobs, one at a time of each kind: two imports at once would need twice the memory and end no sooner.
 * A process may start this once; jobs that an earlier process with our data folder left are taken over at once, since
 * the folder's lock says that it is dead.
 */
export function startJobs(): Workers {
  if (place[key]) return place[key]
  const folder = createHash('sha256').update(environment().EQUISCOPE_DATA).digest('hex').slice(0, 12)
  const ours = `${hostname()} ${folder} `
  const worker = `${ours}${process.pid} ${randomUUID()}`
  const stopping = new AbortController()
  const prepare = prepared(ours)
  const running = (Object.keys(jobKinds) as JobKind[]).map(async (kind) => {
    while (!stopping.signal.aborted) {
      try {
        await prepare()
        const job = await claimJob(worker, [kind])
        if (job) {
          await runJob(job, jobKinds[kind]!, stopping.signal)
          continue
        }
      } catch (error) {
        log('warn', 'No job could be claimed', { error })
      }
      await pause(stopping.signal)
    }
  })
  const sweep = setInterval(
    () =>
      void sweepSpool()
        .then(sweepArtefacts)
        .catch(() => {}),
    sweepEveryMs,
  ).unref()
  place[key] = {
    async stop() {
      clearInterval(sweep)
      stopping.abort(new Error('The server stops'))
      await Promise.all(running)
      place[key] = undefined
    },
  }
  return place[key]
}

/** Done once before the first claim, as soon as the database answers. */
function prepared(ours: string): () => Promise<void> {
  let done: Promise<void> | undefined
  return () => {
    done ??= releaseJobs(ours)
      .then(sweepSpool)
      .then(sweepArtefacts)
      .catch((error) => {
        done = undefined
        throw error
      })
    return done
  }
}

function pause(stopping: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      clearTimeout(timer)
      wakers().delete(go)
      stopping.removeEventListener('abort', go)
      resolve()
    }
    const timer = setTimeout(go, idleMs)
    wakers().add(go)
    stopping.addEventListener('abort', go, { once: true })
  })
}
