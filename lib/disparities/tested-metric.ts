/** The metrics that findings rest on (statistics.md section 8). */
export const testedMetrics = ['auroc', 'tpr', 'fpr'] as const
export type TestedMetric = (typeof testedMetrics)[number]

/** Whether a higher value is the harm: false alarms, where the others are good when high. */
export function isHigherWorse(metric: TestedMetric): boolean {
  return metric === 'fpr'
}

/** The largest adjusted p-value of a finding. */
export const findingLevel = 0.05
