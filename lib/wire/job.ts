import * as z from 'zod'

export const JobState = z.enum(['queued', 'running', 'done', 'failed', 'cancelled'])
export type JobState = z.infer<typeof JobState>

export const JobKind = z.enum(['import', 'findings'])
export type JobKind = z.infer<typeof JobKind>

/** Why a job failed, as a Problem says it. */
export const JobFailure = z.strictObject({
  title: z.string(),
  detail: z.string(),
  errors: z.array(z.strictObject({ path: z.string(), message: z.string() })),
})
export type JobFailure = z.infer<typeof JobFailure>

/** Long work and how far it is. */
export const Job = z.strictObject({
  id: z.int().positive(),
  projectId: z.int().positive(),
  kind: JobKind,
  state: JobState,
  seed: z.int(),
  phase: z.string(),
  stepsDone: z.int().nonnegative(),
  stepsTotal: z.int().nonnegative().nullable(),
  isCancelAsked: z.boolean(),
  outcome: z.json().nullable(),
  failure: JobFailure.nullable(),
  createdAt: z.iso.datetime(),
  startedAt: z.iso.datetime().nullable(),
  endedAt: z.iso.datetime().nullable(),
})
export type Job = z.infer<typeof Job>
