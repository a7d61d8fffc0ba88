import * as z from 'zod'
import { Direction } from './metric-frame'
import { OperatingPoint } from './operating-point'

export const EvaluatedTask = z.strictObject({
  name: z.string(),
  direction: Direction,
  scored: z.int().nonnegative(),
  hasDecisions: z.boolean(),
  /** of the version, newest first: the first one holds */
  operatingPoints: z.array(OperatingPoint),
})

export const EvaluatedAttribute = z.strictObject({
  name: z.string(),
  /** what it is about, for example `sex`; null: not recognised */
  concept: z.string().nullable(),
  kind: z.enum(['demographic', 'acquisition']),
  /** in their stored order, which gives each its colour and marker for good; `Unknown` may be among them */
  levels: z.array(z.string()),
})
export type EvaluatedAttribute = z.infer<typeof EvaluatedAttribute>

/** What a view of an evaluation can choose from, and what it is called by. */
export const EvaluationFacts = z.strictObject({
  modelName: z.string(),
  versionId: z.int().positive(),
  versionName: z.string(),
  datasetName: z.string(),
  /** made by the demonstration: shown as synthetic everywhere */
  isSynthetic: z.boolean(),
  tasks: z.array(EvaluatedTask),
  attributes: z.array(EvaluatedAttribute),
  splits: z.array(z.string()),
  /** families compared unless the address says otherwise: as declared for the dataset, else `defaultFamilies` */
  prespecified: z.array(z.array(z.string())),
  /** why they were changed, and when; null: as they were at the import */
  prespecifiedChange: z.strictObject({ note: z.string(), at: z.iso.datetime() }).nullable(),
})
export type EvaluationFacts = z.infer<typeof EvaluationFacts>

/** Other pre-specified families for a dataset; the note says why, since people may have seen numbers already. */
export const PrespecifiedChange = z.strictObject({
  /** as `sex,age_band,sex+age_band` */
  families: z.string().trim().min(1, 'Name at least one family.'),
  note: z.string().trim().min(1, 'Say why.').max(1000),
})
export type PrespecifiedChange = z.infer<typeof PrespecifiedChange>
