import { familyDetectableGap, subjectsNeeded } from '@/lib/metrics/sample-size'
import type { Disparity, Slice, Verdict } from '@/lib/wire/metric-frame'
import type { MetricKey } from '@/lib/wire/metric-key'
import { type ArmPair, armDifference, armRatio } from './arm-difference'
import type { AuditSettings } from './audit-settings'
import type { DisaggregatedFamily, PreparedEvaluation } from './disaggregate'
import { nullVariances } from './null-variances'
import type { SliceTest } from './slice-test'
import { findingLevel, isHigherWorse, type TestedMetric, testedMetrics } from './tested-metric'

const ratioMetrics: readonly MetricKey[] = ['tpr', 'fpr', 'selection_rate']

/** Everything about a disparity that a test or a sample size says; all null where there was no test. */
export const untested = {
  comparator: 'everyone else',
  verdict: null,
  p: null,
  pAdjusted: null,
  adjustment: null,
  pBH: null,
  mde: null,
} as const

export function isTestedMetric(metric: MetricKey): metric is TestedMetric {
  return (testedMetrics as readonly string[]).includes(metric)
}

/** How much worse the slice is: positive where the difference is a harm. */
export function harmOf(metric: TestedMetric, difference: number): number {
  return isHigherWorse(metric) ? difference : -difference
}

/**
 * Differences of every first-tier metric and ratios of three between each slice of a family and everyone else. One
 * slice alone has no comparator, and no disparities.
 * @param testOf the test of a slice and metric, if there was one
 */
export function familyDisparities(
  evaluation: PreparedEvaluation,
  { family, pairs }: DisaggregatedFamily,
  settings: AuditSettings,
  testOf: (slice: number, metric: TestedMetric) => SliceTest | undefined,
): Disparity[] {
  if (pairs.length < 2) return []
  return pairs.flatMap((pair, at) => {
    const slice = family.slices[at] as Slice
    const metrics = Object.keys(pair.sliceEstimates) as MetricKey[]
    const differences = metrics.map((metric): Disparity => {
      const known = { ...untested, metric, kind: 'difference' as const, slice }
      const difference = armDifference(pair, metric)
      if (difference.status !== 'estimated') return withoutValue(known, difference.status)
      const tested = isTestedMetric(metric)
        ? testFields(evaluation, pair, settings, metric, difference, testOf(at, metric))
        : {}
      const { value, low, high } = difference
      return { ...known, status: 'estimated', value, low, high, ...tested }
    })
    const ratios = ratioMetrics.map((metric): Disparity => {
      const known = { ...untested, metric, kind: 'ratio' as const, slice }
      const ratio = armRatio(pair, metric)
      if (ratio.status !== 'estimated') return withoutValue(known, ratio.status)
      return { ...known, status: 'estimated', value: ratio.value, low: ratio.low, high: ratio.high }
    })
    return [...differences, ...ratios]
  })
}

type Known = Omit<Disparity, 'status' | 'value' | 'low' | 'high'>

/** A disparity without a number. */
export function withoutValue(known: Known, status: 'too_few' | 'undefined'): Disparity {
  return { ...known, status, value: null, low: null, high: null }
}

function testFields(
  evaluation: PreparedEvaluation,
  pair: ArmPair,
  settings: AuditSettings,
  metric: TestedMetric,
  difference: { value: number; low: number; high: number },
  test: SliceTest | undefined,
) {
  const variances = nullVariances(evaluation, pair, metric)
  const sum = variances ? variances.slice.variance + variances.comparator.variance : undefined
  const total = variances && sum !== undefined ? Math.max(sum - 2 * variances.covariance, sum / 4) : undefined
  // 0 where nothing varies, which does not mean that no gap could have been missed
  const mde = total && test ? familyDetectableGap(total, test.critical) : null
  const verdict = test ? verdictOf(settings, metric, difference, test) : null
  const needed =
    verdict === 'not_enough_evidence' && variances && variances.slice.variance > 0
      ? subjectsNeeded(
          difference.value,
          settings.margin,
          { subjects: subjectsOf(pair, metric), variance: variances.slice.variance },
          variances.comparator.variance,
        )
      : undefined
  return {
    verdict,
    mde,
    ...(needed?.kind === 'reachable' && { subjectsNeeded: needed.subjects }),
    ...(needed?.kind === 'cannot_be_reached' && { subjectsNeeded: null }),
    ...(test && {
      p: test.p,
      pAdjusted: test.pAdjusted,
      adjustment: test.adjustment,
      pBH: test.pBH,
      ...(test.pHolm !== undefined && { pHolm: test.pHolm }),
    }),
  }
}

/** Subjects of the slice that a metric rests on. */
export function subjectsOf({ slice }: ArmPair, metric: TestedMetric): number {
  return metric === 'auroc' ? slice.tprFpr.subjects : slice.confusion[metric].subjects
}

/** A verdict beyond chance needs a plain difference that points the way in which the test found it unusual. */
function verdictOf(
  { margin, minimumGap }: AuditSettings,
  metric: TestedMetric,
  { value, low, high }: { value: number; low: number; high: number },
  test: SliceTest,
): Verdict {
  const isBeyondChance = test.pAdjusted <= findingLevel && test.sign === Math.sign(value)
  if (isBeyondChance && harmOf(metric, value) > 0 && Math.abs(value) >= minimumGap) return 'gap'
  if (isBeyondChance && harmOf(metric, value) < 0) return 'advantage'
  return low >= -margin && high <= margin ? 'within_margin' : 'not_enough_evidence'
}
