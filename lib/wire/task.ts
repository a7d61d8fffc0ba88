import * as z from 'zod'
import { listOf, Name } from './listing'
import { Direction } from './metric-frame'

/** What is predicted: one finding. */
export const Task = z.strictObject({
  id: z.int().positive(),
  projectId: z.int().positive(),
  name: z.string(),
  kind: z.literal('binary'),
  /** does label 1 mean disease, or is it healthy? It decides which error is underdiagnosis. */
  direction: Direction,
  createdAt: z.iso.datetime(),
})
export type Task = z.infer<typeof Task>

export const TaskList = listOf(Task)

/** What may change later; the direction only as long as nothing was evaluated. */
export const TaskChange = z.strictObject({ name: Name.optional(), direction: Direction.optional() })
export type TaskChange = z.infer<typeof TaskChange>

/** What goes when a task is deleted: its labels in so many sources, its scores in so many evaluations. */
export const TaskContents = z.strictObject({
  labelSources: z.int().nonnegative(),
  evaluations: z.int().nonnegative(),
})
export type TaskContents = z.infer<typeof TaskContents>
