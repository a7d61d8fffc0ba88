import { missingLabelLimits } from '@/lib/metrics/missing-label-limits'
import type { Measure } from '@/lib/wire/measure'
import type { Slice, SliceMeasures } from '@/lib/wire/metric-frame'
import { type MetricKey, metricKeys } from '@/lib/wire/metric-key'
import type { ArmEstimate, ArmEstimates } from './arm-estimates'
import type { DisaggregatedFamily } from './disaggregate'

/** A measure without a number; `method` says why there is none. */
export function withoutNumber(status: 'too_few' | 'undefined', n: number, reason: string): Measure {
  return { status, value: null, low: null, high: null, n, nEff: null, df: null, method: reason }
}

/** An estimate, or why there is none, for the wire. */
export function measureOf(estimate: ArmEstimate): Measure {
  if (estimate.status !== 'estimated') return withoutNumber(estimate.status, estimate.n, estimate.reason)
  const { value, low, high, nEff, df, method } = estimate.estimate
  return { status: 'estimated', value, low, high, n: estimate.n, nEff, df, method }
}

/** The counts and first-tier measures of a slice, for the wire. */
export function sliceMeasures(
  { family, pairs, confusion }: DisaggregatedFamily,
  slice: number,
  further: Partial<Record<MetricKey, Measure>>,
): SliceMeasures {
  const { slice: arm, sliceEstimates } = pairs[slice]
  const { clear, flagged } = confusion[slice].unlabelled
  const { accuracy, prevalence } = arm.confusion
  const measures = { ...withMissingLabels(sliceEstimates, arm.confusion, clear, flagged), ...further }
  return {
    slice: family.slices[slice] as Slice,
    n: accuracy.n,
    subjects: accuracy.subjects,
    effectiveSubjects: accuracy.n2 > 0 ? accuracy.n ** 2 / accuracy.n2 : 0,
    positives: prevalence.events,
    missingLabels: clear + flagged,
    metrics: Object.fromEntries(metricKeys.filter((key) => measures[key]).map((key) => [key, measures[key]])),
  }
}

/** Worst-case limits beside TPR and FPR where labels are missing (statistics.md section 12). */
function withMissingLabels(
  estimates: ArmEstimates,
  confusion: DisaggregatedFamily['pairs'][number]['slice']['confusion'],
  clear: number,
  flagged: number,
): Partial<Record<MetricKey, Measure>> {
  return Object.fromEntries(
    (Object.entries(estimates) as [MetricKey, ArmEstimate][]).map(([key, estimate]) => {
      const measure = measureOf(estimate)
      if (clear + flagged === 0 || measure.status !== 'estimated' || (key !== 'tpr' && key !== 'fpr'))
        return [key, measure]
      const { events, n } = confusion[key]
      const limits = missingLabelLimits(events, n, flagged, clear)
      return [key, limits ? { ...measure, missingLabelLimits: [limits.low, limits.high] } : measure]
    }),
  )
}
