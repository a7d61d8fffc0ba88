import { countText, pText } from '@/lib/disparities/number-text'
import { sliceText } from '@/lib/disparities/slice-text'
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
  return [`Too few to say: ${shown.join('; ')}${more}. 10 images of 5 patients of each class are needed.`]
}

/** Unadjusted intervals that exclude 0 without an adjusted p up to .05: not findings. */
function maybes({ families }: MetricFrame): string[] {
  const tested = families.flatMap(({ disparities }) =>
    disparities.filter((one) => one.kind === 'difference' && one.pAdjusted !== null),
  )
  const unsure = tested.filter(
    (one) => one.status === 'estimated' && (one.low > 0 || one.high < 0) && (one.pAdjusted ?? 1) > 0.05,
  )
  if (unsure.length === 0) return []
  const names = [...new Set(unsure.map(({ slice }) => sliceText(slice)))].map((name) => {
    const parts = unsure
      .filter(({ slice }) => sliceText(slice) === name)
      .map(
        ({ metric, pAdjusted }) =>
          `${metricNames[metric as keyof typeof metricNames]}, adjusted p ${pText(pAdjusted ?? 1)}`,
      )
    return `${name} (${parts.join('; ')})`
  })
  const more = names.length > 12 ? `; and ${countText(names.length - 12)} more` : ''
  return [
    `May differ; not beyond what chance gives among ${countText(tested.length)} comparisons: ${names.slice(0, 12).join('; ')}${more}.`,
  ]
}
