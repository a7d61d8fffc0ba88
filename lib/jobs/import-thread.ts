import { rm } from 'node:fs/promises'
import { readUpload, removeUnneeded } from '@/lib/db/uploads'
import { QueuedImport } from '@/lib/wire/import-request'
import type { ImportNews } from './import-worker'
import type { ClaimedContext } from './job-context'
import { JobFailed, JobLost } from './job-failed'
import { spooledFile } from './spool'
import { startThread } from './threads'

/** Time in which a thread that was told to stop rolls back by itself; then its connection is cut. */
const patienceMs = 5000

/**
 * Runs an import in a thread of its own, which also ends the job as done, in the transaction that keeps its rows.
 * Throws when it ended in any other way.
 */
export async function runImport(request: unknown, { job, signal, report }: ClaimedContext): Promise<void> {
  const { sha256 } = QueuedImport.parse(request)
  const { name } = await readUpload(job, sha256)
  const thread = startThread('import-worker', { job, name, file: spooledFile(sha256) })
  let kill: NodeJS.Timeout | undefined
  const stop = () => {
    thread.postMessage('stop')
    kill = setTimeout(() => void thread.terminate(), patienceMs)
  }
  signal.addEventListener('abort', stop, { once: true })
  if (signal.aborted) stop()
  try {
    await new Promise<void>((resolve, reject) => {
      thread.on('message', (news: ImportNews) => {
        if (news.kind === 'progress') report(news.phase, news.done, news.total)
        else if (news.as === 'failed') reject(new JobFailed(news.failure))
        else if (news.as === 'given-up') reject(new JobLost())
        else resolve()
      })
      thread.once('error', reject)
      thread.once('exit', () => reject(signal.reason ?? new Error('The thread of an import ended early')))
    })
  } finally {
    signal.removeEventListener('abort', stop)
    clearTimeout(kill)
    await thread.terminate()
  }
  await removeUnneeded(sha256, () => rm(spooledFile(sha256), { force: true }))
}
