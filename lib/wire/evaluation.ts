import * as z from 'zod'
import { listOf, Name } from './listing'
import { ScoreScale } from './metric-frame'
import { ScoringProvenance } from './scoring-run'

export const InTrainingData = z.enum(['yes', 'no', 'unknown'])

/** One model version on one dataset and split; immutable but for its name. */
export const Evaluation = z.strictObject({
  id: z.int().positive(),
  projectId: z.int().positive(),
  datasetId: z.int().positive(),
  modelVersionId: z.int().positive(),
  labelSourceId: z.int().positive(),
  modelName: z.string(),
  versionName: z.string(),
  datasetName: z.string(),
  name: z.string(),
  split: z.string().nullable(),
  sourceName: z.string(),
  sourceSha256: z.string(),
  scoreScale: ScoreScale,
  /** are these patients in the version's training data? */
  inTrainingData: InTrainingData,
  /** where and how a browser computed the scores; null: they came from a file */
  provenance: ScoringProvenance.nullable(),
  /** images are missing that were to be scored */
  isPartial: z.boolean(),
  /** the images were generated */
  isSynthetic: z.boolean(),
  createdAt: z.iso.datetime(),
  archivedAt: z.iso.datetime().nullable(),
})
export type Evaluation = z.infer<typeof Evaluation>

export const EvaluationList = listOf(Evaluation)

/** What may change about an evaluation later; what is left out stays. */
export const EvaluationChange = z.strictObject({ name: Name.optional(), archived: z.boolean().optional() })
export type EvaluationChange = z.infer<typeof EvaluationChange>

/** What goes when an evaluation is deleted: the scores of so many tasks, so many computed answers. */
export const EvaluationContents = z.strictObject({ tasks: z.int().nonnegative(), answers: z.int().nonnegative() })
export type EvaluationContents = z.infer<typeof EvaluationContents>
