import type { JobKind } from '@/lib/db/jobs'
import { runFindings } from '@/lib/frames/findings-job'
import { runDemo } from './demo-job'
import { runImport } from './import-thread'
import type { RunJob } from './job-context'

export interface JobKindPlan {
  run: RunJob | typeof runImport
  /** may be done again after the server was killed in its middle */
  isRepeatable: boolean
}

/** How each kind of job is run. */
export const jobKinds: Partial<Record<JobKind, JobKindPlan>> = {
  import: { run: runImport, isRepeatable: false },
  findings: { run: runFindings, isRepeatable: true },
  demo: { run: runDemo, isRepeatable: true },
}
