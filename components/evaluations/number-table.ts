import type { ChartCell, ChartTable } from '@/components/charts/chart-table'
import type { MetricKey } from '@/lib/wire/metric-key'
import type { NumberRow } from './number-rows'

/** Every number of every row, in full, one a column: what the file holds. */
export function numberTable(rows: readonly NumberRow[], metrics: readonly MetricKey[]): ChartTable {
  const parts = ['', '_low', '_high', '_n', '_n_effective', '_difference', '_difference_low', '_difference_high']
  const hasChosen = rows.some(({ chosen }) => Object.keys(chosen).length > 0)
  const fromChosen = hasChosen ? ['', '_low', '_high'].map((limit) => `_difference_from_chosen${limit}`) : []
  const heads = metrics.flatMap((metric) =>
    [...parts, '_verdict', '_p_adjusted', ...fromChosen].map((part) => metric + part),
  )
  const counts = ['attributes', 'group', 'images', 'patients', 'effective_patients', 'positives', 'missing_labels']
  return {
    columns: [...counts, ...heads].map((head) => ({ head })),
    rows: rows.map(({ family, name, measures, differences, chosen }) => [
      family,
      name,
      measures.n,
      measures.subjects,
      measures.effectiveSubjects,
      measures.positives,
      measures.missingLabels,
      ...metrics.flatMap((metric): ChartCell[] => {
        const measure = measures.metrics[metric]
        const own = differences[metric]
        const other = chosen[metric]
        const fromOther = [other?.value ?? null, other?.low ?? null, other?.high ?? null]
        return [
          measure?.value ?? null,
          measure?.low ?? null,
          measure?.high ?? null,
          measure?.n ?? null,
          measure?.nEff ?? null,
          own?.value ?? null,
          own?.low ?? null,
          own?.high ?? null,
          own?.verdict ?? null,
          own?.pAdjusted ?? null,
          ...(hasChosen ? fromOther : []),
        ]
      }),
    ]),
  }
}
