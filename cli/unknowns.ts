import { comparisonsOf } from '@/lib/disparities/comparisons'
import { countText, differenceText, pointsText, pText, valueText } from '@/lib/disparities/number-text'
import { sliceText } from '@/lib/disparities/slice-text'
import { findingLevel } from '@/lib/disparities/tested-metric'
import type { MetricFrame } from '@/lib/wire/metric-frame'

/** The tested metrics as clinicians call them. */
export const metricNames = { auroc: 'AUROC', tpr: 'sensitivity', fpr: 'false positive rate' } as const

/** What an audit does not know, as sentences: its warnings, slices that are too small, gaps that may be chance. */
export function unknownsOf(frame: MetricFrame): string[] {
  return [...frame.warnings.map(({ text }) => text), ...tooFew(frame), ...maybes(frame)]
}

function tooFew({ families }: MetricFrame): string[] {
  const small = families.flatMap(({ slices }) =>
    slices.flatMap((slice) => {
      const status = slice.metrics.auroc?.status
      return status === 'too_few' || status === 'undefined'
        ? [
            `${sliceText(slice.slice)} (${countText(slice.positives ?? 0)} positive of ${countText(slice.n ?? 0)} images)`,
          ]
        : []
    }),
  )
  if (small.length === 0) return []
  const shown = small.slice(0, 12)
  const more = small.length > shown.length ? ` and ${countText(small.length - shown.length)} more` : ''
  return [
    `Too few to say: ${shown.join('; ')}${more}. Fewer than 10 images, or than 5 patients, with or without the finding.`,
  ]
}

const mostNamed = 5

/** Intervals that exclude 0 without an adjusted p up to .05, outside of the margin: not findings. */
function maybes({ families }: MetricFrame): string[] {
  const tested = families.flatMap(({ disparities }) =>
    disparities.filter((one) => one.kind === 'difference' && one.pAdjusted !== null),
  )
  const unsure = tested
    .flatMap((one) => (one.status === 'estimated' && one.verdict === 'not_enough_evidence' ? [one] : []))
    .filter(({ low, high }) => low > 0 || high < 0)
    // a gap below the smallest one asked for may be beyond chance all the same
    .filter(({ pAdjusted }) => (pAdjusted ?? 1) > findingLevel)
    .sort((a, b) => (a.pAdjusted ?? 1) - (b.pAdjusted ?? 1))
  if (unsure.length === 0) return []
  const named = unsure.slice(0, mostNamed).map(({ slice, metric, value, pAdjusted }) => {
    const gap = metric === 'auroc' ? differenceText(value) : `${pointsText(value)} points`
    return `${sliceText(slice)} (${metricNames[metric as keyof typeof metricNames]} ${gap}, adjusted p ${pText(pAdjusted ?? 1)})`
  })
  const more = unsure.length > named.length ? `; and ${countText(unsure.length - named.length)} more` : ''
  return [
    `May differ; not beyond what chance gives among ${countText(comparisonsOf({ families }))} comparisons: ${named.join('; ')}${more}.`,
  ]
}

/** The largest gap that was neither shown nor excluded: what "no gap was shown" leaves open. */
export function largestUnproven({ families }: MetricFrame): string | undefined {
  const open = families
    .flatMap(({ disparities }) => disparities)
    .flatMap((one) =>
      one.status === 'estimated' &&
      one.kind === 'difference' &&
      one.verdict === 'not_enough_evidence' &&
      one.mde !== null
        ? [{ ...one, mde: one.mde }]
        : [],
    )
    .filter(({ metric, value }) => (metric === 'fpr' ? value > 0 : value < 0))
    .sort((a, b) => Math.abs(b.value) - Math.abs(a.value))[0]
  if (!open) return undefined
  const isArea = open.metric === 'auroc'
  const size = (gap: number) => (isArea ? valueText(Math.abs(gap)) : `${(Math.abs(gap) * 100).toFixed(1)} points`)
  return `the largest unproven one is in ${sliceText(open.slice)}: ${metricNames[open.metric as keyof typeof metricNames]} ${size(open.value)} worse than in everyone else, where a gap of up to ${size(open.mde)} could go unnoticed`
}
