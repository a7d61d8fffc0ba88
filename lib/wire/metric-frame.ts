import * as z from 'zod'
import { Measure } from './measure'
import { MetricKey } from './metric-key'

/** One set of attribute levels, for example `{ sex: "F", age_band: "70+" }`; `{}` is everyone. */
export const Slice = z.record(z.string(), z.string())
export type Slice = z.infer<typeof Slice>

const Interval = z.strictObject({ value: z.number(), low: z.number(), high: z.number() })
const probability = z.number().min(0).max(1)

export const Verdict = z.enum(['gap', 'advantage', 'within_margin', 'not_enough_evidence'])
export type Verdict = z.infer<typeof Verdict>

const disparityKeys = {
  metric: MetricKey,
  kind: z.enum(['difference', 'ratio', 'max_gap', 'min_ratio', 'adjusted_difference']),
  slice: Slice,
  comparator: z.union([z.literal('everyone else'), Slice]),
  /** null: not tested, or the findings are not there yet */
  verdict: Verdict.nullable(),
  p: probability.nullable(),
  pAdjusted: probability.nullable(),
  adjustment: z.enum(['permutation-max-t', 'normal-max-t']).nullable(),
  pBH: probability.nullable(),
  pHolm: probability.optional(),
  expectedByChance: z.strictObject({ mean: z.number(), p95: z.number(), p: probability }).optional(),
  /** smallest gap that this comparison would show with a power of 80 % */
  mde: z.number().nonnegative().nullable(),
  /** subjects that the slice would need for the margin; null: cannot be reached by this slice alone */
  subjectsNeeded: z.int().nonnegative().nullable().optional(),
  tippingPoint: z
    .strictObject({
      label: z.enum(['positive', 'negative', 'either']),
      share: z.number(),
      shareAtLimit: z.number().nullable(),
    })
    .optional(),
  adjustedFor: z.string().optional(),
  sharedStrata: probability.optional(),
  unknownJoined: Interval.optional(),
  unknownLeftOut: Interval.optional(),
}

/** A difference or ratio between a slice and its comparator, or the reason why there is none. */
export const Disparity = z.discriminatedUnion('status', [
  z.strictObject({
    status: z.literal('estimated'),
    ...disparityKeys,
    value: z.number(),
    low: z.number(),
    high: z.number(),
  }),
  z.strictObject({
    status: z.enum(['too_few', 'undefined', 'suppressed']),
    ...disparityKeys,
    value: z.null(),
    low: z.null(),
    high: z.null(),
  }),
])
export type Disparity = z.infer<typeof Disparity>

/** A slice with its counts and measures. `n` counts labelled rows; the counts are null only when suppressed. */
export const SliceMeasures = z.strictObject({
  slice: Slice,
  n: z.int().nonnegative().nullable(),
  subjects: z.int().nonnegative().nullable(),
  /** (sum c)^2 / sum c^2 over the labelled rows c of each subject: "effective patients" */
  effectiveSubjects: z.number().nonnegative().nullable(),
  positives: z.int().nonnegative().nullable(),
  missingLabels: z.int().nonnegative().nullable(),
  metrics: z.partialRecord(MetricKey, Measure),
})
export type SliceMeasures = z.infer<typeof SliceMeasures>

/** Spread beyond chance between the slices of a family (statistics.md section 10). */
export const Spread = z.strictObject({
  tau: z.number().nonnegative(),
  low: z.number().nonnegative(),
  high: z.number().nonnegative(),
  p: probability,
})
export type Spread = z.infer<typeof Spread>

export const Family = z.strictObject({
  by: z.array(z.string()).min(1),
  prespecified: z.boolean(),
  slices: z.array(SliceMeasures),
  disparities: z.array(Disparity),
  spread: z.partialRecord(MetricKey, Spread),
})
export type Family = z.infer<typeof Family>

export const Finding = z.strictObject({
  text: z.string(),
  slice: Slice,
  metric: MetricKey,
  severity: z.enum(['high', 'medium', 'low']),
  harm: z.enum(['underdiagnosis', 'overdiagnosis', 'ranking']),
  disparity: Disparity,
  /** what its value rests on: labelled rows of the class that the metric uses, and their subjects */
  rows: z.int().positive(),
  subjects: z.int().positive(),
  alsoIn: z.array(z.strictObject({ slice: Slice, metric: MetricKey, pAdjusted: probability })),
  partlyAccountedForBy: z.array(z.string()),
})
export type Finding = z.infer<typeof Finding>

export const Warning = z.strictObject({ code: z.string(), text: z.string() })
export type Warning = z.infer<typeof Warning>

export const Source = z.strictObject({
  name: z.string(),
  /** of the bytes of the file */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  rows: z.int().nonnegative(),
  subjects: z.int().nonnegative(),
  missingLabels: z.int().nonnegative(),
  filter: z.array(z.strictObject({ column: z.string(), value: z.string() })),
  split: z.string().nullable(),
})
export type Source = z.infer<typeof Source>

export const Threshold = z.strictObject({
  value: z.number().nullable(),
  rule: z.enum(['fixed', 'youden', 'sensitivity', 'specificity', 'given']),
  chosenOnTheseData: z.boolean(),
})
export type Threshold = z.infer<typeof Threshold>

export const Direction = z.enum(['disease', 'healthy'])
export type Direction = z.infer<typeof Direction>

export const ScoreScale = z.enum(['probability', 'logit', 'rank'])
export type ScoreScale = z.infer<typeof ScoreScale>

/** What an audit says: the command line's output, the API's answer, the report's evidence. */
export const MetricFrame = z.strictObject({
  schema: z.literal('equiscope.metric-frame/1'),
  source: Source,
  task: z.string(),
  direction: Direction,
  scoreScale: ScoreScale,
  threshold: Threshold,
  settings: z.strictObject({
    seed: z.int(),
    permutations: z.int().nonnegative(),
    margin: z.number().positive(),
    minimumGap: z.number().nonnegative(),
    tasks: z.int().positive(),
    version: z.string(),
  }),
  warnings: z.array(Warning),
  overall: SliceMeasures,
  families: z.array(Family),
  findings: z.array(Finding),
})
export type MetricFrame = z.infer<typeof MetricFrame>
