import * as z from 'zod'
import { FindingsState } from './findings-state'
import { Measure } from './measure'
import { Direction, Finding, Slice, Threshold, Warning } from './metric-frame'
import { MetricKey } from './metric-key'

/** What the findings of a task say about one family. */
export const FamilyStanding = z.strictObject({
  by: z.array(z.string()).min(1),
  prespecified: z.boolean(),
  /** its finding whose interval limit nearer to 0 is farthest from it; null: none was shown */
  worst: Finding.nullable(),
  /** whom its findings concern */
  slices: z.array(Slice),
  /** largest gap that one of its comparisons could have missed, in the metric of missed disease; null: none could be made */
  missable: z.strictObject({ metric: MetricKey, value: z.number().nonnegative() }).nullable(),
  /** slices of which some number is missing because they are too small */
  tooFew: z.int().nonnegative(),
})
export type FamilyStanding = z.infer<typeof FamilyStanding>

/** How one task of an evaluation stands at the threshold with which it opens. All but the first fields wait for findings. */
export const TaskStanding = z.strictObject({
  task: z.string(),
  direction: Direction,
  findings: FindingsState,
  answer: z
    .strictObject({
      n: z.int().nonnegative().nullable(),
      subjects: z.int().nonnegative().nullable(),
      positives: z.int().nonnegative().nullable(),
      auroc: Measure.nullable(),
      threshold: Threshold,
      /** a gap within it is no cause for concern */
      margin: z.number().positive(),
      findingCount: z.int().nonnegative(),
      comparisons: z.int().nonnegative(),
      worst: Finding.nullable(),
      families: z.array(FamilyStanding),
      warnings: z.array(Warning),
    })
    .nullable(),
})
export type TaskStanding = z.infer<typeof TaskStanding>

/** How an evaluation stands, task by task, worst first; those that wait last. */
export const EvaluationStanding = z.strictObject({
  evaluationId: z.int().positive(),
  /** by which it opens: those of every task that was answered, and of the others as soon as they are */
  families: z.array(z.array(z.string()).min(1)),
  tasks: z.array(TaskStanding),
})
export type EvaluationStanding = z.infer<typeof EvaluationStanding>

/** How a model version stands: its latest evaluation on each dataset and split. */
export const VersionStanding = z.strictObject({
  modelId: z.int().positive(),
  modelName: z.string(),
  versionId: z.int().positive(),
  versionName: z.string(),
  adaptation: z.string().nullable(),
  evaluations: z.array(
    z.strictObject({
      evaluationId: z.int().positive(),
      name: z.string(),
      datasetName: z.string(),
      createdAt: z.iso.datetime(),
      isSynthetic: z.boolean(),
      /** false: scores are here, attributes are not */
      hasAttributes: z.boolean(),
      tasks: z.int().nonnegative(),
      /** tasks whose findings are there */
      answered: z.int().nonnegative(),
      /** tasks whose findings are being computed */
      computing: z.int().nonnegative(),
      findings: z.int().nonnegative(),
      tasksWithFindings: z.int().nonnegative(),
      worst: z.strictObject({ task: z.string(), finding: Finding }).nullable(),
    }),
  ),
})
export type VersionStanding = z.infer<typeof VersionStanding>

/** "How do my models stand?" */
export const ProjectStanding = z.strictObject({
  versions: z.array(VersionStanding),
  /** concepts by which nothing in the project was ever evaluated, because no dataset has them */
  neverEvaluated: z.array(z.string()),
})
export type ProjectStanding = z.infer<typeof ProjectStanding>
