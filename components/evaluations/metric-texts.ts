import { differenceText, pointsText, shareText, valueText } from '@/lib/disparities/number-text'
import type { MetricKey } from '@/lib/wire/metric-key'

/** How the numbers of a metric are printed. */
export interface MetricTexts {
  isShare: boolean
  /** alone, with its unit */
  value: (value: number) => string
  /** under a head that names the unit */
  bare: (value: number) => string
  /** in a small cell under a head that names the unit */
  cell: (value: number) => string
  difference: (difference: number) => string
}

const shares: readonly MetricKey[] = [
  ...(['tpr', 'fpr', 'tnr', 'fnr', 'ppv', 'npv', 'accuracy', 'balanced_accuracy', 'f1', 'selection_rate'] as const),
  ...(['prevalence', 'mean_score'] as const),
]

/** Shares as percent with differences in points; all else on its own scale with three decimals. */
export function metricTexts(metric: MetricKey): MetricTexts {
  if (metric === 'observed_minus_expected') {
    return { isShare: true, value: pointsText, bare: pointsText, cell: pointsText, difference: pointsText }
  }
  if (!shares.includes(metric)) {
    return { isShare: false, value: valueText, bare: valueText, cell: valueText, difference: differenceText }
  }
  const bare = (share: number) => shareText(share).replace(/\s%$/, '')
  const cell = (share: number) => (share < 0.1 ? bare(share) : (share * 100).toFixed(0))
  return { isShare: true, value: shareText, bare, cell, difference: pointsText }
}

/** What `n` of a metric counts. */
export function denominator(metric: MetricKey): 'positives' | 'negatives' | 'flagged' | 'unflagged' | 'labelled' {
  if (metric === 'tpr' || metric === 'fnr') return 'positives'
  if (metric === 'fpr' || metric === 'tnr') return 'negatives'
  return metric === 'ppv' ? 'flagged' : metric === 'npv' ? 'unflagged' : 'labelled'
}
