import * as z from 'zod'
import { ListQuery, listOf } from './listing'

export const OperatingPointRule = z.enum(['fixed', 'youden', 'sensitivity', 'specificity'])
export type OperatingPointRule = z.infer<typeof OperatingPointRule>

/** The threshold at which a version's score for a task becomes a decision; the latest one holds. */
export const OperatingPoint = z.strictObject({
  id: z.int().positive(),
  modelVersionId: z.int().positive(),
  task: z.string(),
  rule: OperatingPointRule,
  /** what the rule aims at; null for `fixed` and `youden` */
  target: z.number().nullable(),
  threshold: z.number(),
  /** the evaluation that it was chosen on */
  chosenOnId: z.int().positive().nullable(),
  createdAt: z.iso.datetime(),
})
export type OperatingPoint = z.infer<typeof OperatingPoint>

export const OperatingPointList = listOf(OperatingPoint)

/** Which of them: of one task or of all, newest first. */
export const OperatingPointQuery = ListQuery.pick({ page: true, size: true }).extend({ task: z.string().optional() })

/** A new operating point; it replaces none. */
export const OperatingPointDraft = z.strictObject({
  task: z.string(),
  rule: OperatingPointRule,
  target: z.number().gt(0).lt(1).nullable().default(null),
  threshold: z.number(),
  chosenOnId: z.int().positive().nullable().default(null),
})
export type OperatingPointDraft = z.infer<typeof OperatingPointDraft>
