import * as z from 'zod'

/**
 * Whether the findings of a view are there. `computing`: a job is on its way; `on_request`: they take longer and start
 * when asked; `failed`: the job ended with a fault and starts again when asked.
 */
export const FindingsState = z.strictObject({
  state: z.enum(['ready', 'computing', 'on_request', 'failed']),
  /** the job that computes them, or that failed */
  jobId: z.int().positive().nullable(),
  /** about how long they take on this kind of machine */
  estimatedSeconds: z.number().nonnegative(),
})
export type FindingsState = z.infer<typeof FindingsState>

/** The header of a MetricFrame's answer that says it. */
export const findingsHeader = 'equiscope-findings'

/** As a header: `computing; job=12; seconds=9`. Inverse of `parseFindingsState`. */
export function printFindingsState({ state, jobId, estimatedSeconds }: FindingsState): string {
  const job = jobId === null ? '' : `; job=${jobId}`
  return `${state.replace('_', '-')}${job}; seconds=${estimatedSeconds}`
}

/** Reads the header; undefined where it is missing or says something else. */
export function parseFindingsState(text: string | null): FindingsState | undefined {
  const found = /^([a-z-]+)(?:; job=(\d+))?; seconds=([\d.]+)$/.exec(text ?? '')
  if (!found) return undefined
  const [, state, job, seconds] = found
  const read = FindingsState.safeParse({
    state: state.replace('-', '_'),
    jobId: job === undefined ? null : Number(job),
    estimatedSeconds: Number(seconds),
  })
  return read.success ? read.data : undefined
}
