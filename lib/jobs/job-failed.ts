import type { JobFailure } from '@/lib/db/jobs'

/** A failure that its thread has put into words already. */
export class JobFailed extends Error {
  constructor(readonly failure: JobFailure) {
    super('The job failed; see its failure')
  }
}

/** The job was cancelled, or another worker has it: nothing is kept. */
export class JobLost extends Error {}
