import * as z from 'zod'
import { listOf } from './listing'
import { ScoreScale } from './metric-frame'

export const InTrainingData = z.enum(['yes', 'no', 'unknown'])

/** One model version on one dataset and split; immutable but for its name. */
export const Evaluation = z.strictObject({
  id: z.int().positive(),
  projectId: z.int().positive(),
  datasetId: z.int().positive(),
  modelVersionId: z.int().positive(),
  labelSourceId: z.int().positive(),
  name: z.string(),
  split: z.string().nullable(),
  sourceName: z.string(),
  sourceSha256: z.string(),
  scoreScale: ScoreScale,
  /** are these patients in the version's training data? */
  inTrainingData: InTrainingData,
  createdAt: z.iso.datetime(),
  archivedAt: z.iso.datetime().nullable(),
})
export type Evaluation = z.infer<typeof Evaluation>

export const EvaluationList = listOf(Evaluation)
