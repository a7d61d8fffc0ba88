import type { ForestMetric } from '@/components/charts/forest-row'
import type { MetricFrame } from '@/lib/wire/metric-frame'
import { type MetricKey, metricKeys } from '@/lib/wire/metric-key'
import { words } from './view-words'

/** Metrics that the server computes only when a view names them. */
const onRequest: readonly MetricKey[] = ['auprc', 'ece', 'calibration_slope', 'calibration_intercept']

const asShares: readonly MetricKey[] = [
  ...(['tpr', 'fpr', 'tnr', 'fnr', 'ppv', 'npv', 'accuracy', 'balanced_accuracy', 'f1', 'selection_rate'] as const),
  ...(['prevalence', 'mean_score', 'observed_minus_expected'] as const),
]

/**
 * The three columns of a view: missed disease, false alarms, ranking, unless its address names others. Where label 1
 * means health, disease is found by scoring below the threshold: the two change places.
 */
export function shownMetrics(named: string | undefined, frame: MetricFrame): ForestMetric[] {
  const usual: MetricKey[] = frame.direction === 'disease' ? ['tpr', 'tnr', 'auroc'] : ['tnr', 'tpr', 'auroc']
  const asked = (named?.split(',') ?? []).map((name) => metricKeys.find((key) => key === name))
  return usual.map((key, at) => shownMetric(asked[at] ?? key, frame))
}

export function shownMetric(
  key: MetricKey,
  { direction, task }: Pick<MetricFrame, 'direction' | 'task'>,
): ForestMetric {
  const { title, about } = words.metric(key, direction === 'disease', task)
  return { key, title, about, scale: asShares.includes(key) ? 'share' : 'value' }
}

/** What a view must name so that the server computes all columns. */
export function metricsToAsk(columns: readonly MetricKey[]): string | undefined {
  const asked = columns.filter((key) => onRequest.includes(key))
  return asked.length > 0 ? asked.join(',') : undefined
}

/** The tested metric whose test says the same, and whether its differences have the opposite sign. */
export function testedAs(metric: MetricKey): { metric: MetricKey; isMirrored: boolean } {
  if (metric === 'tnr') return { metric: 'fpr', isMirrored: true }
  if (metric === 'fnr') return { metric: 'tpr', isMirrored: true }
  return { metric, isMirrored: false }
}
