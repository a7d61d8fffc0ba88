import * as z from 'zod'
import { Direction, ScoreScale, Slice } from './metric-frame'

const counts = z.array(z.int().nonnegative())

/**
 * How the scores of a slice spread over the edges, label by label. Empty: the slice has fewer than 10 rows or 5 subjects
 * of that label, too few to say where they lie.
 */
export const ScoreCounts = z.strictObject({
  slice: Slice,
  /** rows with label 1 and edges[k] <= score < edges[k + 1]; the last one has no upper edge */
  positives: counts,
  /** the same with label 0 */
  negatives: counts,
})
export type ScoreCounts = z.infer<typeof ScoreCounts>

/**
 * Where the labelled scores of each slice lie, by common edges. Any threshold that is an edge gives exact counts: the
 * sum of `positives` from its edge on is what the slice's model finds. Counts without an interval are for drawing and
 * for what moves while a threshold is dragged; numbers to read come with the MetricFrame. The threshold with which the
 * evaluation opens and the version's operating points are edges; one beyond the scores flags everybody or nobody.
 */
export const EvaluationCurves = z.strictObject({
  schema: z.literal('equiscope.curves/1'),
  task: z.string(),
  direction: Direction,
  scoreScale: ScoreScale,
  /** `log` where scores are positive and most are small */
  axis: z.enum(['linear', 'log']),
  /** strictly ascending, from the smallest to the largest score; about 900: quantiles and drawn bins. Empty without rows */
  edges: z.array(z.number()),
  /** at which edges the bins of a drawn distribution begin: equally wide on the axis */
  bins: z.array(z.int().nonnegative()),
  overall: ScoreCounts,
  families: z.array(z.strictObject({ by: z.array(z.string()).min(1), slices: z.array(ScoreCounts) })),
})
export type EvaluationCurves = z.infer<typeof EvaluationCurves>
