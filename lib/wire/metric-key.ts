import * as z from 'zod'

/** The metrics of a MetricFrame, in the order in which tables list them. */
export const metricKeys = [
  'auroc',
  'auprc',
  'tpr',
  'fpr',
  'tnr',
  'fnr',
  'ppv',
  'npv',
  'accuracy',
  'balanced_accuracy',
  'f1',
  'selection_rate',
  'prevalence',
  'mean_score',
  'observed_minus_expected',
  'brier',
  'ece',
  'calibration_slope',
  'calibration_intercept',
  'net_benefit',
] as const

export const MetricKey = z.enum(metricKeys)
export type MetricKey = z.infer<typeof MetricKey>
