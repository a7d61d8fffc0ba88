import { randomUUID } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import type { JobFailure } from '@/lib/db/jobs'
import { log } from '@/lib/log'
import { Problem } from '@/lib/problem'

const gone = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', '57P01', '57P02', '57P03', '08006', '08003'])

/** Whether an error says that the database went away, so that nothing of the transaction is kept. */
export function isDatabaseGone(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if ('code' in error && gone.has(String(error.code))) return true
  return /Connection terminated|timeout exceeded when trying to connect|connection error/i.test(error.message)
}

/** Why a job failed, for the person who asked for it: a Problem as it is, all else by its reference in the log. */
export function failureOf(error: unknown, jobId: number): JobFailure {
  if (error instanceof Problem) {
    const title = STATUS_CODES[error.status] ?? 'Problem'
    return { title, detail: error.message, errors: error.errors.map(({ path, message }) => ({ path, message })) }
  }
  if (isDatabaseGone(error)) {
    log('warn', 'The database went away during a job', { jobId, error })
    const detail = 'The database went away while this ran. Nothing was stored; start it again.'
    return { title: 'Database unreachable', detail, errors: [] }
  }
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOSPC' || code === '53100') {
    log('error', 'The disk is full', { jobId, error })
    return { title: 'Disk full', detail: 'The disk is full. Nothing was stored; free some space.', errors: [] }
  }
  const reference = randomUUID()
  log('error', 'A job failed', { jobId, reference, error })
  const detail = `Something went wrong on our side, and nothing was stored. Report the reference ${reference}.`
  return { title: 'Unexpected fault', detail, errors: [] }
}
