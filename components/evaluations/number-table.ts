import type { ChartCell, ChartTable } from '@/components/charts/chart-table'
import type { MetricKey } from '@/lib/wire/metric-key'
import type { NumberRow } from './number-rows'

/** Every number of every row, in full, one a column: what the file holds. */
export function numberTable(rows: readonly NumberRow[], metrics: readonly MetricKey[]): ChartTable {
  const parts = ['', '_low', '_high', '_n', '_n_effective', '_difference', '_difference_low', '_difference_high']
  const heads = metrics.flatMap((metric) => [...parts, '_verdict', '_p_adjusted'].map((part) => metric + part))
  const counts = ['attributes', 'group', 'images', 'patients', 'effective_patients', 'positives', 'missing_labels']
  return {
    columns: [...counts, ...heads].map((head) => ({ head })),
    rows: rows.map(({ family, name, measures, differences }) => [
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
        ]
      }),
    ]),
  }
}
