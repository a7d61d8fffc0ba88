import * as z from 'zod'
import { Measure } from './measure'
import { Slice } from './metric-frame'

/** About a tenth of a slice by score, or 20 rows where that is more, equal scores together: what was predicted, what was observed. */
export const CalibrationBin = z.strictObject({
  /** scores as probabilities: the smallest, the mean and the largest in the bin */
  low: z.number(),
  mean: z.number(),
  high: z.number(),
  /** share of label 1, with its interval clustered by subject */
  observed: Measure,
})
export type CalibrationBin = z.infer<typeof CalibrationBin>

/** Bins by ascending score; none where the slice has fewer than 10 rows or 5 subjects. */
export const CalibrationCurve = z.strictObject({ slice: Slice, bins: z.array(CalibrationBin) })
export type CalibrationCurve = z.infer<typeof CalibrationCurve>

/** Calibration of every slice in quantile bins; only for scores that are probabilities or logits. */
export const EvaluationCalibration = z.strictObject({
  schema: z.literal('equiscope.calibration/1'),
  task: z.string(),
  overall: CalibrationCurve,
  families: z.array(z.strictObject({ by: z.array(z.string()).min(1), slices: z.array(CalibrationCurve) })),
})
export type EvaluationCalibration = z.infer<typeof EvaluationCalibration>
