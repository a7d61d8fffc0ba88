import type { AurocEstimate } from '@/lib/metrics/auroc-interval'
import { heterogeneity } from '@/lib/metrics/heterogeneity'
import { largestGap } from '@/lib/metrics/largest-gap'
import { mainEffectsDesign } from '@/lib/metrics/main-effects-design'
import { randomStream } from '@/lib/metrics/random'
import { shrunkenValues } from '@/lib/metrics/shrunken-values'
import type { Disparity, Slice, SliceMeasures, Spread } from '@/lib/wire/metric-frame'
import type { DisaggregatedFamily, PreparedEvaluation } from './disaggregate'
import { nullVariances } from './null-variances'
import type { GapByChance } from './slice-test'
import { type TestedMetric, testedMetrics } from './tested-metric'

/** The slices of a family that have a value of a metric, with their variances. */
interface EstimatedSlices {
  slice: number[]
  value: Float64Array
  /** under the null, for spread and shrinkage: m0(1-m0)/n_eff, for AUROC the null V* */
  nullVariance: Float64Array
  /** V*, for the largest gap */
  ownVariance: Float64Array
}

function estimatedSlices(
  evaluation: PreparedEvaluation,
  { pairs }: DisaggregatedFamily,
  metric: TestedMetric,
): EstimatedSlices {
  const { everyone } = evaluation
  const rows = pairs.flatMap((pair, slice) => {
    const estimate = pair.sliceEstimates[metric]
    if (estimate?.status !== 'estimated') return []
    const { value, nEff, variance, nu } = estimate.estimate
    if (metric === 'auroc') {
      const variances = nullVariances(evaluation, pair, metric)
      const shrunk = (estimate.estimate as AurocEstimate).shrunkVariance
      // an AUROC of 0 or 1 has no variance of its own: the null's stands in
      const own = value > 0 && value < 1 && shrunk > 0 ? shrunk : (variances?.slice.variance ?? 0)
      return variances && variances.slice.variance > 0
        ? [{ slice, value, nullVariance: variances.slice.variance, ownVariance: own, nu }]
        : []
    }
    const pool = everyone.pairs[0].slice.confusion[metric]
    const rate = pool.events / pool.n
    const nullVariance = (rate * (1 - rate)) / nEff!
    // a slice at 0 or 1 has no variance of its own: the null's stands in
    const own = value > 0 && value < 1 ? (value * (1 - value)) / nEff! : nullVariance
    return nullVariance > 0 ? [{ slice, value, nullVariance, ownVariance: Math.max(own, variance), nu }] : []
  })
  return {
    slice: rows.map((row) => row.slice),
    value: Float64Array.from(rows, (row) => row.value),
    nullVariance: Float64Array.from(rows, (row) => row.nullVariance),
    ownVariance: Float64Array.from(rows, (row) => row.ownVariance),
  }
}

/** Spread beyond chance and shrunken slice values of one family (statistics.md section 10). */
export function familySpread(
  evaluation: PreparedEvaluation,
  family: DisaggregatedFamily,
): {
  spread: Partial<Record<TestedMetric, Spread>>
  shrunken: Map<string, { value: number; low: number; high: number }>
} {
  const spread: Partial<Record<TestedMetric, Spread>> = {}
  const shrunken = new Map<string, { value: number; low: number; high: number }>()
  for (const metric of testedMetrics) {
    const slices = estimatedSlices(evaluation, family, metric)
    const found = heterogeneity(slices.value, slices.nullVariance)
    if (!found) continue
    const { tauSquared, low, high, p } = found
    spread[metric] = { tau: Math.sqrt(tauSquared), low: Math.sqrt(low), high: Math.sqrt(high), p }
    const design = mainEffects(family, slices.slice)
    const around = design && heterogeneity(slices.value, slices.nullVariance, design)
    const values =
      (around && shrunkenValues(slices.value, slices.nullVariance, around.tauSquared, design)) ??
      shrunkenValues(slices.value, slices.nullVariance, tauSquared)
    values?.forEach((value, i) => {
      shrunken.set(shrunkenKey(slices.slice[i], metric), { value: value.value, low: value.low, high: value.high })
    })
  }
  return { spread, shrunken }
}

const shrunkenKey = (slice: number, metric: string) => `${slice} ${metric}`

/** Puts shrunken values beside the raw ones, never alone. */
export function withShrunken(
  measures: SliceMeasures,
  slice: number,
  shrunken: Map<string, { value: number; low: number; high: number }>,
): SliceMeasures {
  const metrics = { ...measures.metrics }
  for (const metric of testedMetrics) {
    const [measure, value] = [metrics[metric], shrunken.get(shrunkenKey(slice, metric))]
    if (measure?.status === 'estimated' && value) metrics[metric] = { ...measure, shrunken: value }
  }
  return { ...measures, metrics }
}

/** The main-effects design of an intersection, with its intercept; undefined: no intersection. */
function mainEffects({ family }: DisaggregatedFamily, slices: number[]): Float64Array[] | undefined {
  if (family.by.length < 2) return undefined
  return mainEffectsDesign(
    family.by.map((name) => {
      const levels = [...new Set(slices.map((slice) => family.slices[slice][name]))]
      return slices.map((slice) => levels.indexOf(family.slices[slice][name]))
    }),
  )
}

/** Beyond this many slices the pairs, thousands of them in thousands of draws, are not worth the wait. */
const mostSlices = 100

/** The largest gap of a family for each tested metric, with what chance alone would give (statistics.md section 10). */
export function familyLargestGaps(
  evaluation: PreparedEvaluation,
  family: DisaggregatedFamily,
  index: number,
  chance: readonly GapByChance[],
  seed: number,
): Disparity[] {
  return testedMetrics.flatMap((metric): Disparity[] => {
    const slices = estimatedSlices(evaluation, family, metric)
    const size = slices.value.length
    if (size > mostSlices) return []
    const apart = Float64Array.from({ length: size * size }, (_, at) => (at % (size + 1) === 0 ? 1 : 0))
    const find = () => largestGap(slices.value, slices.ownVariance, apart, randomStream(seed, `gap/${metric}`, index))
    const name = `largest gap ${index} ${JSON.stringify(family.family.by)}, seed ${seed}`
    const gap = metric === 'auroc' ? evaluation.remember(name, find) : find() // no threshold changes an AUROC
    if (!gap || gap.highest === gap.lowest) return []
    const [high, low] = [gap.highest, gap.lowest].map((i) => family.family.slices[slices.slice[i]] as Slice)
    const expected = chance.find((own) => own.family === index && own.metric === metric)
    return [
      {
        metric,
        kind: 'max_gap',
        slice: metric === 'fpr' ? high : low,
        comparator: metric === 'fpr' ? low : high,
        status: 'estimated',
        value: gap.value,
        low: gap.low,
        high: gap.high,
        verdict: null,
        p: expected?.p ?? null,
        pAdjusted: null,
        adjustment: null,
        pBH: null,
        mde: null,
        ...(expected && { expectedByChance: { mean: expected.mean, p95: expected.p95, p: expected.p } }),
      },
    ]
  })
}
