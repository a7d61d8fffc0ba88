import type { MetricFrame } from '@/lib/wire/metric-frame'
import { printAddress, type ViewAddress } from './view-address'

/**
 * The query that says a view with all that could open otherwise later: task, groups, threshold, margin and smallest gap
 * as they are now. What is held equal follows from the attributes of the dataset, which stay.
 */
export function lastingQuery(
  { view, shown }: ViewAddress,
  { task, families, threshold, settings }: Pick<MetricFrame, 'task' | 'families' | 'threshold' | 'settings'>,
): string {
  return printAddress({
    ...shown,
    ...view,
    task,
    by: families.map(({ by }) => by.join('+')).join(','),
    threshold: view.threshold ?? (threshold.value === null ? undefined : String(threshold.value)),
    margin: view.margin ?? settings.margin,
    minimumGap: view.minimumGap ?? settings.minimumGap,
  })
}
