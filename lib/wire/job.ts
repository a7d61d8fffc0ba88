import * as z from 'zod'

/** Long work, as a reader follows it. */
export const Job = z.strictObject({
  id: z.int(),
  kind: z.enum(['import', 'findings', 'demo']),
  state: z.enum(['queued', 'running', 'done', 'failed', 'cancelled']),
  /** what is being done, for example `checking` or `writing` */
  phase: z.string(),
  stepsDone: z.number(),
  stepsTotal: z.number().nullable(),
  stepsPerSecond: z.number().nullable(),
  secondsLeft: z.number().nullable(),
  isCancelAsked: z.boolean(),
  /** as its kind says: an ImportOutcome for an import */
  outcome: z.unknown(),
  /** why it failed, and up to 100 faults */
  failure: z
    .strictObject({
      title: z.string(),
      detail: z.string(),
      errors: z.array(z.strictObject({ path: z.string(), message: z.string() })),
    })
    .nullable(),
  createdAt: z.string(),
  startedAt: z.string().nullable(),
  endedAt: z.string().nullable(),
})
export type Job = z.infer<typeof Job>
