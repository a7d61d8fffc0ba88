import type { ClaimedJob } from '@/lib/db/jobs'

/** What long work is given by whoever runs it. */
export interface JobContext {
  jobId: number
  projectId: number
  seed: number
  /** aborted when a person cancels or the server stops */
  signal: AbortSignal
  /** tells how far the work has come; cheap, may be called often */
  report(phase: string, done: number, total: number | null): void
}

/**
 * Work of one kind. Its answer is kept as the job's outcome; a thrown Problem is shown to the person, with its faults;
 * everything else that is thrown is a bug and shown as a reference.
 */
export type RunJob = (request: unknown, context: JobContext) => Promise<unknown>

/** For work that ends its job itself, in its own transaction. */
export interface ClaimedContext extends JobContext {
  job: ClaimedJob
}
