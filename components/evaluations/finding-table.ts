import type { ChartTable } from '@/components/charts/chart-table'
import type { MetricFrame } from '@/lib/wire/metric-frame'
import { findingGroups, measuresOf } from './finding-groups'
import { restName, sliceName } from './slice-name'

const heads = ['group', 'against', 'metric', 'harm', 'severity', 'value', 'low', 'high', 'difference']
const moreHeads = ['difference_low', 'difference_high', 'p_adjusted', 'images', 'patients', 'partly_accounted_for_by']

/** Every finding with its numbers, in the order of the cards: what the file holds. */
export function findingTable(frame: MetricFrame): ChartTable {
  return {
    columns: [...heads, ...moreHeads, 'also_in'].map((head) => ({ head })),
    rows: findingGroups(frame).flatMap(({ slice, findings }) =>
      findings.map(({ metric, harm, severity, disparity, rows, subjects, partlyAccountedForBy, alsoIn }) => {
        const measure = measuresOf(frame, slice).metrics[metric]
        const own = [measure?.value ?? null, measure?.low ?? null, measure?.high ?? null]
        const difference = [disparity.value, disparity.low, disparity.high, disparity.pAdjusted]
        const others = alsoIn.map((also) => sliceName(also.slice).text).join('; ')
        const names = [sliceName(slice).text, restName(frame, slice)]
        const basis = [rows, subjects, partlyAccountedForBy.join('; '), others]
        return [...names, metric, harm, severity, ...own, ...difference, ...basis]
      }),
    ),
  }
}
